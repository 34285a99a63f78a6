/** What the address of the page of suggestions asks for. */
import { isUuid } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { idOf, type FilterChoice } from '../find-filters.ts'
import type { SuggestionFilter } from './find-suggestions.ts'

export const ORDERS = ['sure', 'teaching', 'text'] as const
export const LINES = [0, 40, 50, 60, 70] as const

export type SuggestionChoice = { theme: string; conversation: string; order: (typeof ORDERS)[number]; line: number }

export function readSuggestionChoice(search: URLSearchParams): SuggestionChoice {
	const order = ORDERS.find((one) => one === search.get('folge')) ?? 'sure'
	const line = LINES.find((one) => String(one) === search.get('ab')) ?? 0
	return { theme: search.get('thema') ?? '', conversation: search.get('gespraech') ?? '', order, line }
}

export function filterOf(
	{ theme, conversation, order, line }: SuggestionChoice,
	themes: readonly FilterChoice[],
): Omit<SuggestionFilter, 'limit'> {
	return { themeId: idOf(themes, theme), conversation: conversation || undefined, order, from: line / 100 }
}

/** The page somebody decided on, and nothing else: an address of a form is not believed. */
export function backTo(given: FormDataEntryValue | null): URLSearchParams {
	return new URLSearchParams(typeof given === 'string' ? given.slice(0, 300) : '')
}

/** @throws {Problem} `suggestion-gone` for what is no id */
export function idIn(form: FormData, name: string): string {
	const id = String(form.get(name) ?? '')
	if (!isUuid(id)) throw new Problem('not-found', 'suggestion-gone')
	return id
}
