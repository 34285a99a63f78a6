/** Finding a theme by what somebody types: the beginning of a word of its name counts most, then its keywords. */
import type { DeskTheme } from './desk-context.ts'

export function themesMatching(themes: readonly DeskTheme[], typed: string): readonly DeskTheme[] {
	const wanted = plain(typed.trim())
	if (wanted === '') return themes
	const ranked = themes.map((theme) => ({ theme, rank: rankOf(theme, wanted) }))
	return ranked
		.filter(({ rank }) => rank > 0)
		.toSorted((one, other) => other.rank - one.rank)
		.map(({ theme }) => theme)
}

function rankOf({ label, keywords }: DeskTheme, wanted: string): number {
	const name = plain(label)
	if (name.startsWith(wanted)) return 4
	if (name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted))) return 3
	if (name.includes(wanted)) return 2
	return keywords.some((keyword) => plain(keyword).startsWith(wanted)) ? 1 : 0
}

function plain(text: string): string {
	return text.toLocaleLowerCase('de').normalize('NFD').replace(/\p{M}/gu, '')
}
