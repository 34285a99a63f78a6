/** What understanding does when earlier stages tell their news. */
import { react } from '#platform/announcements.ts'
import type {} from '#listening/record-conversation.ts'
import { codeCategories } from './code-categories.ts'

react('voices-categorised', (db, { categories }) => codeCategories(db, { categories, at: new Date() }))
