import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { PACK_FOCUS_THEMES } from '#method/focus-themes.ts'
import { themes } from '#understanding/tables.ts'
import { openFocusTheme } from './open-focus-theme.ts'
import { setGuidingQuestion } from './set-guiding-question.ts'
import { focusThemes } from './tables.ts'

/** Opens the six focus themes of the method pack that are not there yet; the team changes or drops what does not fit. */
export async function openSuggestedFocusThemes(
	db: MunicipalityDatabase,
	{ roundId, language }: { roundId: string; language: 'de' | 'en' },
) {
	const idOf = new Map(
		(await db.select({ slug: themes.slug, id: themes.id }).from(themes)).map(({ slug, id }) => [slug, id]),
	)
	const there = new Set((await db.select({ slug: focusThemes.slug }).from(focusThemes)).map(({ slug }) => slug))
	for (const { slug, title, guidingQuestion, themes: gathered } of PACK_FOCUS_THEMES) {
		if (there.has(slug)) continue
		const themeIds = gathered.flatMap((theme) => idOf.get(theme) ?? [])
		const { id } = await openFocusTheme(db, { roundId, slug, title: title[language], themeIds })
		await setGuidingQuestion(db, { focusThemeId: id, question: guidingQuestion[language] })
	}
}
