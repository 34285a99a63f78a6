/**
 * The most curious reader: keeps every edition, knows who was heard when and in which sector, and tries to work out who said
 * what. For tests only.
 */
import { AT_LEAST, AT_MOST, bandOf, BANDS, type Band } from '#protecting/bands.rules.ts'
import type { RoleDictionary } from '#protecting/role-dictionary.rules.ts'
import { labelLadder } from '#protecting/role-label.rules.ts'
import { judgeLabel } from '#protecting/role-label.rules.ts'
import type { EditionContent } from './edition-content.ts'

/** People of one sector, by the editions they were heard in: `1` in, `0` not yet or no more. */
export type Presence = { sector: string; pattern: string; size: number }

export type Known = { dictionary: RoleDictionary; presence: readonly Presence[]; minimum: number; isProtected: boolean }

/** Everything the reader could pin down, in words. */
export function workOut(editions: readonly EditionContent[], known: Known): string[] {
	return [...workOutCells(editions, known), ...workOutNumbers(editions, known), ...workOutLabels(editions, known)]
}

/**
 * Tries every way in which people who came and went together could have spoken, prints for each what the tool would have
 * printed (its rules are public), and keeps those that look like what was printed.
 */
function workOutCells(editions: readonly EditionContent[], { presence, minimum, isProtected }: Known): string[] {
	const themes = [...new Set(editions.flatMap((edition) => edition.themes.map(({ label }) => label)))]
	const sectors = [...new Set(presence.map(({ sector }) => sector))]
	return themes.flatMap((theme) =>
		sectors.flatMap((sector) => {
			const groups = presence.filter((one) => one.sector === sector)
			const seen = editions.map((edition) => seenIn(edition, theme, sector))
			const all = guesses(groups.map(({ size }) => size)).toArray()
			const printed = all.map((guess) => wouldPrint(groups, guess, isProtected))
			const fits = (guess: number, at: number) => {
				const one = seen[at] ?? null
				const would = printed[guess]![at]!
				return one === null || one === (typeof one === 'number' ? would.number : would.band)
			}
			const leastOf = (group: number, counted: readonly number[]) => {
				const possible = all.filter((_, guess) => counted.every((at) => fits(guess, at)))
				return possible.reduce((least, guess) => Math.min(least, guess[group]!), Infinity)
			}
			const every = editions.map((_, at) => at)
			return groups.flatMap(({ size, pattern }, group) => {
				const least = leastOf(group, every)
				// Of six out of twelve, ten of whom spoke, four did: that is no secret two editions tell together.
				const alone = Math.max(...every.map((at) => leastOf(group, [at])))
				const isFew = least > alone && least < 5 && size < minimum
				const isAll = least > 0 && least >= size - 1
				return isFew || isAll ? [`${theme}, ${sector}, ${pattern}: ${least} of ${size}`] : []
			})
		}),
	)
}

/** What stands in a cell; null when it is hidden or an older table is shown again. */
function seenIn(edition: EditionContent, theme: string, sector: string): Band | number | null {
	const row = edition.themes.find(({ label }) => label === theme)
	const at = edition.sectors.indexOf(sector)
	if (!row || at < 0 || edition.tables?.carriedFrom) return null
	return row.numbers ? row.numbers[at]! : row.bands[at]!
}

/** Written down anew from the decision record, not from the tool's code. */
function wouldPrint(
	groups: readonly Presence[],
	guess: readonly number[],
	isProtected: boolean,
): { band: Band; number: number }[] {
	const sum = (numbers: readonly number[], is: (pattern: string) => boolean) =>
		groups.reduce((all, { pattern }, at) => all + (is(pattern) ? numbers[at]! : 0), 0)
	const sizes = groups.map(({ size }) => size)
	const shown: Band[] = []
	return Array.from({ length: groups[0]?.pattern.length ?? 0 }, (_, at) => {
		const heard = sum(sizes, (pattern) => pattern[at] === '1')
		const number = sum(guess, (pattern) => pattern[at] === '1')
		const fresh = bandOf(number, heard)
		const tells = shown.some((before, from) => {
			if (before === fresh) return false
			const [less, more] = BANDS.indexOf(fresh) > BANDS.indexOf(before) ? [from, at] : [at, from]
			const came = sum(sizes, (pattern) => pattern[more] === '1' && pattern[less] === '0')
			const crowd = came > 0 ? came : sum(sizes, (pattern) => pattern[less] === '1')
			const [low, high] = less === from ? [before, fresh] : [fresh, before]
			return crowd < 10 || AT_LEAST[high] - AT_MOST[low] > crowd - 2
		})
		const band = isProtected && tells ? possible(shown[at - 1]!, heard) : fresh
		shown.push(band)
		return { band, number }
	})
}

/** What is shown again is a band the group of today could have: ten of ten, or of eleven, are never shown as many. */
function possible(band: Band, heard: number): Band {
	const can = (one: Band) => Array.from({ length: heard + 1 }, (_, number) => bandOf(number, heard)).includes(one)
	return BANDS.slice(0, BANDS.indexOf(band) + 1).findLast(can)!
}

/** Every way to choose how many of each group spoke. */
function* guesses(sizes: readonly number[]): Generator<number[]> {
	const [first, ...rest] = sizes
	if (first === undefined) return yield []
	for (let spoke = 0; spoke <= first; spoke++) for (const other of guesses(rest)) yield [spoke, ...other]
}

/**
 * Subtracts every number from every other of the same row, within an edition and across. Across, the difference is a number
 * of people only where either nobody came or nobody went.
 */
function workOutNumbers(editions: readonly EditionContent[], { presence }: Known): string[] {
	const moved = (column: string, from: number, to: number) =>
		presence.some(
			({ sector, pattern }) => column.split(' · ').includes(sector) && pattern[from] === '1' && pattern[to] === '0',
		)

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
