import { and, eq, isNull } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { findPassages, type Place } from './find-passages.ts'
import { codings, themes, type Stance } from './tables.ts'

export type CodePassage = Place & {
	/** Chosen by whoever asks, so that asking twice codes once. */
	id?: string
	themeId: string
	coderId: string
	stance?: Stance
	/** 1 mentioned, 2 emphasised, 3 strongly emphasised. */
	intensity?: number
	isGoodQuote?: boolean
	isSensitive?: boolean
	at: Date
}

export type Coding = Omit<typeof codings.$inferSelect, 'municipalityId'>

/**
 * Says of a passage what it is about.
 *
 * Asking again with the same id answers with the coding that is there, whether taken back meanwhile or not.
 *
 * @throws {Problem} those of `findPassages`; `theme-unknown`, `theme-archived`, `intensity-unknown`, `coding-exists`
 * when the same coder has already given exactly this passage this theme
 */
export async function codePassage(db: MunicipalityDatabase, { id, at, ...wanted }: CodePassage): Promise<Coding> {
	const { transcriptId, start, end, themeId, coderId, intensity = 1 } = wanted
	if (![1, 2, 3].includes(intensity)) throw new Problem('invalid', 'intensity-unknown')
	const [known] = id ? await db.select().from(codings).where(eq(codings.id, id)) : []
	if (known) return known
	const [passage] = await findPassages(db, [{ transcriptId, start, end }])
	await requireOpenTheme(db, themeId)
	const [twin] = await db
		.select({ id: codings.id })
		.from(codings)
		.where(
			and(
				eq(codings.transcriptId, transcriptId),
				eq(codings.start, start),
				eq(codings.end, end),
				eq(codings.themeId, themeId),
				eq(codings.coderId, coderId),
				isNull(codings.removedAt),
			),
		)
	if (twin) throw new Problem('conflict', 'coding-exists')

	const [coding] = await db
		.insert(codings)
		.values({ id, ...wanted, ...passage!, createdAt: at })
		.returning()
	return coding!
}

/** @throws {Problem} `theme-unknown`, `theme-archived` */
export async function requireOpenTheme(db: MunicipalityDatabase, themeId: string) {
	const [theme] = await db.select({ archivedAt: themes.archivedAt }).from(themes).where(eq(themes.id, themeId))
	if (!theme) throw new Problem('not-found', 'theme-unknown')
	if (theme.archivedAt) throw new Problem('conflict', 'theme-archived')
}
