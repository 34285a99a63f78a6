/** The figures the patterns rest on, for every theme at the top with its sub-themes. */
import { sql, type SQL } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'
import { STANCES } from '../tables.ts'
import { findTallies, rowsByNumber } from './find-tallies.ts'
import { findThemeHeads, topOf } from './find-theme-heads.ts'
import type { ThemeFigures } from './patterns.rules.ts'
import { visitTallies } from './tally.rules.ts'

export type ThemePattern = ThemeFigures & { id: string; slug: string; label: string }

/** Whether a passage names something anybody could begin with: a number, a weekday, a time of day, or a district by its name. */
export const CONCRETE = sql`(
	coding.quote ~* '[0-9]|\\m(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|abend|morgen|woche|monat)'
	or exists (select from district where coding.quote ilike '%' || district.name || '%')
)`

/** Whether a passage names what lies above the municipality. */
export const HIGHER = sql`coding.quote ~* '\\m(bundes|landes|landkreis|landtag|ministeri|kreistag|EU\\M)'`

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
	for (const { theme, concrete, higher } of await findNamings(db, roundId)) {
		const figures = counted.get(rowOfTheme(theme) ?? -1)
		if (!figures) continue
		figures.concreteWishes += concrete
		figures.higherWishes += higher
	}
	return tops.flatMap(({ id, slug, label }, row) => {
		const figures = counted.get(row)
		return figures ? [{ id, slug, label, ...figures }] : []
	})
}

/** What wishes name stands in their words alone, which no tally keeps. */
async function findNamings(db: MunicipalityDatabase, roundId: string | undefined) {
	const counting = (naming: SQL) => sql`count(*) filter (where ${naming})::int`
	const { rows } = await db.execute<{ theme: string; concrete: number; higher: number }>(sql`
		select coding.theme_id as theme, ${counting(CONCRETE)} as concrete, ${counting(HIGHER)} as higher
		from coding
		join voice on voice.id = coding.voice_id
		join speaker on speaker.id = voice.speaker_id
		join conversation on conversation.id = voice.conversation_id
		where coding.stance = 'wish' and coding.removed_at is null and ${speakerAllows('analyse')}
			and ${roundId ? sql`conversation.round_id = ${roundId}` : sql`true`}
		group by 1`)
	return rows
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
		visitTallies(bytes, (themeNumber, stance, intensity, person) => {
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
		})
	}
	return new Map([...counted].map(([row, counting]) => [row, figuresOf(counting)]))
}

const [HELPS, HINDERS, WISH] = [STANCES.indexOf('helps'), STANCES.indexOf('hinders'), STANCES.indexOf('wish')]

type Counting = {
	/** Whose coding was the last: one person's follow each other. */
	group: number
	person: number
	persons: number
	/** In the order of `STANCES`. */
	passages: number[]
	weights: number
	roundsHeld: Set<string>
	sectors: Set<string>
}

function newCounting(): Counting {
	const passages = STANCES.map(() => 0)
	return { group: -1, person: -1, persons: 0, passages, weights: 0, roundsHeld: new Set(), sectors: new Set() }
}

function figuresOf({ persons, passages, weights, roundsHeld, sectors }: Counting): ThemeFigures {
	const hinders = passages[HINDERS]!
	return {
		persons,
		helps: passages[HELPS]!,
		hinders,
		wishes: passages[WISH]!,
		weight: hinders === 0 ? null : weights / hinders,
		rounds: roundsHeld.size,
		wishSectors: sectors.size,
		concreteWishes: 0,
		higherWishes: 0,
	}
}
