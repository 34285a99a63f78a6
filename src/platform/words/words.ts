/**
 * The words of the interface. Every stage keeps its own in `words/de.json` and `words/en.json`; keys begin with the
 * stage's name, sentences for refusals with `problem_`.
 */
import * as messages from './compiled/messages.js'
import { getLocale, locales, type Locale } from './compiled/runtime.js'

export { m } from './compiled/messages.js'

export type Language = Locale

export const LANGUAGES: readonly Language[] = locales

/** The language this page, mail or command speaks. */
export function language(): Language {
	return getLocale()
}

export function isLanguage(text: string | null | undefined): text is Language {
	return LANGUAGES.includes(text as Language)
}

/** The sentence that says what a refusal means and what to do; for an unknown code the code itself. */
export function refusalSentence(code: string, facts: Record<string, string | number> = {}): string {
	const key = `problem_${code.replaceAll('-', '_')}` as keyof typeof messages.m
	const sentence = messages.m[key] as ((facts: object) => string) | undefined
	return sentence ? sentence(facts) : code
}
