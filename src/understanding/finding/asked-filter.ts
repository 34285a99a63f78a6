/** The filters of an address: `?runde=…&thema=…&richtung=…&sektor=…&ort=…&format=…&person=…&von=…&bis=…`. */
import { FORMATS } from '#listening/vocabulary.ts'
import { idOf, type FilterChoices } from '../find-filters.ts'
import { STANCES } from '../tables.ts'
import type { VoiceFilter } from './voice-filter.ts'

export const FILTER_NAMES = ['runde', 'thema', 'richtung', 'sektor', 'ort', 'format', 'person', 'von', 'bis'] as const
export type AskedFilter = Record<(typeof FILTER_NAMES)[number], string>

export function askedFilter(search: URLSearchParams): AskedFilter {
	return Object.fromEntries(FILTER_NAMES.map((name) => [name, search.get(name) ?? ''])) as AskedFilter
}

/** What the address names and is there; a day that is none narrows nothing. */
export function readFilter(asked: AskedFilter, choices: FilterChoices): VoiceFilter {
	const day = (given: string) =>
		/^\d{4}-\d\d-\d\d$/.test(given) && !Number.isNaN(Date.parse(given)) ? given : undefined
	return {
		roundId: idOf(choices.rounds, asked.runde),
		themeId: idOf(choices.themes, asked.thema),
		stance: STANCES.find((stance) => stance === asked.richtung),
		sectorId: idOf(choices.sectors, asked.sektor),
		districtId: idOf(choices.districts, asked.ort),
		format: FORMATS.find((format) => format === asked.format),
		speaker: asked.person.trim() || undefined,
		heldFrom: day(asked.von),
		heldTo: day(asked.bis),
	}
}
