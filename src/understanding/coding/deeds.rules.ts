/** What one person did at the desk, in a form that can be taken back and done again. Pure; holds no words of anybody. */
import type { SpecialCategory, Stance } from '../tables.ts'

/** What a coding says; `[start, end)` in code points of its transcript. */
export type CodingState = {
	start: number
	end: number
	themeId: string
	stance: Stance
	intensity: number
	isGoodQuote: boolean
	isSensitive: boolean
	specialCategory: SpecialCategory | null
}

/** `null`: there is no such coding. Of a change only what changes is named. */
export type DeedPart = {
	codingId: string
	before: Partial<CodingState> | null
	after: Partial<CodingState> | null
}

export type Deed = {
	/** Deeds on several transcripts that were one step: all hits of a search. */
	stepId?: string
	parts: DeedPart[]
	/** What the machine proposed and this decided on. */
	suggestions?: DecidedSuggestion[]
}

/** `codingId`: what accepting it made; without one it was refused. */
export type DecidedSuggestion = { id: string; codingId?: string | undefined }

export const STATE_KEYS = [
	'start',
	'end',
	'themeId',
	'stance',
	'intensity',
	'isGoodQuote',
	'isSensitive',
	'specialCategory',
] as const satisfies readonly (keyof CodingState)[]

/** What takes it back: the last first. */
export function oppositeOf(parts: readonly DeedPart[]): DeedPart[] {
	return parts.map(({ codingId, before, after }) => ({ codingId, before: after, after: before })).toReversed()
}

export function stateOf(coding: CodingState): CodingState {
	return pickState(coding, STATE_KEYS) as CodingState
}

/** What `coding` says of the things that `like` names. */
export function sameThingsOf(coding: CodingState, like: Partial<CodingState>): Partial<CodingState> {
	return pickState(
		coding,
		STATE_KEYS.filter((key) => like[key] !== undefined),
	)
}

/** Whether a coding stands as a deed expects to find it; `null` means that it is not there. */
export function standsAs(coding: CodingState | null, expected: Partial<CodingState> | null): boolean {
	if (coding === null || expected === null) return coding === expected
	return STATE_KEYS.every((key) => expected[key] === undefined || expected[key] === coding[key])
}

/** Whether it says everything a coding says. */
export function isWhole(state: Partial<CodingState> | null): state is CodingState {
	return state !== null && STATE_KEYS.every((key) => state[key] !== undefined)
}

function pickState(coding: CodingState, keys: readonly (keyof CodingState)[]): Partial<CodingState> {
	return Object.fromEntries(keys.map((key) => [key, coding[key]]))
}
