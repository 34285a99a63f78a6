/** The filters search, retrieval and word lists share, folded away until somebody narrows. */
import type { ReactNode } from 'react'
import { Field } from '#platform/ui/field.tsx'
import { language, m } from '#platform/words/words.ts'
import type { TownFormat } from '#method/formats.ts'
import type { FilterChoice, FilterChoices } from '../../find-filters.ts'
import { STANCES } from '../../tables.ts'
import { stanceWord } from '../../weighing/matrix-words.ts'
import type { AskedFilter } from '../asked-filter.ts'

export type FilterFieldsProps = {
	asked: AskedFilter
	choices: FilterChoices
	formats: readonly TownFormat[]
	/** Retrieval chooses its themes itself. */
	withoutTheme?: boolean
	/** How the answers are shown. */
	children?: ReactNode
}

export function FilterFields({ asked, choices, formats, withoutTheme = false, children }: FilterFieldsProps) {
	const select = (name: keyof AskedFilter, label: string, options: { value: string; label: string }[]) => (
		<Field
			kind="select"
			name={name}
			label={label}
			value={asked[name]}
			options={options}
			blank={m.understanding_all()}
		/>
	)
	const isNarrowed = Object.values(asked).some(Boolean)
	return (
		<details className="finding-filters" open={isNarrowed}>
			<summary>{children ? m.understanding_search_refine() : m.understanding_filters()}</summary>
			<div className="filters">
				{select('runde', m.understanding_round(), choices.rounds.map(toOption))}
				{withoutTheme ? null : select('thema', m.understanding_theme(), choices.themes.map(toOption))}
				{withoutTheme
					? null
					: select(
							'richtung',
							m.understanding_stance(),
							STANCES.map((stance) => ({ value: stance, label: stanceWord(stance) })),
						)}
				{select('sektor', m.understanding_sector(), choices.sectors.map(toOption))}
				{select('ort', m.understanding_district(), choices.districts.map(toOption))}
				{select(
					'format',
					m.understanding_format(),
					formats.map(({ kind, label }) => ({ value: kind, label: label[language()] })),
				)}
				<Field name="person" label={m.understanding_filter_person()} value={asked.person} autoComplete="off" />
				<Field kind="date" name="von" label={m.understanding_filter_from()} value={asked.von} />
				<Field kind="date" name="bis" label={m.understanding_filter_to()} value={asked.bis} />
				{children}
			</div>
		</details>
	)
}

export function toOption({ slug, label }: FilterChoice) {
	return { value: slug, label: label[language()] ?? label.de }
}
