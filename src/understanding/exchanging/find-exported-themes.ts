import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { allowsBy } from '#listening/speaker-allows.ts'
import { inTreeOrder } from '../codebook/codebook.rules.ts'
import type { ExportedTheme, ExportFilter } from './exported-project.ts'
import type { LossReport } from './project-plan.ts'

/**
 * The codebook in reading order. Archived themes go along where they or one below them carry a coding; with a filter by
 * theme, those above it go along too.
 */
export async function findExportedThemes(
	db: MunicipalityDatabase,
	{ themeId }: ExportFilter,
	coded: readonly { themeId: string }[],
	losses: LossReport,
): Promise<ExportedTheme[]> {
	const { rows } = await db.execute<ExportedTheme & { position: number; isArchived: boolean }>(sql`
		select theme.id, theme.parent_id as "parentId", theme.label, theme.colour, theme.definition,
			case when anchor.quote is not null and ${allowsBy(sql`voice.speaker_id`, 'analyse')} then anchor.quote
				else theme.anchor_example end as "anchorExample",
			theme.coding_rule as "codingRule", theme.include, theme.exclude, theme.keywords, theme.position,
			theme.archived_at is not null as "isArchived"
		from theme
		left join coding as anchor on anchor.id = theme.anchor_passage_id and anchor.removed_at is null
		left join voice on voice.id = anchor.voice_id`)
	const ordered = inTreeOrder(rows)
	const parents = new Map(ordered.map(({ id, parentId }) => [id, parentId]))
	const above = (ids: Iterable<string>) => {
		const found = new Set<string>()
		for (const one of ids)
			for (let id: string | null | undefined = one; id && !found.has(id); id = parents.get(id)) found.add(id)
		return found
	}
	const carrying = above(coded.map((coding) => coding.themeId))
	const open = ordered.filter(({ id, isArchived }) => !isArchived || carrying.has(id))
	losses.add('archived', ordered.filter(({ isArchived }) => isArchived).length)
	const shown = above(open.map(({ id }) => id))
	const wanted = themeId ? new Set([...above([themeId]), ...belowOf(themeId, parents)]) : shown
	return ordered
		.filter(({ id }) => shown.has(id) && wanted.has(id))
		.map(({ position: _, isArchived: __, depth: ___, ...theme }) => theme)
}

function belowOf(themeId: string, parents: ReadonlyMap<string, string | null>): Set<string> {
	const below = new Set([themeId])
	for (let before = 0; before < below.size;) {
		before = below.size
		for (const [id, parent] of parents) if (parent && below.has(parent)) below.add(id)
	}
	return below
}
