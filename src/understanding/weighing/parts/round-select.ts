import { language, m } from '#platform/words/words.ts'
import type { FilterChoice } from '../../find-filters.ts'

export function roundSelect(rounds: readonly FilterChoice[], value: string) {
	return { name: 'runde', label: m.understanding_round(), value, options: asOptions(rounds) }
}

export function sectorSelect(sectors: readonly FilterChoice[], value: string) {
	return { name: 'bereich', label: m.understanding_sector(), value, options: asOptions(sectors) }
}

export function asOptions(choices: readonly FilterChoice[]) {
	return choices.map(({ slug, label }) => ({ value: slug, label: label[language()] ?? label.de }))
}
