/** Counts persons, contributions and passages in every cell at once, from tallies. */
import { visitTallies } from './tally.rules.ts'

export const MATRIX_COUNTS = ['persons', 'voices', 'passages'] as const
export type MatrixCount = (typeof MATRIX_COUNTS)[number]

/** `intensities` adds up the intensities of the passages. */
export type CellCounts = Record<MatrixCount | 'intensities', number>

export type CountTallies = {
	/** In the order of the columns; or one group alone, whose columns are so many stances. */
	groups: readonly Uint8Array[]
	stanceCount?: number | undefined
	/** Which row a theme counts for, by its number in the tallies; none is left out. */
	rowOf: ReadonlyMap<number, number>
	rowCount: number
}

export type CountedTallies = {
	/** Of a row and a column; leave one out, and everybody is counted once across all of them. */
	at: (row?: number, column?: number) => CellCounts
	columnCount: number
}

/** A table of counts in which nobody is counted twice within a cell. The last row and column stand for all of them. */
type Grid = {
	persons: Int32Array
	voices: Int32Array
	passages: Int32Array
	intensities: Int32Array
	lastPerson: Int32Array
	lastVoice: Int32Array
}

export function countTallies({ groups, stanceCount, rowOf, rowCount }: CountTallies): CountedTallies {
	const columnCount = stanceCount ?? groups.length
	const width = columnCount + 1
	const grid = gridOf((rowCount + 1) * width)
	const rows = numbersAsArray(rowOf)
	let persons = 0
	let voices = 0
	for (const [group, bytes] of groups.entries()) {
		const counted = visitTallies(bytes, ({ themeNumber, stance, intensity, person, voice }) => {
			const row = rows[themeNumber] ?? -1
			if (row < 0) return
			const column = stanceCount ? stance : group
			const [who, where] = [persons + person, voices + voice]
			countInto(grid, row * width + column, who, where, intensity)
			countInto(grid, rowCount * width + column, who, where, intensity)
			// Nobody stands in two groups, but many speak in two directions.
			if (!stanceCount) return
			countInto(grid, row * width + columnCount, who, where, intensity)
			countInto(grid, rowCount * width + columnCount, who, where, intensity)
		})
		persons += counted.persons
		voices += counted.voices
	}
	if (!stanceCount) for (let row = 0; row <= rowCount; row++) addAcross(grid, row * width, columnCount)
	const at = (row = rowCount, column = columnCount) => {
		const cell = row * width + column
		return {
			persons: grid.persons[cell]!,
			voices: grid.voices[cell]!,
			passages: grid.passages[cell]!,
			intensities: grid.intensities[cell]!,
		}
	}
	return { at, columnCount }
}

function gridOf(size: number): Grid {
	const numbers = () => new Int32Array(size)
	return {
		persons: numbers(),
		voices: numbers(),
		passages: numbers(),
		intensities: numbers(),
		lastPerson: numbers().fill(-1),
		lastVoice: numbers().fill(-1),
	}
}

function countInto(grid: Grid, cell: number, person: number, voice: number, intensity: number) {
	grid.passages[cell]!++
	grid.intensities[cell]! += intensity
	if (grid.lastVoice[cell] === voice) return
	grid.lastVoice[cell] = voice
	grid.voices[cell]!++
	if (grid.lastPerson[cell] === person) return
	grid.lastPerson[cell] = person
	grid.persons[cell]!++
}

/** The last cell of a row becomes the sum of those before it. */
function addAcross({ persons, voices, passages, intensities }: Grid, from: number, columnCount: number) {
	for (const counts of [persons, voices, passages, intensities])
		counts[from + columnCount] = counts.subarray(from, from + columnCount).reduce((sum, count) => sum + count, 0)
}

function numbersAsArray(rowOf: ReadonlyMap<number, number>): Int32Array {
	const rows = new Int32Array(Math.max(0, ...rowOf.keys()) + 1).fill(-1)
	for (const [number, row] of rowOf) rows[number] = row
	return rows
}
