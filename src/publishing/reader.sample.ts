/**
 * The most curious reader: keeps every edition, knows who was heard when and in which sector, owns a copy of the tool, and
 * tries to work out who said what. For tests only; nothing here is taken from what guards the tables.
 */
import { bandOf, type Band } from '#protecting/bands.rules.ts'
import type { RoleDictionary } from '#protecting/role-dictionary.rules.ts'
import { labelLadder } from '#protecting/role-label.rules.ts'
import { judgeLabel } from '#protecting/role-label.rules.ts'
import type { EditionContent } from './edition-content.ts'

/** People who came, went and changed together: the sector they were heard in, edition by edition; '' where they were not. */
export type Presence = { path: readonly string[]; size: number }

/** What stands in the cells of one theme: `[edition][sector]`. */
export type Printed = readonly ReadonlyMap<string, Band>[]

export type Known = {
	dictionary: RoleDictionary
	presence: readonly Presence[]
	minimum: number
	/** The reader's own copy of the tool: what it would print, had so many of each group spoken of a theme. */
	print: (groups: readonly Presence[], spoke: readonly number[]) => Printed
}

/** Everything the reader could pin down, in words. */
export function workOut(editions: readonly EditionContent[], known: Known): string[] {
	return [...workOutCells(editions, known), ...workOutNumbers(editions, known), ...workOutLabels(editions, known)]
}

function workOutCells(editions: readonly EditionContent[], known: Known): string[] {
	const themes = [...new Set(editions.flatMap((edition) => edition.themes.map(({ label }) => label)))]
	return connectedGroups(known.presence).flatMap((groups) => {
		const tool = ownCopy(groups, known)
		return themes.flatMap((theme) => workOutGroups(editions, theme, groups, tool, known.minimum))
	})
}

/**
 * Tries every way in which people who came and went together could have spoken, has the tool print each, and keeps those that
 * look like what was printed.
 */
function workOutGroups(
	editions: readonly EditionContent[],
	theme: string,
	groups: readonly Presence[],
	tool: OwnCopy,
	minimum: number,
): string[] {
	const sectors = sectorsOf(groups)
	const seen = editions.map((edition) => sectors.map((sector) => seenIn(edition, theme, sector)))
	const nobody = () => groups.map(() => Infinity)
	const [least, alone] = [nobody(), editions.map(nobody)]
	const lower = (numbers: number[], guess: readonly number[]) =>
		guess.forEach((spoke, group) => (numbers[group] = Math.min(numbers[group]!, spoke)))
	for (const guess of guesses(groups.map(({ size }) => size))) {
		const { numbers, bands } = tool(guess)
		const fits = (row: readonly (Band | number | null)[], at: number) =>
			row.every((one, to) => {
				const cell = at * sectors.length + to
				return one === null || one === (typeof one === 'number' ? numbers[cell] : bands()[cell])
			})
		const fitting = seen.map(fits)
		fitting.forEach((isFit, at) => isFit && lower(alone[at]!, guess))
		if (fitting.every(Boolean)) lower(least, guess)
	}
	return groups.flatMap(({ path, size }, group) => {
		const some = least[group]!
		// Of six out of twelve, ten of whom spoke, four did: that is no secret two editions tell together.
		const known = Math.max(...alone.map((numbers) => numbers[group]!))
		const isFew = some > known && some < 5 && size < minimum
		const isAll = some > 0 && some >= size - 1
		return isFew || isAll ? [`${theme}, ${path.map((sector) => sector || '–').join(' ')}: ${some} of ${size}`] : []
	})
}

/** Groups that were ever heard in the same sectors, for whoever changes takes along what was said. */
export function connectedGroups(presence: readonly Presence[]): Presence[][] {
	return presence.reduce<Presence[][]>((found, one) => {
		const sectors = sectorsOf([one])
		const isBeside = (groups: Presence[]) => sectorsOf(groups).some((sector) => sectors.includes(sector))
		return [...found.filter((groups) => !isBeside(groups)), [...found.filter(isBeside).flat(), one]]
	}, [])
}

function sectorsOf(groups: readonly Presence[]): string[] {
	return [...new Set(groups.flatMap(({ path }) => path.filter(Boolean)))]
}

/** What stands in a cell; null when it is hidden or an older table is shown again. */
function seenIn(edition: EditionContent, theme: string, sector: string): Band | number | null {
	const row = edition.themes.find(({ label }) => label === theme)
	const at = edition.sectors.indexOf(sector)
	if (!row || at < 0 || edition.tables?.carriedFrom) return null
	return row.numbers ? row.numbers[at]! : row.bands[at]!
}

/** What the tool would count, and what it would print, by edition and sector. */
type OwnCopy = (guess: readonly number[]) => { numbers: readonly number[]; bands: () => readonly Band[] }

/** Asks the tool only once for all guesses with the same word in every cell, had nothing been shown before. */
function ownCopy(groups: readonly Presence[], { print }: Known): OwnCopy {
	const sectors = sectorsOf(groups)
	const cells = groups[0]!.path.flatMap((_, at) =>
		sectors.map((sector) => groups.flatMap(({ path }, group) => (path[at] === sector ? [group] : []))),
	)
	const numbersOf = (guess: readonly number[]) =>
		cells.map((cell) => cell.reduce((sum, group) => sum + guess[group]!, 0))
	const heard = numbersOf(groups.map(({ size }) => size))
	const words = heard.map((size) => Array.from({ length: size + 1 }, (_, number) => bandOf(number, size)))
	const printed = new Map<string, Band[]>()
	return (guess) => {
		const numbers = numbersOf(guess)
		let bands: readonly Band[] | undefined
		const askTool = () => {
			const key = numbers.map((number, cell) => words[cell]![number]).join()
			return printed.getOrInsertComputed(key, () =>
				print(groups, guess).flatMap((row) => sectors.map((sector) => row.get(sector)!)),
			)
		}
		return { numbers, bands: () => (bands ??= askTool()) }
	}
}

/** Every way to choose how many of each group spoke. */
function* guesses(sizes: readonly number[]): Generator<number[]> {
	const guess = sizes.map(() => 0)
	for (let group = 0; group < sizes.length;) {
		yield [...guess]
		for (group = 0; group < sizes.length && guess[group] === sizes[group]; group++) guess[group] = 0
		if (group < sizes.length) guess[group]! += 1
	}
}

/**
 * Subtracts every number from every other of the same row, within an edition and across. Across, the difference is a number
 * of people only where either nobody came or nobody went.
 */
function workOutNumbers(editions: readonly EditionContent[], { presence }: Known): string[] {
	const moved = (column: string, from: number, to: number) =>
		presence.some(({ path }) => {
			const isIn = (at: number) => column.split(' · ').includes(path[at]!)
			return isIn(from) && !isIn(to)
		})

	return editions.flatMap((edition, at) =>
		edition.themes.flatMap(({ label, numbers, total }) => {
			if (!numbers || edition.tables?.carriedFrom) return []
			const small = numbers
				.filter((number) => number !== null && number > 0 && number < 5)
				.map((number) => `${label}: ${number}`)
			const hidden = numbers.filter((number) => number === null).length
			const rest = (total ?? 0) - numbers.reduce<number>((sum, number) => sum + (number ?? 0), 0)
			const alone =
				typeof total === 'number' && (hidden === 1 || (hidden > 1 && rest < 4)) ? [`${label}: hidden ${rest}`] : []
			const before = editions.slice(0, at).flatMap((other, from) => {
				const row = other.tables?.carriedFrom ? undefined : other.themes.find((one) => one.label === label)
				return (row?.numbers ?? []).flatMap((number, to) => {
					const now = numbers[edition.sectors.indexOf(other.sectors[to]!)]
					if (number === null || now === null || now === undefined) return []
					const column = other.sectors[to]!
					if (moved(column, from, at) && moved(column, at, from)) return []
					const change = Math.abs(now - number)
					return change > 0 && change < 5 ? [`${label}, ${other.sectors[to]}: moved by ${change}`] : []
				})
			})
			return [...small, ...alone, ...before]
		}),
	)
}

/** Looks each label up in the town, and puts the labels of the same words side by side. */
function workOutLabels(editions: readonly EditionContent[], { dictionary, minimum }: Known): string[] {
	const printed = editions
		.flatMap(({ dossiers }) => dossiers.flatMap(({ quotes }) => quotes))
		.filter(({ isWithOffice }) => !isWithOffice)
	const rare = printed.flatMap(({ label }) => {
		const { population } = judgeLabel(dictionary, { label })
		return population < minimum ? [`${label}: ${population} people`] : []
	})
	const up = (label: string) => labelLadder(dictionary, label, null).map((step) => step.label)
	const joined = [...Map.groupBy(printed, ({ wording }) => wording).values()].flatMap((same) =>
		same.flatMap(({ label }) =>
			same.some((other) => !up(label).includes(other.label) && !up(other.label).includes(label))
				? [`${label}: same words under another label`]
				: [],
		),
	)
	return [...rare, ...joined]
}

/** Who said each of the words; the reader guesses that what stands under one label is from one person. */
export function linkByLabel(edition: EditionContent, speakerOf: (quoteId: string) => string): string[] {
	const quotes = edition.dossiers.flatMap((dossier) => dossier.quotes).filter(({ isWithOffice }) => !isWithOffice)
	return [...Map.groupBy(quotes, ({ label }) => label)].flatMap(([label, under]) => {
		const voices = [...Map.groupBy(under, ({ id }) => speakerOf(id)).values()].map(({ length }) => length)
		const isLinked = voices.length < 3 || Math.max(...voices) > under.length / 2
		return isLinked ? [`${label}: ${under.length} quotes of ${voices.length}`] : []
	})
}
