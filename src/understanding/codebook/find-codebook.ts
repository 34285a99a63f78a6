import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { codingAllows, speakerAllows } from '#listening/speaker-allows.ts'
import { inTreeOrder } from './codebook.rules.ts'

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
	const { rows } = await db.execute<Omit<Theme, 'depth'>>(sql`
		select theme.id, theme.slug, theme.parent_id as "parentId", theme.label, theme.definition,
			coalesce(anchor.quote, theme.anchor_example) as "anchorExample", theme.anchor_passage_id as "anchorPassageId",
			theme.coding_rule as "codingRule", theme.include, theme.exclude,
			theme.keywords, theme.colour, theme.position, theme.archived_at is not null as "isArchived",
			coalesce(used.passages, 0) as passages, coalesce(used.persons, 0) as persons
		from theme
		left join lateral (
			select coding.quote from coding
			where coding.id = theme.anchor_passage_id and coding.removed_at is null and ${codingAllows('analyse')}
		) as anchor on true
		left join (
			select coding.theme_id, count(*)::int as passages, count(distinct voice.speaker_id)::int as persons
			from coding join voice on voice.id = coding.voice_id join speaker on speaker.id = voice.speaker_id
			where coding.removed_at is null and ${speakerAllows('analyse')}
			group by coding.theme_id
		) as used on used.theme_id = theme.id`)
	return inTreeOrder(rows)
}

export type Used = { passages: number; persons: number }

/**
 * Passages and people of each theme together with everything under it: who speaks of several of them counts once.
 *
 * @param moved counts as if this theme stood under that parent (null: at the top)
 */
export async function findRolledUp(
	db: MunicipalityDatabase,
	moved?: { themeId: string; parentId: string | null },
): Promise<Map<string, Used>> {
	const parent = moved
		? sql`case when id = ${moved.themeId} then ${moved.parentId}::uuid else parent_id end`
		: sql`parent_id`
	const { rows } = await db.execute<Used & { id: string }>(sql`
		with recursive tree(id, parent_id) as (select id, ${parent} from theme),
		branch(top, id) as (
			select id, id from tree union select branch.top, tree.id from branch join tree on tree.parent_id = branch.id
		)
		select branch.top as id, count(*)::int as passages, count(distinct voice.speaker_id)::int as persons
		from branch join coding on coding.theme_id = branch.id
		join voice on voice.id = coding.voice_id join speaker on speaker.id = voice.speaker_id
		where coding.removed_at is null and ${speakerAllows('analyse')}
		group by branch.top`)
	return new Map(rows.map(({ id, ...used }) => [id, used]))
}

/** @throws {Problem} `theme-unknown` */
export async function findTheme(db: MunicipalityDatabase, slug: string): Promise<Theme> {
	const theme = (await findCodebook(db)).find((one) => one.slug === slug)
	if (!theme) throw new Problem('not-found', 'theme-unknown')
	return theme
}
