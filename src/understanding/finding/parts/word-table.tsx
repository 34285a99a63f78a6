/** Words with their numbers; each opens the passages in which it stands. */
import { DataTable, type Column } from '#platform/ui/data-table.tsx'
import { language, m } from '#platform/words/words.ts'
import type { AskedFilter } from '../asked-filter.ts'
import type { CountedWords } from '../count-words.ts'
import { FEW_PERSONS, SURE } from '../keyness.rules.ts'

export type WordTableProps = { rows: readonly CountedWords[]; isCompared: boolean; filter: AskedFilter }

export function WordTable({ rows, isCompared, filter }: WordTableProps) {
	const number = new Intl.NumberFormat(language(), { maximumFractionDigits: 1 })
	const href = (word: string) => {
		const search = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''))
		search.set('q', word.includes(' ') ? `"${word}"` : word)
		return `/werkstatt/suche?${search}`
	}
	const columns: Column<CountedWords>[] = [
		{ head: m.understanding_word_word(), sortKey: 'word', cell: ({ word }) => <a href={href(word)}>{word}</a> },
		{
			head: m.understanding_word_times(),
			sortKey: '-times',
			isNumber: true,
			cell: ({ times }) => number.format(times),
		},
		{
			head: m.understanding_word_voices(),
			sortKey: '-voices',
			isNumber: true,
			cell: ({ voices }) => number.format(voices),
		},
		{
			head: m.understanding_word_persons(),
			sortKey: '-persons',
			isNumber: true,
			cell: ({ persons }) => number.format(persons),
		},
	]
	const compared: Column<CountedWords>[] = [
		{ head: m.understanding_word_outside(), isNumber: true, cell: ({ outside }) => number.format(outside) },
		{
			head: m.understanding_word_sureness(),
			sortKey: '-sureness',
			isNumber: true,
			cell: ({ sureness }) => number.format(sureness),
		},
		{
			head: m.understanding_word_ratio(),
			sortKey: '-ratio',
			isNumber: true,
			cell: ({ ratio }) => number.format(ratio),
		},
		{ head: m.understanding_word_meaning(), cell: (row) => meaningOf(row) },
	]
	return (
		<DataTable
			caption={m.understanding_word_list()}
			hideCaption
			rows={rows}
			rowKey={({ word }) => word}
			columns={isCompared ? [...columns, ...compared] : columns}
		/>
	)
}

function meaningOf({ sureness, persons }: CountedWords): string {
	if (sureness > 0 && persons < FEW_PERSONS) return m.understanding_word_few()
	if (Math.abs(sureness) < SURE) return m.understanding_word_chance()
	return sureness > 0 ? m.understanding_word_more() : m.understanding_word_less()
}
