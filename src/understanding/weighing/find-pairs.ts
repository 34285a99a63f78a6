/** Themes that come up together: on the same words, in one contribution, in one conversation, with one person. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'
import type { Nearness } from './find-cell.ts'
import { findTallies, rowsByNumber } from './find-tallies.ts'
import { findThemeHeads, topOf, type ThemeHead } from './find-theme-heads.ts'
import { countOverlaps, countPairs, jaccardOf, liftOf } from './pairs.rules.ts'

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
			? await onSameWords(db, wanted, rowsOf(heads, rowOfTheme), shown.length)
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
	const rowOf = rowsByNumber(themeIds, rowOfTheme)
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

type ThemeRow = { theme: string; row: number }

function rowsOf(heads: readonly ThemeHead[], rowOfTheme: RowOfTheme): ThemeRow[] {
	return heads.flatMap(({ id }) => {
		const row = rowOfTheme(id)
		return row === undefined ? [] : [{ theme: id, row }]
	})
}

/** Two coders who give the same words the same theme are no pair. */
async function onSameWords(
	db: MunicipalityDatabase,
	{ roundId }: FindPairs,
	themeRows: readonly ThemeRow[],
	rowCount: number,
): Promise<Found> {
	const { rows } = await db.execute<{ places: Uint8Array }>(sql`
		select string_agg(int4send(coding.start) || int4send(coding."end") || int4send(shown.row), ''::bytea
			order by coding.start) as places
		from jsonb_to_recordset(${JSON.stringify(themeRows)}::jsonb) as shown (theme uuid, row int)
		join coding on coding.theme_id = shown.theme
		join voice on voice.id = coding.voice_id
		join speaker on speaker.id = voice.speaker_id
		join conversation on conversation.id = voice.conversation_id
		where coding.removed_at is null and ${speakerAllows('analyse')}
			and ${roundId ? sql`conversation.round_id = ${roundId}` : sql`true`}
		group by coding.voice_id, coding.transcript_id`)
	const { units, both, lying } = countOverlaps(
		rows.map(({ places }) => places),
		rowCount,
	)
	const pairs = allPairs(rowCount).flatMap(([first, second]): ThemePair[] => {
		const count = both(first, second)
		if (count === 0) return []
		const jaccard = lying(first, second) / (units[first]! + units[second]!)
		return [{ first, second, both: count, jaccard, lift: null }]
	})
	return { units, pairs }
}

function allPairs(count: number): [number, number][] {
	return Array.from({ length: count }, (_, first) =>
		Array.from({ length: count - first - 1 }, (__, n): [number, number] => [first, first + 1 + n]),
	).flat()
}
