/** Invented towns whose editions a curious reader keeps: who was heard when and where, and what was printed. For tests only. */
import fc from 'fast-check'
import { bandOf } from '#protecting/bands.rules.ts'
import { labelEdition, type QuoteToLabel } from '#protecting/edition-labels.rules.ts'
import { sampleDictionary } from '#protecting/sample.ts'
import type { QuoteBasis } from './edition-basis.ts'
import type { EditionContent } from './edition-content.ts'
import { guardTables } from './guarded-tables.rules.ts'
import { quoteBasisOf, withLabels } from './labelled-quotes.rules.ts'
import { bandsOf, publishedBasis, type Basis, type TableMode } from './public-tables.rules.ts'
import { connectedGroups, linkByLabel, workOut, type Presence, type Printed } from './reader.sample.ts'
import { withTables, withTablesOf, type TableWords } from './tables-in-content.rules.ts'

const dictionary = sampleDictionary()
const SECTORS = ['church', 'business', 'newcomers']
const THEMES = ['bus', 'school']
const WORDS: TableWords = {
	sectors: new Map(SECTORS.map((slug) => [slug, slug])),
	districts: new Map(),
	themes: new Map(THEMES.map((slug) => [slug, { label: slug, definition: '' }])),
}
const WISHES = [
	'Handwerk',
	'Unternehmerin',
	'Schulleitung',
	'Neu zugezogen',
	'Kommunalpolitik',
	'Stadträtin, Neubürgerin',
	'Kirche',
	'Bürgerin aus Hinterbuch',
	'Falknerin',
]

type Person = { id: string; path: readonly string[]; spoke: Record<string, boolean>; wishes: string[] }
export type Town = { people: Person[]; mode: TableMode; isProtected: boolean }

/** How large towns are: the reader tries every guess, so there may not be too many. */
export type TownSize = { editions: number; mostGuesses: number }

type Group = Presence & { rate: number }

/** A few come, a few go, some change the sector between editions; most stay. */
export function anyTown(isProtected: boolean, { editions, mostGuesses }: TownSize): fc.Arbitrary<Town> {
	const heard = fc.array(fc.boolean(), { minLength: editions, maxLength: editions }).filter((is) => is.some(Boolean))
	const group = fc.record({
		sector: fc.constantFrom(...SECTORS),
		heard: fc.oneof(
			{ weight: 1, arbitrary: fc.constant(Array.from({ length: editions }, () => true)) },
			{ weight: 4, arbitrary: heard },
		),
		moves: fc.option(fc.record({ at: fc.integer({ min: 1, max: editions - 1 }), to: fc.constantFrom(...SECTORS) }), {
			freq: 6,
		}),
		size: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 16 })),
		rate: fc.constantFrom(0.1, 0.5, 1),
	})
	return fc
		.record({
			mode: fc.constantFrom<TableMode>('bands', 'numbers'),
			groups: fc.array(group, { minLength: 3, maxLength: 7 }),
			seed: fc.integer({ min: 1, max: 1_000_000 }),
		})
		.map(({ mode, groups, seed }) => {
			const paths = groups.map(({ sector, heard, moves, size, rate }): Group => {
				const path = heard.map((is, at) => (is ? (moves && at >= moves.at ? moves.to : sector) : ''))
				return { path, size, rate }
			})
			return { people: peopleOf(withinReach(paths, mostGuesses), seed), mode, isProtected }
		})
}

/** As many of the groups as the reader can try out. */
function withinReach(groups: readonly Group[], mostGuesses: number): Group[] {
	return groups.reduce<Group[]>((kept, group) => {
		const all = [...kept, group]
		const guesses = connectedGroups(presenceOf(all)).map((some) =>
			some.reduce((ways, { size }) => ways * (size + 1), 1),
		)
		return Math.max(...guesses) > mostGuesses ? kept : all
	}, [])
}

function peopleOf(groups: readonly Group[], seed: number): Person[] {
	let state = seed
	const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
	return groups.flatMap(({ path, size, rate }, group) =>
		Array.from({ length: size }, (_, at): Person => {
			const spoke = Object.fromEntries(THEMES.map((theme) => [theme, random() < rate]))
			const wishes =
				random() < 0.3
					? Array.from({ length: 1 + Math.floor(random() * 2) }, () => WISHES[Math.floor(random() * WISHES.length)]!)
					: []
			return { id: `${group}-${at}`, path, spoke, wishes }
		}),
	)
}

/** What each edition prints, and what of its cells differs from what they would show if nothing had been shown before. */
export function publish({ people, mode, isProtected }: Town): {
	contents: EditionContent[]
	cells: number
	held: number
} {
	const editions: { edition: number; basis: Basis; content: EditionContent; quotes: QuoteBasis[] }[] = []
	const counted = { cells: 0, held: 0 }
	for (const at of people[0]?.path.keys() ?? []) {
		const heard = people.filter(({ path }) => path[at])
		const found = basisOf(heard, at, { themes: THEMES, sectors: SECTORS })
		const content = contentOf(heard)
		if (!isProtected) {
			editions.push({ edition: at + 1, basis: found, quotes: [], content: unprotected(content, found, mode) })
			continue
		}
		const last = editions.at(-1)
		const { basis, leaks } = guardTables(editions, publishedBasis(found, mode), 10)
		counted.cells += THEMES.length * SECTORS.length
		counted.held += leaks.length
		const labelled = label(
			heard,
			editions.flatMap((one) => one.quotes),
		)
		const quotes = quoteBasisOf(labelled)
		const printed = withLabels(content, labelled)
		// What the team does when it is refused: it holds the cells, or carries the numbers over.
		if (last && leaks.length > 0 && mode === 'numbers')
			editions.push({ edition: at + 1, basis: last.basis, quotes, content: withTablesOf(printed, last) })
		else editions.push({ edition: at + 1, basis, quotes, content: withTables(printed, basis, mode, WORDS) })
	}
	return { contents: editions.map(({ content }) => content), ...counted }
}

/** The bands the tool prints when so many of each group speak of a theme; sectors in the order of the table. */
export function printBands(
	groups: readonly Presence[],
	spoke: readonly number[],
	{ sectors, isProtected }: { sectors: string[]; isProtected: boolean },
): Printed {
	const people = groups.flatMap(({ path, size }, group) =>
		Array.from({ length: size }, (_, at) => ({ id: `${group}-${at}`, path, spoke: { theme: at < spoke[group]! } })),
	)
	const editions: { edition: number; basis: Basis }[] = []
	return groups[0]!.path.map((_, at) => {
		const found = basisOf(people, at, { themes: ['theme'], sectors })
		const basis = isProtected ? guardTables(editions, found, 10).basis : found
		editions.push({ edition: at + 1, basis })
		const bands = bandsOf(basis, 'themes', 'theme')
		return new Map(sectors.map((sector, to) => [sector, bands[to]!]))
	})
}

/** Who stands in the tables of an edition. */
function basisOf(
	people: readonly Pick<Person, 'id' | 'path' | 'spoke'>[],
	edition: number,
	{ themes, sectors }: { themes: string[]; sectors: string[] },
): Basis {
	const of = Map.groupBy(people, ({ path }) => path[edition]!)
	const idsIn = (sector: string, is: (one: Pick<Person, 'spoke'>) => boolean) =>
		(of.get(sector) ?? []).filter(is).map(({ id }) => id)
	return {
		heard: Object.fromEntries(sectors.map((sector) => [sector, idsIn(sector, () => true)])),
		tables: {
			themes: {
				rows: themes,
				columns: sectors,
				cells: themes.map((theme) => sectors.map((sector) => idsIn(sector, ({ spoke }) => spoke[theme] === true))),
			},
		},
	}
}

function contentOf(heard: Person[]): EditionContent {
	const quotes = heard.flatMap(({ id, wishes }) =>
		wishes.map((wish, at) => ({ id: `${id}/${at}`, wording: `${id} sagt ${at}`, label: wish })),
	)
	const dossier = { id: 'd', slug: 'd', title: 'd', analysis: [], quotes, bands: [] }
	return { dossiers: [dossier], listening: {}, themes: [], sectors: [] } as unknown as EditionContent
}

function label(heard: Person[], earlier: QuoteBasis[]) {
	const asked = heard.flatMap(({ id, wishes }) =>
		wishes.map((wished, at): QuoteToLabel => {
			return {
				id: `${id}/${at}`,
				speakerId: id,
				voiceId: `${id}/${at}`,
				wished,
				roleSlug: null,
				isWithOffice: false,
				sensitive: null,
			}
		}),
	)
	const labelled = labelEdition(dictionary, asked, earlier)
	return labelled.map((one, at) => ({ ...one, facts: { ...asked[at]!, paraphrase: null } }))
}

/** What another tool would print: labels as wished, every number as it is, every edition anew. */
function unprotected(content: EditionContent, { heard, tables }: Basis, mode: TableMode): EditionContent {
	const { rows, columns, cells } = tables.themes!
	return {
		...content,
		sectors: columns,
		themes: rows.map((slug, at) => {
			const numbers = cells[at]!.map((people) => people.length)
			const bands = columns.map((sector, to) => bandOf(numbers[to]!, heard[sector]!.length))
			return {
				label: slug,
				definition: '',
				bands,
				...(mode === 'numbers' ? { numbers, total: numbers.reduce((sum, one) => sum + one, 0) } : {}),
			}
		}),
	}
}

function presenceOf(people: readonly (Person | Group)[]): Presence[] {
	const sizeOf = (one: Person | Group) => ('size' in one ? one.size : 1)
	return [...Map.groupBy(people, ({ path }) => path.join()).values()].map((same) => {
		return { path: same[0]!.path, size: same.reduce((sum, one) => sum + sizeOf(one), 0) }
	})
}

/** Everything a reader finds out about the town. */
export function findingsIn(town: Town): string[] {
	const { contents } = publish(town)
	const links = contents.flatMap((content) => linkByLabel(content, (id) => id.split('/')[0]!))
	const known = {
		dictionary,
		presence: presenceOf(town.people),
		minimum: 10,
		print: (groups: readonly Presence[], spoke: readonly number[]) =>
			printBands(groups, spoke, { sectors: SECTORS, isProtected: town.isProtected }),
	}
	return [...workOut(contents, known), ...links]
}
