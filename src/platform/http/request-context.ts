/** What every page gets from the server: the database, the language, the nonce. Stages add their own keys. */
import { createContext } from 'react-router'
import type { Database } from '#platform/database/database.ts'
import type { Secrets } from '#platform/secrets.ts'
import type { Settings } from '#platform/settings.ts'
import type { Language } from '#platform/words/words.ts'

export const databaseContext = createContext<Database>()
export const languageContext = createContext<Language>()
/** Allows the scripts of one answer. Tools only: other pages carry none. */
export const nonceContext = createContext<string>()
/** Peppers and keys, for receipts and sign-in. */
export const secretsContext = createContext<Secrets>()
/** Whatever was set at start; `baseUrl` is the address of this request's municipality. */
export const settingsContext = createContext<Settings>()
/** A keyed hash of where the request comes from, for rate limits in memory. Never stored, never logged. */
export const visitorContext = createContext<string>()
