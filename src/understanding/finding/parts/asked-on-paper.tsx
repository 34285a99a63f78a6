/** On paper the fields are left out: what was asked, and by what it was narrowed, stands above the answers instead. */
import { dayText } from '#platform/ui/dates.ts'
import { language, m } from '#platform/words/words.ts'
import type { TownFormat } from '#method/formats.ts'
import type { FilterChoice, FilterChoices } from '../../find-filters.ts'
import { STANCES } from '../../tables.ts'
import { stanceWord } from '../../weighing/matrix-words.ts'
import type { AskedFilter } from '../asked-filter.ts'
import { toOption } from './filter-fields.tsx'

export type AskedOnPaperProps = {
	/** The question in words. */
	question: string
	filter: AskedFilter
	choices: FilterChoices
	formats: readonly TownFormat[]
}

export function AskedOnPaper({ question, filter, choices, formats }: AskedOnPaperProps) {
	const chosen = (list: readonly FilterChoice[], slug: string) =>
		list.filter((one) => one.slug === slug).map((one) => toOption(one).label)
	const narrowed = [
		...chosen(choices.rounds, filter.runde),
		...chosen(choices.themes, filter.thema),
		...STANCES.filter((stance) => stance === filter.richtung).map(stanceWord),
		...chosen(choices.sectors, filter.sektor),
		...chosen(choices.districts, filter.ort),
		...formats.filter(({ kind }) => kind === filter.format).map(({ label }) => label[language()]),
		filter.person,
		filter.von && `${m.understanding_filter_from()} ${dayOrWords(filter.von)}`,
		filter.bis && `${m.understanding_filter_to()} ${dayOrWords(filter.bis)}`,
	].filter(Boolean)
	return (
		<p className="finding-asked">
			<strong>{question}</strong>
			{narrowed.length > 0 ? ` · ${narrowed.join(' · ')}` : null}
		</p>
	)
}

/** An address may name a day that is none. */
function dayOrWords(given: string): string {
	return Number.isNaN(Date.parse(`${given}T00:00:00Z`)) ? given : dayText(given, language(), 'short')
}
