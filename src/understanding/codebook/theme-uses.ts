/** What rests on themes: in this stage counted here; later stages tell of theirs, for nothing here may know them. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'

/** Themes, and of their codings all or only these. */
export type AskedUses = { themeIds: string[]; codingIds?: string[] | undefined }

export type LaterUse = {
	kind: 'focus-theme' | 'perspective'
	title: string
	href: string
	/** Takes in whatever carries one of the themes. */
	gathers: boolean
	/** How many of the passages it quotes or rests on. */
	cited: number
}

type Tell = (db: MunicipalityDatabase, asked: AskedUses) => Promise<LaterUse[]>

const tellers: Tell[] = []

/** Called once per process, from the `reactions.ts` of a later stage. */
export function tellThemeUses(tell: Tell) {
	tellers.push(tell)
}

export async function findLaterUses(db: MunicipalityDatabase, asked: AskedUses): Promise<LaterUse[]> {
	const told: LaterUse[] = []
	for (const tell of tellers) told.push(...(await tell(db, asked)))
	return told
}

export type Carrying = {
	/** Also those taken back: undo at the desk may bring them again. */
	codings: number
	subThemes: number
	memos: number
	summaries: number
	blind: number
}

/** What keeps a theme from being deleted, beside later stages. */
export async function findCarrying(db: MunicipalityDatabase, themeId: string): Promise<Carrying> {
	const { rows } = await db.execute<Carrying>(sql`
		select (select count(*)::int from coding where theme_id = ${themeId}) as codings,
			(select count(*)::int from theme where parent_id = ${themeId}) as "subThemes",
			(select count(*)::int from memo where theme_id = ${themeId}) as memos,
			(select count(*)::int from case_summary where theme_id = ${themeId}) as summaries,
			(select count(*)::int from agreement_coding where theme_id = ${themeId})
				+ (select count(*)::int from agreement_verdict where theme_id = ${themeId}) as blind`)
	return rows[0]!
}
