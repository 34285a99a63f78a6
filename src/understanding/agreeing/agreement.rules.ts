/** Every figure for one table of ratings or one set of spans, under the names other programs read. */
import { brennanPrediger, cohenKappa, fleissKappa, gwetAc1, percentAgreement, scottPi } from './kappa.rules.ts'
import { alphaInterval, krippendorffAlpha, type Interval, type Level } from './krippendorff.rules.ts'
import { sharedUnits, undefinedFor, type Figure, type Ratings, type Reason } from './ratings.rules.ts'
import {
	binaryDisagreement,
	characterRatings,
	continuumOf,
	unitisingAlphas,
	type Span,
	type Unitising,
} from './unitising.rules.ts'

/** In the order they are printed. `percent` is a share, 0 … 1. */
export const KAPPAS = ['percent', 'cohen', 'brennanPrediger', 'scott', 'fleiss', 'gwetAc1', 'alpha'] as const
export const UNIT_ALPHAS = ['alphaU', 'alphaUBinary', 'alphaCu'] as const
export type FigureName = (typeof KAPPAS)[number] | (typeof UNIT_ALPHAS)[number]

export type Agreement = {
	coders: readonly string[]
	level: Level
	/** Units judged at all, and by two coders or more; characters where coders marked spans. */
	units: number
	shared: number
	values: number
	figures: Record<FigureName, Figure>
	/** Of alpha, 95 %. */
	interval: Interval | null
}

export type Options = {
	level: Level
	values?: number | undefined
	seed?: number | undefined
	draws?: number | undefined
}

/** Coders sorted the same units. */
export function agreementOfRatings(ratings: Ratings, { level, values, seed, draws }: Options): Agreement {
	const none = undefinedFor('needs-spans')
	return {
		coders: ratings.coders,
		level,
		units: ratings.patterns.reduce((sum, { weight }) => sum + weight, 0),
		shared: sharedUnits(ratings),
		values: Math.max(values ?? 0, ratings.values.length),
		figures: {
			percent: percentAgreement(ratings),
			cohen: cohenKappa(ratings),
			brennanPrediger: brennanPrediger(ratings, values),
			scott: scottPi(ratings),
			fleiss: fleissKappa(ratings),
			gwetAc1: gwetAc1(ratings, values),
			alpha: krippendorffAlpha(ratings, level),
			alphaU: none,
			alphaUBinary: none,
			alphaCu: none,
		},
		interval: alphaInterval(ratings, level, {
			...(seed !== undefined && { seed }),
			...(draws !== undefined && { draws }),
		}),
	}
}

export type SpanAgreement = Agreement & {
	length: number
	/** How much of the text lies where units of different coders meet; null where it is not defined. */
	coverage: number | null
	/** Each value against everything else, character by character, with its own unitising figures. */
	byValue: Record<string, { figures: Record<FigureName | 'alphaKu', Figure>; coverage: number | null }>
}

/**
 * Coders marked a text of `length` characters. Percent, kappas and alpha compare it character by character, gaps as a value
 * of their own; the unitising family compares the units.
 */
export function agreementOfSpans(coders: readonly string[], spans: readonly Span[], length: number): SpanAgreement {
	const family = unitisingAlphas(coders, spans, length)
	const reason: Reason | undefined =
		family.alphaU.reason === 'no-variation' ? undefined : (family.alphaU.reason ?? undefined)
	const values = [...new Set(spans.map(({ value }) => value))].toSorted()
	const whole = reason ? withoutFigures(coders, reason, length) : ofCharacters(coders, spans, length)
	return {
		...whole,
		values: values.length,
		figures: { ...whole.figures, ...familyFigures(family) },
		length,
		coverage: family.coverage,
		byValue: Object.fromEntries(values.map((value) => [value, ofValue(coders, spans, length, value, family)])),
	}
}

function ofValue(coders: readonly string[], spans: readonly Span[], length: number, value: string, family: Unitising) {
	const own = spans.filter((span) => span.value === value)
	const { figures } = ofCharacters(coders, own, length)
	const { observed, expected } = binaryDisagreement(coders, own, length)
	const alphaUBinary: Figure =
		expected > 0 ? { value: 1 - observed / expected } : undefinedFor(coders.length < 2 ? 'one-coder' : 'no-variation')
	const met = family.byValue[value]
	const alphaKu = met?.alphaKu ?? undefinedFor(family.alphaU.reason ?? 'no-shared-units')
	return {
		figures: { ...figures, alphaU: alphaUBinary, alphaUBinary, alphaCu: undefinedFor('no-variation'), alphaKu },
		coverage: met?.coverage ?? null,
	}
}

/** `spans` do not overlap within a coder. */
function ofCharacters(coders: readonly string[], spans: readonly Span[], length: number): Agreement {
	return agreementOfRatings(characterRatings(continuumOf(coders, spans, length)), { level: 'nominal' })
}

function familyFigures({ alphaU, alphaUBinary, alphaCu }: Unitising) {
	return { alphaU, alphaUBinary, alphaCu }
}

function withoutFigures(coders: readonly string[], reason: Reason, length: number): Agreement {
	const names = [...KAPPAS, ...UNIT_ALPHAS]
	const figures = Object.fromEntries(names.map((name) => [name, undefinedFor(reason)])) as Record<FigureName, Figure>
	return { coders, level: 'nominal', units: length, shared: 0, values: 0, figures, interval: null }
}

/** Numbers and reasons as JSON: a figure is a number or null, and `reasons` says why for each that is null. */
export function figuresAsJson(figures: Record<string, Figure>): Record<string, unknown> {
	const entries = Object.entries(figures)
	const missing = entries.filter(([, { value }]) => value === null)
	return {
		...Object.fromEntries(entries.map(([name, { value }]) => [name, value])),
		reasons: Object.fromEntries(missing.map(([name, { reason }]) => [name, reason])),
	}
}
