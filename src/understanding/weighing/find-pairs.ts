/** Themes that come up together: on the same words, in one contribution, in one conversation, with one person. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'
import type { Nearness } from './find-cell.ts'
import { findTallies } from './find-tallies.ts'
import { findThemeHeads, topOf, type ThemeHead } from './find-theme-heads.ts'
import { countPairs, jaccardOf, liftOf } from './pairs.rules.ts'

export type PairTheme = Pick<ThemeHead, 'slug' | 'label' | 'colour'> & { units: number }
export type ThemePair = {
	/** Places in `themes`. */
	first: number
	second: number
	/** Units with both; for passages, places where one of each lies on the same words. */
	both: number
	/** Of all units with either, those with both; for passages, of all passages of both themes, those that lie on the other's. */
	jaccard: number
	/** Against what chance would bring together; null for passages, which have no whole to be a share of. */
	lift: number | null
}
export type Pairs = { themes: PairTheme[]; pairs: ThemePair[] }

export type FindPairs = { nearness: Nearness; roundId?: string | undefined; isRolledUp?: boolean }

/** Strongest first; themes nobody carried are left out. */
export async function findPairs(db: MunicipalityDatabase, wanted: FindPairs): Promise<Pairs> {
	const heads = await findThemeHeads(db)
	const shown = wanted.isRolledUp ? heads.filter(({ depth }) => depth === 0) : heads
	const rowById = new Map(shown.map(({ id }, row) => [id, row]))
	const rowOfTheme = (id: string) => rowById.get(wanted.isRolledUp ? topOf(heads, id) : id)
	const { units, pairs } =
		wanted.nearness === 'passage'
			? await onSameWords(db, wanted, rowOfTheme, shown.length)
			: await inTallies(db, wanted, rowOfTheme, shown.length)
	const kept = units.flatMap((count, row) => (count > 0 ? [row] : []))
	const place = new Map(kept.map((row, at) => [row, at]))
	return {
		themes: kept.map((row) => {
			const { slug, label, colour } = shown[row]!
			return { slug, label, colour, units: units[row]! }
		}),
		pairs: pairs
			.map((pair) => ({ ...pair, first: place.get(pair.first)!, second: place.get(pair.second)! }))
			.toSorted((one, other) => other.both - one.both || other.jaccard - one.jaccard),
	}
}

type RowOfTheme = (id: string) => number | undefined
type Found = { units: number[]; pairs: ThemePair[] }

async function inTallies(
	db: MunicipalityDatabase,
	{ nearness, roundId }: FindPairs,
	rowOfTheme: RowOfTheme,
	rowCount: number,
): Promise<Found> {
	const by = nearness === 'conversation' ? sql`conversation.id::text` : sql`''`
	const { groups, themeIds } = await findTallies(db, by, roundId ? sql`conversation.round_id = ${roundId}` : undefined)
	const rowOf = new Map<number, number>()
	for (const [number, id] of themeIds) {
		const row = rowOfTheme(id)
		if (row !== undefined) rowOf.set(number, row)
	}
	const unit = nearness === 'conversation' ? 'group' : nearness === 'person' ? 'person' : 'voice'
	const { units, all, both } = countPairs({ groups: groups.map(({ bytes }) => bytes), unit, rowOf, rowCount })
	const pairs = allPairs(rowCount).flatMap(([first, second]): ThemePair[] => {
		const count = both(first, second)
		if (count === 0) return []
		const [one, other] = [units[first]!, units[second]!]
		return [{ first, second, both: count, jaccard: jaccardOf(count, one, other), lift: liftOf(count, one, other, all) }]
	})
	return { units, pairs }
}

type Overlap = { first: string; second: string; one: string; other: string }

/** Two coders who give the same words the same theme are no pair. */
async function onSameWords(
	db: MunicipalityDatabase,
	{ roundId }: FindPairs,
	rowOfTheme: RowOfTheme,
	rowCount: number,
): Promise<Found> {
	const spoken = sql`
		join voice on voice.id = coding.voice_id join speaker on speaker.id = voice.speaker_id
		join conversation on conversation.id = voice.conversation_id
		where coding.removed_at is null and ${speakerAllows('analyse')}
			and ${roundId ? sql`conversation.round_id = ${roundId}` : sql`true`}`
	const { rows: counted } = await db.execute<{ theme: string; passages: number }>(
		sql`select coding.theme_id as theme, count(*)::int as passages from coding ${spoken} group by 1`,
	)
	const { rows: overlaps } = await db.execute<Overlap>(sql`
		with said as (
			select coding.id, coding.voice_id, coding.transcript_id, coding.theme_id, coding.start, coding."end" from coding ${spoken}
		)
		select one.theme_id as first, other.theme_id as second, one.id as one, other.id as other
		from said as one join said as other on other.voice_id = one.voice_id and other.transcript_id = one.transcript_id
			and other.theme_id > one.theme_id and other.start < one."end" and other."end" > one.start`)
	const units = Array.from({ length: rowCount }, () => 0)
	for (const { theme, passages } of counted) {
		const row = rowOfTheme(theme)
		if (row !== undefined) units[row]! += passages
	}
	const byPair = Map.groupBy(overlaps, ({ first, second }) => {
		const [one, other] = [rowOfTheme(first) ?? -1, rowOfTheme(second) ?? -1]
		return one === other ? '' : `${Math.min(one, other)} ${Math.max(one, other)}`
	})
	byPair.delete('')
	const pairs = [...byPair].map(([key, places]): ThemePair => {
		const [first, second] = key.split(' ').map(Number) as [number, number]
		const lying = new Set(places.flatMap(({ one, other }) => [one, other])).size
		return { first, second, both: places.length, jaccard: lying / (units[first]! + units[second]!), lift: null }
	})
	return { units, pairs }
}

function allPairs(count: number): [number, number][] {
	return Array.from({ length: count }, (_, first) =>
		Array.from({ length: count - first - 1 }, (__, n): [number, number] => [first, first + 1 + n]),
	).flat()
}
