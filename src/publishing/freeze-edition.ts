/** Freezes what is public: dossiers, quotes, perspectives and bands as they stand now become an edition. */
import { max } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { announce } from '#platform/announcements.ts'
import { Problem } from '#platform/problem.ts'
import { appendAudit } from '#people/audit-log.ts'
import { FEWEST_FOR_NUMBERS } from '#protecting/public-table.rules.ts'
import { draftEdition, type EditionDraft, type TablesWanted } from './draft-edition.ts'
import { hashOf } from './edition-hash.ts'
import { holdPublication } from './hold-publication.ts'
import { noteEditionQuotes } from './note-edition-quotes.ts'
import { refuseOpenNames } from './refuse-open-names.ts'
import { editions } from './tables.ts'

declare module '#platform/announcements.ts' {
	interface Announcements {
		'edition-published': { editionId: string; number: number }
	}
}

export type FreezeEdition = {
	roundId: string
	title: string
	/** New tables in bands unless asked otherwise. */
	tables?: TablesWanted
	by: string | null
	today: string
	at: Date
}

/**
 * Freezes the round's dossiers as the next edition, which the public pages show from the same moment on. Quotes whose
 * speakers no longer allow it are not among them; editions before stay as they were. A withdrawal at the same moment wins.
 * Every quote gets the finest label that gives nobody away; one that has none stands in our own words or not at all.
 *
 * @throws {Problem} `edition-names-open` when a quote still names somebody; `edition-round-unknown`, `edition-title-missing`, `edition-empty` when no dossier has an analysis yet,
 * `edition-too-few-for-numbers` below 150 people, `edition-tells-too-much` when a table would give somebody away beside one of
 * an earlier edition, `edition-nothing-to-carry-over`
 */
export async function freezeEdition(
	db: MunicipalityDatabase,
	{ roundId, title, tables, by, today, at }: FreezeEdition,
): Promise<{ id: string; number: number }> {
	if (title.trim() === '') throw new Problem('invalid', 'edition-title-missing')
	await holdPublication(db)
	const draft = await draftEdition(db, roundId, tables)
	const { content, basis, labelled, tableMode } = draft
	if (content.dossiers.length === 0) throw new Problem('conflict', 'edition-empty')
	await refuseOpenNames(db, content)
	refuseTables(draft)

	const [last] = await db.select({ number: max(editions.number) }).from(editions)
	const number = (last?.number ?? 0) + 1
	const [edition] = await db
		.insert(editions)
		.values({
			roundId,
			number,
			title: title.trim(),
			frozenOn: today,
			content,
			hash: hashOf(content),
			tableMode,
			basis,
			publishedAt: at,
			publishedBy: by,
		})
		.returning({ id: editions.id })
	await noteEditionQuotes(db)
	const entry = { by: by ?? 'command', at } as const
	await appendAudit(db, { ...entry, act: 'edition-published', subject: 'edition', subjectId: edition!.id })
	for (const { id } of labelled.filter(({ isWithOffice }) => isWithOffice))
		await appendAudit(db, { ...entry, act: 'office-printed', subject: 'quote', subjectId: id })
	await announce(db, 'edition-published', { editionId: edition!.id, number })
	return { id: edition!.id, number }
}

function refuseTables({ tableMode, content, counted, leaks }: EditionDraft) {
	const people = { people: counted, minimum: FEWEST_FOR_NUMBERS }
	const isNew = !content.tables?.carriedFrom
	if (isNew && tableMode === 'numbers' && counted < FEWEST_FOR_NUMBERS)
		throw new Problem('conflict', 'edition-too-few-for-numbers', people)
	const [worst] = leaks.toSorted((one, other) => other.missing - one.missing)
	if (worst)
		throw new Problem('conflict', 'edition-tells-too-much', {
			cells: leaks.length,
			missing: worst.missing,
			number: worst.edition,
		})
}
