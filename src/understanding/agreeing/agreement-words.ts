/** What the figures are called, and how they and their absence are said. */
import { language, m } from '#platform/words/words.ts'
import type { FigureName } from './agreement.rules.ts'
import { standingOf } from './comparison.rules.ts'
import type { Figure, Reason } from './ratings.rules.ts'

export function figureWord(name: FigureName): string {
	const words: Record<FigureName, () => string> = {
		percent: m.understanding_figure_percent,
		cohen: m.understanding_figure_cohen,
		brennanPrediger: m.understanding_figure_brennan,
		scott: m.understanding_figure_scott,
		fleiss: m.understanding_figure_fleiss,
		gwetAc1: m.understanding_figure_gwet,
		alpha: m.understanding_figure_alpha,
		alphaU: m.understanding_figure_alpha_u,
		alphaUBinary: m.understanding_figure_alpha_u_binary,
		alphaCu: m.understanding_figure_alpha_cu,
	}
	return words[name]()
}

export function reasonText(reason: Reason): string {
	const words: Record<Reason, () => string> = {
		'one-coder': m.understanding_no_figure_one_coder,
		'no-shared-units': m.understanding_no_figure_no_shared_units,
		'no-variation': m.understanding_no_figure_no_variation,
		'nothing-coded': m.understanding_no_figure_nothing_coded,
		'not-numbers': m.understanding_no_figure_not_numbers,
		'below-zero': m.understanding_no_figure_below_zero,
		'overlapping-units': m.understanding_no_figure_overlapping_units,
		'needs-spans': m.understanding_no_figure_needs_spans,
	}
	return words[reason]()
}

/** Four digits, or why there is no figure. */
export function figureText({ value, reason }: Figure): string {
	return value === null ? m.understanding_no_figure({ reason: reasonText(reason) }) : value.toFixed(4)
}

/** Two digits; never rounded up to a standing it has not reached: 0.666 is 0.66, for 0.67 would be called usable. */
export function coefficientText(value: number): string {
	const isLifted = standingOf({ value: Math.round(value * 100) / 100 }) !== standingOf({ value })
	return new Intl.NumberFormat(language(), {
		minimumFractionDigits: 2,
		maximumFractionDigits: 2,
		roundingMode: isLifted ? 'floor' : 'halfExpand',
	})
		.format(value)
		.replace('-', '−')
}
