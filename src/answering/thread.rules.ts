/**
 * The thread of a voice, in the order people read it: heard, understood, focused, acted, answered, and what is still
 * promised. Pure: no clock, no database, no request.
 */
import type { Format } from '#listening/vocabulary.ts'
import type { Stance } from '#understanding/tables.ts'
import { isClosed } from '#acting/standing.rules.ts'
import type { InitiativeInList } from '#acting/find-initiatives.ts'
import type { AnswerView } from './find-answers.ts'

/** A theme somebody heard in the voice's own words; `passage` is what they marked. */
export type ThreadCoding = {
	codingId: string
	theme: { slug: string; label: string; colour: string }
	stance: Stance
	passage: string
}

export type ThreadFocusTheme = { id: string; slug: string; title: string; guidingQuestion: string }

/** Everything that became of one voice. */
export type Thread = {
	voice: {
		id: string
		title: string | null
		text: string
		format: Format
		roundTitle: string
		/** `2025-04`: a month, never a day, so that an occasion gives nobody away. Null where unknown. */
		heardIn: string | null
	}
	codings: ThreadCoding[]
	focusThemes: ThreadFocusTheme[]
	initiatives: InitiativeInList[]
	/** Newest first. */
	answers: AnswerView[]
	/** The earliest answer still promised, late ones included; null when none is. */
	nextAnswer: NextAnswer | null
}

export type NextAnswer = { by: string; about: string; isOverdue: boolean }

/** One knot of the thread. `isOpen` is drawn dotted: promised, not yet done. */
export type ThreadStep =
	| { stage: 'listen'; isOpen: false; voice: Thread['voice'] }
	| { stage: 'understand'; isOpen: boolean; codings: ThreadCoding[] }
	| { stage: 'focus'; isOpen: false; focusTheme: ThreadFocusTheme }
	| { stage: 'act'; isOpen: boolean; initiative: InitiativeInList }
	| { stage: 'answer'; isOpen: false; answer: AnswerView }
	| { stage: 'answer'; isOpen: true; next: NextAnswer | null }

/** The thread as a line of knots. It always ends with an answer: given, promised, or still owed without a day. */
export function threadSteps(thread: Thread): ThreadStep[] {
	const { voice, codings, focusThemes, initiatives, answers, nextAnswer } = thread
	const steps: ThreadStep[] = [
		{ stage: 'listen', isOpen: false, voice },
		{ stage: 'understand', isOpen: codings.length === 0, codings },
	]
	for (const focusTheme of focusThemes) steps.push({ stage: 'focus', isOpen: false, focusTheme })
	for (const initiative of initiatives) steps.push({ stage: 'act', isOpen: !isClosed(initiative.state), initiative })
	const given = answers.toSorted((one, other) => one.answeredOn.localeCompare(other.answeredOn))
	for (const answer of given) steps.push({ stage: 'answer', isOpen: false, answer })
	if (nextAnswer || answers.length === 0) steps.push({ stage: 'answer', isOpen: true, next: nextAnswer })
	return steps
}

/**
 * The earliest answer still owed. An answer's own promise counts only while it is the newest on its subject; an
 * initiative that is done or refused owes nothing more.
 */
export function nextAnswerOf(
	{ initiatives, answers }: Pick<Thread, 'initiatives' | 'answers'>,
	today: string,
): NextAnswer | null {
	const promised = new Map<string, { by: string; about: string }>()
	for (const { to, nextAnswerBy } of newestBySubject(answers))
		if (nextAnswerBy && to.kind !== 'initiative') promised.set(to.id, { by: nextAnswerBy, about: to.title ?? '' })
	for (const { id, title, state, nextAnswerBy } of initiatives)
		if (nextAnswerBy && !isClosed(state)) promised.set(id, { by: nextAnswerBy, about: title })
	const [earliest] = [...promised.values()].toSorted((one, other) => one.by.localeCompare(other.by))
	return earliest ? { ...earliest, isOverdue: earliest.by < today } : null
}

/** `answers` newest first. */
function newestBySubject(answers: AnswerView[]): AnswerView[] {
	const seen = new Map<string, AnswerView>()
	for (const answer of answers) if (!seen.has(answer.to.id)) seen.set(answer.to.id, answer)
	return [...seen.values()]
}
