/** What coders of a sample agree on: whether a theme applies to a contribution, where, in which direction and how strongly. */
import { agreementOfRatings, type Agreement } from './agreement.rules.ts'
import { krippendorffAlpha } from './krippendorff.rules.ts'
import { countRatings, figure, pairsOf, undefinedFor, type Figure, type Value } from './ratings.rules.ts'
import { binaryDisagreement, type Span } from './unitising.rules.ts'

type Stance = 'helps' | 'hinders' | 'wish' | 'neutral'
export type ComparedUnit = { id: string; length: number }
export type ComparedCoding = {
	unitId: string
	coderId: string
	themeId: string
	start: number
	end: number
	stance: Stance
	intensity: number
}
export type Compared = {
	coderIds: readonly string[]
	units: readonly ComparedUnit[]
	codings: readonly ComparedCoding[]
}

/** Below: too uncertain to conclude anything. Krippendorff 2019, p. 356. */
export const TENTATIVE = 0.667
/** From here on what was coded may be relied on. */
export const RELIABLE = 0.8

export type Standing = 'reliable' | 'tentative' | 'unreliable' | 'undefined'

export function standingOf({ value }: Figure): Standing {
	if (value === null) return 'undefined'
	if (value >= RELIABLE) return 'reliable'
	return value >= TENTATIVE ? 'tentative' : 'unreliable'
}

export type ThemeAgreement = { themeId: string; agreement: Agreement; alphaU: Figure; uses: number[] }

export type Comparison = {
	overall: Agreement
	alphaU: Figure
	/** Share of contributions to which all gave exactly the same themes. */
	sameThemes: Figure
	byTheme: ThemeAgreement[]
	byPair: { coderIds: [string, string]; agreement: Agreement }[]
	/** Among those who gave a contribution the same theme. */
	stance: Figure
	intensity: Figure
}

/**
 * A unit of the coefficients is one theme in one contribution: it applies (1) or not (0). Themes nobody used say nothing
 * and are left out; an interval draws contributions, whole.
 *
 * Many intervals take long together: `pause` comes before each, so that others are served in between.
 */
export async function compareCodings(compared: Compared, pause: () => Promise<unknown>): Promise<Comparison> {
	const { coderIds, units, codings } = compared
	const themeIds = [...new Set(codings.map(({ themeId }) => themeId))].toSorted()
	const given = indexOf(codings)
	const ratingsOf = async (themes: readonly string[], coders: readonly string[] = coderIds) => {
		await pause()
		const cells = units.flatMap(({ id }) => themes.map((themeId) => ({ id, themeId })))
		const rows = cells.map(({ id, themeId }) => coders.map((coder) => Number(given.has(keyOf(id, coder, themeId)))))
		return agreementOfRatings(countRatings(coders, rows, { clusterOf: (row) => cells[row]!.id, values: [0, 1] }), {
			level: 'nominal',
			values: 2,
		})
	}
	const parts = themeIds.map((themeId) => unitising(compared, themeId))
	const byTheme: ThemeAgreement[] = []
	for (const [at, themeId] of themeIds.entries()) {
		const uses = coderIds.map((coder) => units.filter(({ id }) => given.has(keyOf(id, coder, themeId))).length)
		byTheme.push({ themeId, agreement: await ratingsOf([themeId]), alphaU: pooled([parts[at]!]), uses })
	}
	const byPair: Comparison['byPair'] = []
	for (const [one, other] of pairsOf(coderIds)) {
		const pair: [string, string] = [coderIds[one]!, coderIds[other]!]
		byPair.push({ coderIds: pair, agreement: await ratingsOf(themeIds, pair) })
	}
	return {
		overall: await ratingsOf(themeIds),
		alphaU: pooled(parts),
		sameThemes: sameThemes(compared),
		byTheme,
		byPair,
		stance: alongTheme(compared, given, 'nominal', ({ stance }) => stance),
		intensity: alongTheme(compared, given, 'ordinal', ({ intensity }) => intensity),
	}
}

const keyOf = (unitId: string, coderId: string, themeId: string) => `${unitId} ${coderId} ${themeId}`

/** The longest coding of each coder, theme and contribution: its direction and weight count. */
function indexOf(codings: readonly ComparedCoding[]): Map<string, ComparedCoding> {
	const longest = new Map<string, ComparedCoding>()
	for (const coding of codings) {
		const key = keyOf(coding.unitId, coding.coderId, coding.themeId)
		const before = longest.get(key)
		if (!before || coding.end - coding.start > before.end - before.start) longest.set(key, coding)
	}
	return longest
}

function alongTheme(
	{ coderIds, units, codings }: Compared,
	given: Map<string, ComparedCoding>,
	level: 'nominal' | 'ordinal',
	of: (coding: ComparedCoding) => Value,
): Figure {
	const themeIds = [...new Set(codings.map(({ themeId }) => themeId))]
	const rows = units.flatMap(({ id }) =>
		themeIds.map((themeId) =>
			coderIds.map((coder) => {
				const coding = given.get(keyOf(id, coder, themeId))
				return coding ? of(coding) : null
			}),
		),
	)
	return krippendorffAlpha(countRatings(coderIds, rows), level)
}

function sameThemes({ coderIds, units, codings }: Compared): Figure {
	if (coderIds.length < 2) return undefinedFor('one-coder')
	if (codings.length === 0) return undefinedFor('nothing-coded')
	const sets = new Map<string, Set<string>>()
	for (const { unitId, coderId, themeId } of codings) {
		const key = `${unitId} ${coderId}`
		sets.set(key, (sets.get(key) ?? new Set()).add(themeId))
	}
	const written = (unitId: string, coder: string) => [...(sets.get(`${unitId} ${coder}`) ?? [])].toSorted().join()
	const same = units.filter(({ id }) => new Set(coderIds.map((coder) => written(id, coder))).size === 1)
	return units.length === 0 ? undefinedFor('no-shared-units') : figure(same.length / units.length)
}

/** |uα of one theme over all contributions, laid one behind the other. */
function unitising({ coderIds, units, codings }: Compared, themeId: string) {
	const begins = new Map<string, number>()
	let length = 0
	for (const unit of units) {
		begins.set(unit.id, length)
		length += unit.length
	}
	const own = codings.filter((coding) => coding.themeId === themeId && begins.has(coding.unitId))
	const spans = own.map(({ coderId, unitId, start, end }) => ({
		coder: coderId,
		start: begins.get(unitId)! + start,
		end: begins.get(unitId)! + end,
		value: themeId,
	}))
	return binaryDisagreement(coderIds, mergedSpans(spans), length)
}

/** Passages of one coder and theme that overlap are one; those that touch stay two. */
export function mergedSpans(spans: readonly Span[]): Span[] {
	const merged: Span[] = []
	const last = new Map<string, Span>()
	for (const span of spans.toSorted((one, other) => one.start - other.start)) {
		const before = last.get(span.coder)
		if (before && span.start < before.end) before.end = Math.max(before.end, span.end)
		else {
			const own = { ...span }
			merged.push(own)
			last.set(span.coder, own)
		}
	}
	return merged
}

function pooled(parts: readonly { observed: number; expected: number }[]): Figure {
	if (parts.length === 0) return undefinedFor('nothing-coded')
	const sum = (of: 'observed' | 'expected') => parts.reduce((total, part) => total + part[of], 0)
	return sum('expected') > 0 ? figure(1 - sum('observed') / sum('expected')) : undefinedFor('no-variation')
}

/** A theme that some gave a contribution and others did not. */
export type Disagreement = { unitId: string; themeId: string; givenBy: string[] }

/** In the order of the contributions. */
export function disagreementsOf({ coderIds, units, codings }: Compared): Disagreement[] {
	const byUnit = Map.groupBy(codings, ({ unitId }) => unitId)
	return units.flatMap(({ id }) => {
		const byTheme = Map.groupBy(byUnit.get(id) ?? [], ({ themeId }) => themeId)
		return [...byTheme].flatMap(([themeId, own]) => {
			const givenBy = coderIds.filter((coder) => own.some(({ coderId }) => coderId === coder))
			return givenBy.length < coderIds.length ? [{ unitId: id, themeId, givenBy }] : []
		})
	})
}

/** What becomes a coding of the team. */
export type Settled = Omit<ComparedCoding, 'coderId'>

/**
 * What all gave a contribution, and what was decided to apply. Passages of several coders that overlap become one that
 * covers them; its direction is the one most chose (in a tie that of the first coder), its weight the middle, rounded up.
 */
export function settledCodings(compared: Compared, applies: (unitId: string, themeId: string) => boolean): Settled[] {
	const { coderIds, units, codings } = compared
	const known = new Set(units.map(({ id }) => id))
	const inSeats = codings.toSorted((one, other) => coderIds.indexOf(one.coderId) - coderIds.indexOf(other.coderId))
	const places = Map.groupBy(
		inSeats.filter(({ unitId }) => known.has(unitId)),
		({ unitId, themeId }) => `${unitId} ${themeId}`,
	)
	return [...places.values()].flatMap((own) => {
		const { unitId, themeId } = own[0]!
		const isShared = coderIds.every((coder) => own.some(({ coderId }) => coderId === coder))
		if (!isShared && !applies(unitId, themeId)) return []
		const covered = mergedSpans(own.map(({ start, end }) => ({ coder: '', start, end, value: themeId })))
		return covered.map(({ start, end }) => {
			const inside = own.filter((coding) => coding.start < end && coding.end > start)
			return { unitId, themeId, start, end, stance: mostChosen(inside), intensity: middle(inside) }
		})
	})
}

function mostChosen(codings: readonly ComparedCoding[]): Stance {
	const counts = [...Map.groupBy(codings, ({ stance }) => stance)]
	return counts.reduce((most, one) => (one[1].length > most[1].length ? one : most))[0]
}

function middle(codings: readonly ComparedCoding[]): number {
	const weights = codings.map(({ intensity }) => intensity).toSorted((one, other) => one - other)
	return weights[Math.floor(weights.length / 2)]!
}
