/** Which of somebody's contributions a receipt shows first: whoever spoke for an hour does not want all of it on a phone. Pure. */
import type { Thread } from '#answering/thread.rules.ts'

const SHOWN_AT_FIRST = 6
/** Characters of a contribution that are shown before somebody asks for all of it. */
const EXCERPT = 180

type Worth = Pick<Thread, 'codings' | 'focusThemes' | 'initiatives' | 'answers'>

/** Those that led furthest, in the order they were said. */
export function shownThreads<Shown extends Worth>(threads: readonly Shown[]): Shown[] {
	if (threads.length <= SHOWN_AT_FIRST) return [...threads]
	const chosen = threads.toSorted((one, other) => reach(other) - reach(one)).slice(0, SHOWN_AT_FIRST)
	return threads.filter((thread) => chosen.includes(thread))
}

function reach({ codings, focusThemes, initiatives, answers }: Worth): number {
	return answers.length * 8 + initiatives.length * 4 + focusThemes.length * 2 + Math.min(1, codings.length)
}

/** The sentence that counts: what was marked in it, else how it begins. Whole words, with `[…]` where something follows. */
export function excerptOf({ voice, codings }: Pick<Thread, 'voice' | 'codings'>): string {
	const passage = codings.length > 0 && voice.text.length > EXCERPT ? codings[0]!.passage : voice.text
	const line = passage.replace(/\s+/g, ' ').trim()
	if (line.length <= EXCERPT) return line
	return `${line
		.slice(0, EXCERPT)
		.replace(/\s\S*$/, '')
		.toWellFormed()} […]`
}
