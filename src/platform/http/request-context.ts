/** What every page gets from the server: the database, the language, the nonce. Stages add their own keys. */
import { createContext } from 'react-router'
import type { Database } from '#platform/database/database.ts'
import type { Language } from '#platform/words/words.ts'

export const databaseContext = createContext<Database>()
export const languageContext = createContext<Language>()
/** Allows the scripts of one answer. Tools only: other pages carry none. */
export const nonceContext = createContext<string>()
