import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'
import { inTreeOrder } from './codebook.rules.ts'

export type Theme = {
	id: string
	slug: string
	parentId: string | null
	label: string
	definition: string
	anchorExample: string
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
			theme.anchor_example as "anchorExample", theme.coding_rule as "codingRule", theme.include, theme.exclude,
			theme.keywords, theme.colour, theme.position, theme.archived_at is not null as "isArchived",
			coalesce(used.passages, 0) as passages, coalesce(used.persons, 0) as persons
		from theme
		left join (
			select coding.theme_id, count(*)::int as passages, count(distinct voice.speaker_id)::int as persons
			from coding join voice on voice.id = coding.voice_id join speaker on speaker.id = voice.speaker_id
			where coding.removed_at is null and ${speakerAllows('analyse')}
			group by coding.theme_id
		) as used on used.theme_id = theme.id`)
	return inTreeOrder(rows)
}

/** @throws {Problem} `theme-unknown` */
export async function findTheme(db: MunicipalityDatabase, slug: string): Promise<Theme> {
	const theme = (await findCodebook(db)).find((one) => one.slug === slug)
	if (!theme) throw new Problem('not-found', 'theme-unknown')
	return theme
}
