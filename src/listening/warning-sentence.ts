import { m } from '#platform/words/words.ts'
import type { Warning } from './tables.ts'

/** What reading a file left out or guessed, as a sentence; for an unknown code the code itself. */
export function warningSentence({ code, facts }: Warning): string {
	const key = `listening_warning_${code.replaceAll('-', '_')}` as keyof typeof m
	const sentence = m[key] as ((facts: object) => string) | undefined
	return sentence ? sentence(facts) : code
}
