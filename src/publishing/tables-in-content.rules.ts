/** Puts tables into an edition: new ones, or those of an earlier edition. Pure. */
import type { EditionContent } from './edition-content.ts'
import { bandsOf, sectorsIn, type Basis, type TableMode } from './public-tables.rules.ts'

/** By slug. */
export type TableWords = {
	sectors: ReadonlyMap<string, string>
	districts: ReadonlyMap<string, string>
	themes: ReadonlyMap<string, { label: string; definition: string }>
}

export function withTables(content: EditionContent, basis: Basis, mode: TableMode, words: TableWords): EditionContent {
	const { themes, sectors, districts } = basis.tables
	const who = (name: 'sectors' | 'districts') => bandsOf(basis, name, basis.tables[name]?.rows[0] ?? '')
	const [bySector, byDistrict] = [who('sectors'), who('districts')]
	const sectorWord = (column: string) =>
		sectorsIn(column)
			.map((slug) => words.sectors.get(slug) ?? slug)
			.join(' · ')
	return {
		...content,
		tables: { mode, carriedFrom: null },
		listening: {
			...content.listening,
			sectors: (sectors?.columns ?? []).map((slug, at) => ({ label: sectorWord(slug), band: bySector[at]! })),
			districts: (districts?.columns ?? []).map((slug, at) => ({
				name: words.districts.get(slug) ?? slug,
				band: byDistrict[at]!,
			})),
		},
		sectors: (themes?.columns ?? []).map(sectorWord),
		themes: (themes?.rows ?? []).map((slug, at) => ({
			...(words.themes.get(slug) ?? { label: slug, definition: '' }),
			bands: bandsOf(basis, 'themes', slug),
			...(themes?.numbers ? { numbers: themes.numbers.cells[at]!, total: themes.numbers.totals[at]! } : {}),
		})),
		dossiers: content.dossiers.map((dossier) => ({ ...dossier, bands: bandsOf(basis, 'focus', dossier.id) })),
	}
}

/** The same tables again, word for word; a dossier that was not there yet has none. */
export function withTablesOf(
	content: EditionContent,
	last: { edition: number; content: EditionContent },
): EditionContent {
	const { listening, sectors, themes, tables } = last.content
	const bands = new Map(last.content.dossiers.map((dossier) => [dossier.id, dossier.bands]))
	return {
		...content,
		tables: { mode: tables?.mode ?? 'bands', carriedFrom: tables?.carriedFrom ?? last.edition },
		listening: { ...content.listening, sectors: listening.sectors, districts: listening.districts },
		sectors,
		themes,
		dossiers: content.dossiers.map((dossier) => ({ ...dossier, bands: bands.get(dossier.id) ?? [] })),
	}
}
