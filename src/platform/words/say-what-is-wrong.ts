/** What a schema found wrong, in the language this page, mail or command speaks. */
import type { z } from 'zod'
import { de, en } from 'zod/locales'
import { language } from './words.ts'

const SENTENCES = { de: de().localeError, en: en().localeError }

/** To be given to `safeParse(value, SAY_WHAT_IS_WRONG)`; each issue then has its sentence in that language. */
export const SAY_WHAT_IS_WRONG: z.core.ParseContext<z.core.$ZodIssue> = {
	error: (issue) => SENTENCES[language()](issue),
}
