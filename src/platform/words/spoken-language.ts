/** On the server the language belongs to the request or command that is being worked on. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { overwriteGetLocale } from './compiled/runtime.js'
import type { Language } from './words.ts'

const spoken = new AsyncLocalStorage<Language>()

overwriteGetLocale(() => spoken.getStore() ?? 'de')

/** Everything `work` says, it says in `language`. */
export function speaking<Result>(language: Language, work: () => Result): Result {
	return spoken.run(language, work)
}
