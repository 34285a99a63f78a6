import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { requireFocusTheme } from './require-focus-theme.ts'
import { focusThemes } from './tables.ts'

export type SetGuidingQuestion = { focusThemeId: string; question: string }

/**
 * Sets the one open question a dossier leads to; an empty text takes it away.
 *
 * @throws {Problem} `focus-theme-unknown`, `guiding-question-not-open` when it does not end in a question mark
 */
export async function setGuidingQuestion(db: MunicipalityDatabase, { focusThemeId, question }: SetGuidingQuestion) {
	const asked = question.replace(/\s+/g, ' ').trim()
	if (asked !== '' && !asked.endsWith('?')) throw new Problem('invalid', 'guiding-question-not-open')
	await requireFocusTheme(db, focusThemeId)
	await db.update(focusThemes).set({ guidingQuestion: asked }).where(eq(focusThemes.id, focusThemeId))
}
