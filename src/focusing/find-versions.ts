/** The earlier versions of a dossier's parts. */
import { and, desc, eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { accounts } from '#people/account.tables.ts'
import { findParagraphs, type DossierPart, type DossierPartKind } from './find-dossier.ts'
import { dossierParts } from './tables.ts'

export type DossierVersion = {
	kind: DossierPartKind
	version: number
	writtenAt: Date
	/** Name of who wrote it; null for a version that came with an import, or whose account is gone. */
	writtenBy: string | null
}

/** Of all parts of one dossier, newest first. */
export function findVersions(db: MunicipalityDatabase, focusThemeId: string): Promise<DossierVersion[]> {
	return db
		.select({
			kind: dossierParts.kind,
			version: dossierParts.version,
			writtenAt: dossierParts.writtenAt,
			writtenBy: accounts.name,
		})
		.from(dossierParts)
		.leftJoin(accounts, eq(accounts.id, dossierParts.writtenBy))
		.where(eq(dossierParts.focusThemeId, focusThemeId))
		.orderBy(desc(dossierParts.writtenAt), desc(dossierParts.version))
}

/** @throws {Problem} `dossier-part-unknown` */
export async function findVersion(
	db: MunicipalityDatabase,
	{ focusThemeId, kind, version }: { focusThemeId: string; kind: DossierPartKind; version: number },
): Promise<DossierPart> {
	const [part] = await db
		.select({ id: dossierParts.id, writtenAt: dossierParts.writtenAt })
		.from(dossierParts)
		.where(
			and(eq(dossierParts.focusThemeId, focusThemeId), eq(dossierParts.kind, kind), eq(dossierParts.version, version)),
		)
	if (!part) throw new Problem('not-found', 'dossier-part-unknown')
	const paragraphs = (await findParagraphs(db, [part.id])).get(part.id) ?? []
	return { version, writtenAt: part.writtenAt, paragraphs }
}
