/** Where the codebook needs care: words that are missing, themes nobody uses, themes that lie over one another. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'
import { findCodebook, type Theme } from './find-codebook.ts'

export type Gap = 'definition' | 'anchor' | 'rule' | 'unused'

export type GappyTheme = Pick<Theme, 'id' | 'slug' | 'label' | 'colour' | 'passages' | 'persons'> & {
	gaps: Gap[]
	/** For themes without a definition: the first things said under it. */
	firstPassages: string[]
}

/** `share`: how much of the rarer theme's passages overlap with one of the other, 0 … 1. */
export type Overlap = { one: string; other: string; oneId: string; otherId: string; passages: number; share: number }

/** From this share on, with at least this many passages, two themes may be one. */
const OVERLAPS = { share: 0.5, passages: 3 }
const FIRST_PASSAGES = 3

/** Themes in use only; those without definition first. */
export async function findGaps(db: MunicipalityDatabase): Promise<{ themes: GappyTheme[]; overlaps: Overlap[] }> {
	const book = (await findCodebook(db)).filter(({ isArchived }) => !isArchived)
	const parents = new Set(book.map(({ parentId }) => parentId))
	const gappy = book.flatMap((theme) => {
		const gaps = gapsOf(theme, parents.has(theme.id))
		return gaps.length > 0 ? [{ theme, gaps }] : []
	})
	const candidates = gappy.filter(({ gaps }) => gaps.includes('definition')).map(({ theme }) => theme.id)
	const first = await findFirstPassages(db, candidates)
	return {
		themes: gappy
			.map(({ theme: { id, slug, label, colour, passages, persons }, gaps }) => {
				return { id, slug, label, colour, passages, persons, gaps, firstPassages: first.get(id) ?? [] }
			})
			.toSorted((one, other) => Number(other.gaps.includes('definition')) - Number(one.gaps.includes('definition'))),
		overlaps: await findOverlaps(db),
	}
}

/** A theme that only holds sub-themes together needs no example and no passages of its own. */
export function gapsOf(theme: Theme, hasSubThemes: boolean): Gap[] {
	const gaps: Gap[] = []
	if (theme.definition === '') gaps.push('definition')
	if (hasSubThemes && theme.passages === 0) return gaps
	if (theme.anchorExample === '') gaps.push('anchor')
	if (theme.codingRule === '') gaps.push('rule')
	if (theme.passages === 0) gaps.push('unused')
	return gaps
}

async function findFirstPassages(db: MunicipalityDatabase, themeIds: string[]): Promise<Map<string, string[]>> {
	const { rows } = await db.execute<{ id: string; quotes: string[] }>(sql`
		select ranked.theme_id as id, array_agg(ranked.quote order by ranked.place) as quotes from (
			select coding.theme_id, coding.quote,
				row_number() over (partition by coding.theme_id order by coding.created_at, coding.id) as place
			from coding join voice on voice.id = coding.voice_id join speaker on speaker.id = voice.speaker_id
			where coding.theme_id = any (${sql.param(themeIds)}::uuid[]) and coding.removed_at is null
				and ${speakerAllows('analyse')}
		) as ranked where ranked.place <= ${FIRST_PASSAGES} group by ranked.theme_id`)
	return new Map(rows.map(({ id, quotes }) => [id, quotes]))
}

/** Pairs whose passages share words, strongest first. */
async function findOverlaps(db: MunicipalityDatabase): Promise<Overlap[]> {
	const { rows } = await db.execute<Overlap>(sql`
		with live as (
			select coding.id, coding.theme_id, coding.transcript_id, coding.voice_id, coding.start, coding."end"
			from coding join voice on voice.id = coding.voice_id join speaker on speaker.id = voice.speaker_id
			join theme on theme.id = coding.theme_id
			where coding.removed_at is null and theme.archived_at is null and ${speakerAllows('analyse')}
		), size as (select theme_id, count(*)::int as passages from live group by theme_id),
		pair as (
			select one.theme_id as one_id, other.theme_id as other_id,
				least(count(distinct one.id), count(distinct other.id))::int as passages
			from live as one join live as other on other.voice_id = one.voice_id and other.transcript_id = one.transcript_id
				and other.start < one."end" and other."end" > one.start and other.theme_id > one.theme_id
			group by 1, 2
		)
		select one.label as one, other.label as other, pair.one_id as "oneId", pair.other_id as "otherId", pair.passages,
			pair.passages::float8 / least(s1.passages, s2.passages) as share
		from pair join size as s1 on s1.theme_id = pair.one_id join size as s2 on s2.theme_id = pair.other_id
		join theme as one on one.id = pair.one_id join theme as other on other.id = pair.other_id
		where pair.passages >= ${OVERLAPS.passages}::int and pair.passages >= ${OVERLAPS.share}::float8 * least(s1.passages, s2.passages)
		order by share desc, pair.passages desc limit 20`)
	return rows
}
