/** What an address asks of the word list: `?laenge=1&fuellwoerter=ja&vergleich=ja` and the filters. */
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { findFilterChoices } from '../find-filters.ts'
import { askedFilter, readFilter } from './asked-filter.ts'
import { countWords, type CountedWords } from './count-words.ts'

const ORDERS = {
	word: (row: CountedWords) => row.word,
	times: (row: CountedWords) => row.times,
	voices: (row: CountedWords) => row.voices,
	persons: (row: CountedWords) => row.persons,
	sureness: (row: CountedWords) => row.sureness,
	ratio: (row: CountedWords) => row.ratio,
}

export async function askedWords(db: MunicipalityDatabase, search: URLSearchParams) {
	const choices = await findFilterChoices(db)
	const filter = askedFilter(search)
	const length = [1, 2, 3].find((count) => String(count) === search.get('laenge')) ?? 1
	const [withStopWords, isKeyness] = [search.get('fuellwoerter') === 'ja', search.get('vergleich') === 'ja']
	const isNarrowed = Object.values(filter).some(Boolean)
	const list = await countWords(db, {
		filter: readFilter(filter, choices),
		length,
		withStopWords,
		isKeyness: isKeyness && isNarrowed,
	})
	sortRows(list.rows, search.get('sort') ?? '')
	return { list, choices, filter, length, withStopWords, isKeyness, isNarrowed }
}

function sortRows(rows: CountedWords[], sort: string) {
	const order = sort.replace('-', '')
	if (!Object.hasOwn(ORDERS, order)) return
	const key = ORDERS[order as keyof typeof ORDERS]
	const { compare } = new Intl.Collator('de')
	rows.sort((one, other) => {
		const [first, second] = [key(one), key(other)]
		return typeof first === 'number' && typeof second === 'number'
			? first - second
			: compare(String(first), String(second))
	})
	if (sort.startsWith('-')) rows.reverse()
}
