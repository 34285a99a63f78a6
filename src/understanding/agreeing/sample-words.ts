/** Words of samples: where they stand, how they were drawn, how well people agree. */
import { m } from '#platform/words/words.ts'
import type { Spread } from '../agreeing.tables.ts'
import type { Standing } from './comparison.rules.ts'
import type { SampleState } from './find-samples.ts'

export function stateWord(state: SampleState): string {
	return {
		coding: m.understanding_sample_state_coding,
		comparing: m.understanding_sample_state_comparing,
		settled: m.understanding_sample_state_settled,
	}[state]()
}

export function spreadWord(spread: Spread): string {
	return {
		random: m.understanding_spread_random,
		conversation: m.understanding_spread_conversation,
		format: m.understanding_spread_format,
		theme: m.understanding_spread_theme,
	}[spread]()
}

export function standingWord(standing: Standing): string {
	return {
		reliable: m.understanding_standing_reliable,
		tentative: m.understanding_standing_tentative,
		unreliable: m.understanding_standing_unreliable,
		undefined: m.understanding_standing_undefined,
	}[standing]()
}
