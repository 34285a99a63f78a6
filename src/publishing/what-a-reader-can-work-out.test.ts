/** A reader who keeps every edition and owns the tool tries to pin down a cell or a person, by brute force. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyTown, findingsIn, type Town } from './read-towns.sample.ts'

const THREE = { editions: 3, mostGuesses: 3_000 }

for (const { runs, ...size } of [
	{ runs: 300, ...THREE },
	{ runs: 60, editions: 4, mostGuesses: 2_000 },
	{ runs: 40, editions: 5, mostGuesses: 1_000 },
])
	test(`a reader who keeps ${size.editions} editions and tries every possibility pins down nobody`, () => {
		const nobody = fc.property(anyTown(true, size), (town) => assert.deepEqual(findingsIn(town), []))
		fc.assert(nobody, { numRuns: runs })
	})

/** `110`: heard in the first two editions of three; of so many that came and went together so many spoke. */
function oneSector(groups: Record<string, { of: number; spoke: number }>): Town {
	const people = Object.entries(groups).flatMap(([pattern, { of, spoke }]) =>
		Array.from({ length: of }, (_, at) => ({
			id: `${pattern}-${at}`,
			path: [...pattern].map((heard) => (heard === '1' ? 'church' : '')),
			spoke: { bus: at < spoke, school: false },
			wishes: [],
		})),
	)
	return { people, mode: 'bands', isProtected: true }
}

test('of a group that went as one nobody learns what all of them said, when the rest is too small for the old word', () => {
	assert.deepEqual(findingsIn(oneSector({ 111: { of: 10, spoke: 0 }, 100: { of: 10, spoke: 10 } })), [])
})

test('what three editions tell only together stays untold, in towns where it was once found out', () => {
	const one = { '011': { of: 14, spoke: 6 }, 100: { of: 5, spoke: 5 }, 110: { of: 14, spoke: 1 } }
	const other = { 110: { of: 3, spoke: 3 }, '011': { of: 10, spoke: 7 }, 111: { of: 3, spoke: 0 } }
	for (const groups of [one, other]) assert.deepEqual(findingsIn(oneSector(groups)), [])
})

test('the same reader finds people as soon as nothing is protected, in bands and in numbers', () => {
	for (const mode of ['bands', 'numbers']) {
		const towns = fc.sample(anyTown(false, THREE), { numRuns: 60, seed: 7 }).filter((town) => town.mode === mode)
		const given = towns.map(findingsIn)
		const count = given.filter((list) => list.length > 0).length
		console.table([{ mode, towns: towns.length, towns_that_give_somebody_away: count, findings: given.flat().length }])
		assert.ok(given.flat().some((one) => one.includes(' of ')) && given.flat().some((one) => one.includes('people')))
		assert.ok(count > towns.length / 2)
	}
})
