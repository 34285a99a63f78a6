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
/** The fixed address of this installation and whatever else was set at start. */
export const settingsContext = createContext<Settings>()
/** A keyed hash of where the request comes from, for rate limits in memory. Never stored, never logged. */
export const visitorContext = createContext<string>()
