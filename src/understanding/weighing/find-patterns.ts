/** The figures the patterns rest on, for every theme at the top with its sub-themes. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { STANCES } from '../tables.ts'
import { findTallies, rowsByNumber } from './find-tallies.ts'
import { findThemeHeads, topOf } from './find-theme-heads.ts'
import type { ThemeFigures } from './patterns.rules.ts'
import { visitTallies } from './tally.rules.ts'

export type ThemePattern = ThemeFigures & { id: string; slug: string; label: string }

/** Themes anybody ever spoke of, in the codebook's order; with a round the figures are its own, but for `rounds`. */
export async function findPatterns(
	db: MunicipalityDatabase,
	{ roundId }: { roundId?: string | undefined },
): Promise<ThemePattern[]> {
	const heads = await findThemeHeads(db)
	const tops = heads.filter(({ depth, isArchived }) => depth === 0 && !isArchived)
	const place = new Map(tops.map(({ id }, row) => [id, row]))
	const rowOfTheme = (id: string) => place.get(topOf(heads, id))
	const by = sql`conversation.round_id::text || ' ' || coalesce(speaker.sector_id::text, '')`
	const { groups, themeIds } = await findTallies(db, by)
	const counted = countFigures(groups, rowsByNumber(themeIds, rowOfTheme), roundId)
	return tops.flatMap(({ id, slug, label }, row) => {
		const figures = counted.get(row)
		return figures ? [{ id, slug, label, ...figures }] : []
	})
}

/** By row; `groups` are keyed by round and sector, and nobody stands in two of them. */
function countFigures(
	groups: readonly { key: string | null; bytes: Uint8Array }[],
	rowOf: ReadonlyMap<number, number>,
	roundId: string | undefined,
): Map<number, ThemeFigures> {
	const counted = new Map<number, Counting>()
	for (const [group, { key, bytes }] of groups.entries()) {
		const [round = '', sector = ''] = key!.split(' ')
		const isAsked = roundId === undefined || round === roundId
		visitTallies(bytes, ({ themeNumber, stance, intensity, isConcrete, isHigher, person }) => {
			const row = rowOf.get(themeNumber)
			if (row === undefined) return
			let counting = counted.get(row)
			if (!counting) counted.set(row, (counting = newCounting()))
			if (stance === HINDERS) counting.roundsHeld.add(round)
			if (!isAsked) return
			if (counting.group !== group || counting.person !== person) counting.persons++
			counting.group = group
			counting.person = person
			counting.passages[stance]!++
			if (stance === HINDERS) counting.weights += intensity
			if (stance === WISH && sector) counting.sectors.add(sector)
			if (isConcrete) counting.concreteWishes++
			if (isHigher) counting.higherWishes++
		})
	}
	return new Map([...counted].map(([row, counting]) => [row, figuresOf(counting)]))
}

const [HELPS, HINDERS, WISH] = [STANCES.indexOf('helps'), STANCES.indexOf('hinders'), STANCES.indexOf('wish')]

type Counting = Pick<ThemeFigures, 'persons' | 'concreteWishes' | 'higherWishes'> & {
	/** Whose coding was the last: one person's follow each other. */
	group: number
	person: number
	/** In the order of `STANCES`. */
	passages: number[]
	weights: number
	roundsHeld: Set<string>
	sectors: Set<string>
}

function newCounting(): Counting {
	return {
		...{ group: -1, person: -1, persons: 0, weights: 0, concreteWishes: 0, higherWishes: 0 },
		passages: STANCES.map(() => 0),
		roundsHeld: new Set(),
		sectors: new Set(),
	}
}

function figuresOf({ passages, weights, roundsHeld, sectors, ...counted }: Counting): ThemeFigures {
	const hinders = passages[HINDERS]!
	return {
		persons: counted.persons,
		helps: passages[HELPS]!,
		hinders,
		wishes: passages[WISH]!,
		weight: hinders === 0 ? null : weights / hinders,
		rounds: roundsHeld.size,
		wishSectors: sectors.size,
		concreteWishes: counted.concreteWishes,
		higherWishes: counted.higherWishes,
	}
}
