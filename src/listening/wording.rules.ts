import type { Wording } from '#people/tables.ts'
import type { Language } from '#platform/words/words.ts'

/** The word in the language of the page, else the German one. */
export function inLanguage(wording: Wording, language: Language): string {
	return (wording as Partial<Record<string, string>>)[language] ?? wording.de
}
