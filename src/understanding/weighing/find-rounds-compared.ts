/** Two rounds, often years apart, theme by theme: who spoke of it then and now, and in which direction. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { STANCES } from '../tables.ts'
import { LEAST_DIRECTED } from './find-balance.ts'
import { findTallies, rowsByNumber } from './find-tallies.ts'
import { findThemeHeads, topOf, type ThemeHead } from './find-theme-heads.ts'
import { countTallies } from './matrix.rules.ts'
import { differenceOf, type Share } from './residuals.rules.ts'

export type RoundSide = Share & {
	/** (brings forward − holds back) ÷ both; null with too few passages. */
	balance: number | null
}
export type ComparedTheme = {
	theme: Pick<ThemeHead, 'slug' | 'label' | 'isArchived'>
	earlier: RoundSide
	later: RoundSide
	/** Of the shares of persons, with the range that holds nineteen times of twenty. */
	change: ReturnType<typeof differenceOf>
}

/**
 * Themes at the top with their sub-themes; shares are of everybody whose words carry any theme in that round. What a merged
 * theme carried counts for the theme it went into, in both rounds; archived themes are kept and said to be.
 */
export async function findRoundsCompared(
	db: MunicipalityDatabase,
	{ earlierId, laterId }: { earlierId: string; laterId: string },
): Promise<ComparedTheme[]> {
	const heads = await findThemeHeads(db)
	const tops = heads.filter(({ depth }) => depth === 0)
	const sides = [await countRound(db, earlierId, heads, tops), await countRound(db, laterId, heads, tops)] as const
	return tops.flatMap(({ slug, label, isArchived }, row) => {
		const [earlier, later] = [sides[0](row), sides[1](row)]
		if (earlier.count + later.count === 0) return []
		return [{ theme: { slug, label, isArchived }, earlier, later, change: differenceOf(earlier, later) }]
	})
}

async function countRound(db: MunicipalityDatabase, roundId: string, heads: ThemeHead[], tops: ThemeHead[]) {
	const { groups, themeIds } = await findTallies(db, sql`''`, sql`conversation.round_id = ${roundId}`)
	const place = new Map(tops.map(({ id }, row) => [id, row]))
	const rowOf = rowsByNumber(themeIds, (id) => place.get(topOf(heads, id)))
	const bytes = groups.map((group) => group.bytes)
	const counted = countTallies({ groups: bytes, stanceCount: STANCES.length, rowOf, rowCount: tops.length })
	const of = counted.at().persons
	return (row: number): RoundSide => {
		const passages = (stance: 'helps' | 'hinders') => counted.at(row, STANCES.indexOf(stance)).passages
		const directed = passages('helps') + passages('hinders')
		const balance = directed < LEAST_DIRECTED ? null : (passages('helps') - passages('hinders')) / directed
		return { count: counted.at(row).persons, of, balance }
	}
}
