/** What the rules say about labels, in words. */
import { m } from '#platform/words/words.ts'
import type { ClimbReason } from './edition-labels.rules.ts'
import type { LabelJudgement, LabelReason } from './role-label.rules.ts'

const REASONS: Record<LabelReason, (facts: { label: string; population: number }) => string> = {
	'enough-people': m.protecting_label_allowed,
	'too-few-people': m.protecting_label_reason_too_few_people,
	'half-too-small': m.protecting_label_reason_half_too_small,
	'other-word': m.protecting_label_reason_other_word,
	'unknown-word': m.protecting_label_reason_unknown_word,
	'several-attributes': m.protecting_label_reason_several_attributes,
	'place-too-small': m.protecting_label_reason_place_too_small,
	'place-unknown': m.protecting_label_reason_place_unknown,
}

/** Whether the label may stand and why. */
export function judgementSentence(label: string, { reason, population }: LabelJudgement): string {
	return REASONS[reason]({ label, population })
}

/** Why a quote could not carry a label in this edition; half a sentence. */
export function climbWords(because: ClimbReason): string {
	return {
		'too-few-people': m.protecting_label_climb_too_few_people,
		'too-few-voices': m.protecting_label_climb_too_few_voices,
		'one-voice-too-often': m.protecting_label_climb_one_voice_too_often,
		'two-voices-too-often': m.protecting_label_climb_two_voices_too_often,
		'links-quotes': m.protecting_label_climb_links_quotes,
		'one-stance': m.protecting_label_climb_one_stance,
		'other-label-before': m.protecting_label_climb_other_label_before,
	}[because]()
}

/** What an editor can do about it; a sentence. */
export function climbWay(because: ClimbReason): string {
	return {
		'too-few-people': m.protecting_label_way_too_few_people,
		'too-few-voices': m.protecting_label_way_too_few_voices,
		'one-voice-too-often': m.protecting_label_way_voice_too_often,
		'two-voices-too-often': m.protecting_label_way_voice_too_often,
		'links-quotes': m.protecting_label_way_links_quotes,
		'one-stance': m.protecting_label_way_one_stance,
		'other-label-before': m.protecting_label_way_other_label_before,
	}[because]()
}
