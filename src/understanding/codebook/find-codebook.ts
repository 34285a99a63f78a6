import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { codingAllows } from '#listening/speaker-allows.ts'
import { themes } from '../tables.ts'
import { findTallies } from '../weighing/find-tallies.ts'
import { visitTallies } from '../weighing/tally.rules.ts'
import { inTreeOrder, lineagesOf } from './codebook.rules.ts'

export type Theme = {
	id: string
	slug: string
	parentId: string | null
	label: string
	definition: string
	/** The words of the chosen passage while they may be shown, or what was typed. */
	anchorExample: string
	anchorPassageId: string | null
	codingRule: string
	include: string
	exclude: string
	keywords: string[]
	colour: string
	position: number
	isArchived: boolean
	/** Passages that carry the theme itself, and the people who said them. Sub-themes count for themselves. */
	passages: number
	persons: number
	/** 0 at the top. */
	depth: number
}

/** All themes in reading order, archived ones included, with what was coded under each. */
export async function findCodebook(db: MunicipalityDatabase): Promise<Theme[]> {
	const { rows } = await db.execute<Omit<Theme, 'depth' | keyof Used>>(sql`
		select theme.id, theme.slug, theme.parent_id as "parentId", theme.label, theme.definition,
			coalesce(anchor.quote, theme.anchor_example) as "anchorExample", theme.anchor_passage_id as "anchorPassageId",
			theme.coding_rule as "codingRule", theme.include, theme.exclude,
			theme.keywords, theme.colour, theme.position, theme.archived_at is not null as "isArchived"
		from theme
		left join lateral (
			select coding.quote from coding
			where coding.id = theme.anchor_passage_id and coding.removed_at is null and ${codingAllows('analyse')}
		) as anchor on true`)
	const used = await countUsed(db, new Map(rows.map(({ id }) => [id, [id]])))
	return inTreeOrder(rows.map((theme) => ({ ...theme, ...(used.get(theme.id) ?? UNUSED) })))
}

export type Used = { passages: number; persons: number }

const UNUSED: Used = { passages: 0, persons: 0 }

/**
 * Passages and people of each theme together with everything under it: who speaks of several of them counts once.
 *
 * @param moved counts as if this theme stood under that parent (null: at the top)
 */
export async function findRolledUp(
	db: MunicipalityDatabase,
	moved?: { themeId: string; parentId: string | null },
): Promise<Map<string, Used>> {
	const rows = await db.select({ id: themes.id, parentId: themes.parentId }).from(themes)
	const tree = rows.map((theme) => (theme.id === moved?.themeId ? { ...theme, parentId: moved.parentId } : theme))
	return countUsed(db, lineagesOf(tree))
}

/** `countsFor`: the themes each theme's passages count for. */
async function countUsed(db: MunicipalityDatabase, countsFor: ReadonlyMap<string, readonly string[]>) {
	const { groups, themeIds } = await findTallies(db, sql`''`)
	const used = new Map<string, Used & { lastPerson: number }>()
	for (const ids of countsFor.values()) for (const id of ids) used.set(id, { ...UNUSED, lastPerson: -1 })
	const byNumber = new Map(
		[...themeIds].map(([number, id]) => [number, (countsFor.get(id) ?? []).map((one) => used.get(one)!)]),
	)
	for (const { bytes } of groups) {
		visitTallies(bytes, ({ themeNumber, person }) => {
			for (const counting of byNumber.get(themeNumber)!) {
				counting.passages++
				if (counting.lastPerson !== person) counting.persons++
				counting.lastPerson = person
			}
		})
	}
	return new Map([...used].map(([id, { passages, persons }]): [string, Used] => [id, { passages, persons }]))
}

/** @throws {Problem} `theme-unknown` */
export async function findTheme(db: MunicipalityDatabase, slug: string): Promise<Theme> {
	const theme = (await findCodebook(db)).find((one) => one.slug === slug)
	if (!theme) throw new Problem('not-found', 'theme-unknown')
	return theme
}
