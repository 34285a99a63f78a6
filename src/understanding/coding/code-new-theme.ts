import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { changeTheme } from '../codebook/change-theme.ts'
import { createTheme, type ThemeRow } from '../codebook/create-theme.ts'
import { codePassage, type CodePassage, type Coding } from './code-passage.ts'

/**
 * A theme found while reading: it is made, the passage that brought it up carries it, and its words are the anchor example.
 *
 * @throws {Problem} those of `createTheme` and `codePassage`
 */
export async function codeNewTheme(
	db: MunicipalityDatabase,
	{ label, parentId, ...passage }: Omit<CodePassage, 'themeId'> & { label: string; parentId: string | null },
): Promise<{ theme: ThemeRow; coding: Coding }> {
	const step = { by: passage.coderId, at: passage.at, stepId: crypto.randomUUID() }
	const { id: themeId } = await createTheme(db, { label, parentId, ...step })
	const coding = await codePassage(db, { ...passage, themeId })
	const theme = await changeTheme(db, { themeId, anchorPassageId: coding.id, ...step })
	return { theme, coding }
}
