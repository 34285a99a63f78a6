/** Which themes of the codebook a page shows, and in which order. */
import type { Theme, Used } from './find-codebook.ts'
import type { Gap } from './find-gaps.ts'

export const BOOK_ORDERS = ['tree', 'name', 'persons', 'passages'] as const
export type BookOrder = (typeof BOOK_ORDERS)[number]

/** `whole`: together with everything under it. */
export type BookTheme = Theme & { whole: Used; gaps: Gap[] }

/** Themes in use, as a tree unless they are searched or sorted; every word must stand somewhere in the entry. */
export function shownThemes(
	themes: readonly BookTheme[],
	{ word, order }: { word: string; order: BookOrder },
): { themes: BookTheme[]; isTree: boolean } {
	const words = word.toLocaleLowerCase('de').split(/\s+/).filter(Boolean)
	const found = themes.filter((theme) => !theme.isArchived && words.every((one) => textOf(theme).includes(one)))
	if (order === 'tree') return { themes: found, isTree: words.length === 0 }
	const byName = (one: BookTheme, other: BookTheme) => one.label.localeCompare(other.label, 'de')
	const sorted = found.toSorted((one, other) =>
		order === 'name' ? byName(one, other) : other.whole[order] - one.whole[order] || byName(one, other),
	)
	return { themes: sorted, isTree: false }
}

function textOf({ label, definition, codingRule, include, exclude, anchorExample, keywords }: Theme): string {
	return [label, definition, codingRule, include, exclude, anchorExample, ...keywords]
		.join('\n')
		.toLocaleLowerCase('de')
}
