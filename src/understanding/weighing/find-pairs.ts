/** Themes that come up together: on the same words, in one contribution, in one conversation, with one person. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { findTallies, rowsByNumber } from './find-tallies.ts'
import { findThemeHeads, topOf, type ThemeHead } from './find-theme-heads.ts'
import { countPairs, jaccardOf, liftOf, type Nearness, type Tallied } from './pairs.rules.ts'

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
	const ofRound = wanted.roundId ? sql`conversation.round_id = ${wanted.roundId}` : undefined
	const { groups, themeIds } = await findTallies(db, sql`conversation.id::text`, ofRound)
	const rowOf = rowsByNumber(themeIds, (id) => rowById.get(wanted.isRolledUp ? topOf(heads, id) : id))
	const tallied = { conversations: groups.map(({ bytes }) => bytes), rowOf, rowCount: shown.length }
	const { units, pairs } = await countedPairs(tallied, wanted.nearness)
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

async function countedPairs(tallied: Tallied, nearness: Nearness): Promise<{ units: number[]; pairs: ThemePair[] }> {
	const { units, all, both, sharing } = await countPairs(tallied, nearness)
	const pairs = allPairs(tallied.rowCount).flatMap(([first, second]): ThemePair[] => {
		const count = both(first, second)
		if (count === 0) return []
		const [one, other] = [units[first]!, units[second]!]
		if (sharing) return [{ first, second, both: count, jaccard: sharing(first, second) / (one + other), lift: null }]
		return [{ first, second, both: count, jaccard: jaccardOf(count, one, other), lift: liftOf(count, one, other, all) }]
	})
	return { units, pairs }
}

function allPairs(count: number): [number, number][] {
	return Array.from({ length: count }, (_, first) =>
		Array.from({ length: count - first - 1 }, (__, n): [number, number] => [first, first + 1 + n]),
	).flat()
}
