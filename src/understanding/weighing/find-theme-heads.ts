/** The codebook as the tables of this folder need it: names and order, archived themes included. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { inTreeOrder } from '../codebook/codebook.rules.ts'

export type ThemeHead = {
	id: string
	parentId: string | null
	slug: string
	label: string
	colour: string
	position: number
	isArchived: boolean
	/** 0 at the top. */
	depth: number
}

export async function findThemeHeads(db: MunicipalityDatabase): Promise<ThemeHead[]> {
	const { rows } = await db.execute<Omit<ThemeHead, 'depth'>>(sql`
		select id, parent_id as "parentId", slug, label, colour, position, archived_at is not null as "isArchived" from theme`)
	return inTreeOrder(rows)
}

/** The id of the theme at the top of the branch a theme stands in; its own where it is at the top or unknown. */
export function topOf(themes: readonly Pick<ThemeHead, 'id' | 'parentId'>[], themeId: string): string {
	const parents = new Map(themes.map(({ id, parentId }) => [id, parentId]))
	let top = themeId
	for (let steps = 0; steps < themes.length; steps++) {
		const parent = parents.get(top)
		if (!parent || !parents.has(parent)) return top
		top = parent
	}
	return top
}
