import { and, desc, eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { requireCodings } from './find-cited-codings.ts'
import { findParagraphs, type DossierParagraph, type DossierPartKind } from './find-dossier.ts'
import { putUnderFocusTheme } from './put-under-focus-theme.ts'
import { requireFocusTheme } from './require-focus-theme.ts'
import { DOSSIER_PARTS, dossierParts, paragraphEvidence, paragraphs } from './tables.ts'

export type WriteDossierPart = {
	focusThemeId: string
	kind: DossierPartKind
	/** In order; an empty one is left out. */
	paragraphs: DossierParagraph[]
	/** The version the writer had before them; left out, the newest one is meant. */
	basedOn?: number
	/** Account id. */
	by: string | null
	at: Date
}

/**
 * Writes a part of a dossier as a new version; the versions before stay readable. Writing the same again writes
 * nothing. Cited passages come to stand under the focus theme, so that its answers reach who said them.
 *
 * @throws {Problem} `focus-theme-unknown`, `dossier-part-unknown`, `citation-unknown`, `dossier-part-changed` when
 * somebody else has saved since
 */
export async function writeDossierPart(
	db: MunicipalityDatabase,
	{ focusThemeId, kind, paragraphs: given, basedOn, by, at }: WriteDossierPart,
): Promise<{ version: number }> {
	if (!DOSSIER_PARTS.includes(kind)) throw new Problem('invalid', 'dossier-part-unknown')
	const wanted = given
		.map(({ text, codingIds }) => ({ text: tidy(text), codingIds: [...new Set(codingIds)] }))
		.filter(({ text }) => text !== '')
	await requireFocusTheme(db, focusThemeId)
	const cited = await requireCodings(
		db,
		wanted.flatMap(({ codingIds }) => codingIds),
	)
	const newest = await findNewest(db, focusThemeId, kind)
	if (isSame(newest.paragraphs, wanted)) return { version: newest.version }
	if (basedOn !== undefined && basedOn !== newest.version) throw new Problem('conflict', 'dossier-part-changed')

	const version = newest.version + 1
	const [part] = await db
		.insert(dossierParts)
		.values({ focusThemeId, kind, version, writtenBy: by, writtenAt: at })
		.returning({ id: dossierParts.id })
	await insertParagraphs(db, part!.id, wanted)
	await putUnderFocusTheme(db, { focusThemeId, codingIds: cited })
	return { version }
}

async function findNewest(db: MunicipalityDatabase, focusThemeId: string, kind: DossierPartKind) {
	const [newest] = await db
		.select({ id: dossierParts.id, version: dossierParts.version })
		.from(dossierParts)
		.where(and(eq(dossierParts.focusThemeId, focusThemeId), eq(dossierParts.kind, kind)))
		.orderBy(desc(dossierParts.version))
		.limit(1)
	if (!newest) return { version: 0, paragraphs: [] }
	return { version: newest.version, paragraphs: (await findParagraphs(db, [newest.id])).get(newest.id) ?? [] }
}

async function insertParagraphs(db: MunicipalityDatabase, dossierPartId: string, wanted: DossierParagraph[]) {
	if (wanted.length === 0) return
	const written = await db
		.insert(paragraphs)
		.values(wanted.map(({ text }, position) => ({ dossierPartId, position, text })))
		.returning({ id: paragraphs.id, position: paragraphs.position })
	const idAt = new Map(written.map(({ position, id }) => [position, id]))
	const evidence = wanted.flatMap(({ codingIds }, position) =>
		codingIds.map((codingId) => ({ paragraphId: idAt.get(position)!, codingId })),
	)
	if (evidence.length > 0) await db.insert(paragraphEvidence).values(evidence)
}

function isSame(before: DossierParagraph[], after: DossierParagraph[]): boolean {
	const plain = (list: DossierParagraph[]) =>
		JSON.stringify(list.map(({ text, codingIds }) => [text, codingIds.toSorted()]))
	return plain(before) === plain(after)
}

/** A paragraph has no line ends of its own. */
function tidy(text: string): string {
	return text.replace(/\s+/g, ' ').trim()
}
