/**
 * The same reader as in `what-a-reader-can-work-out.test.ts`, in many thousand towns: `npm run prove -- reader`.
 * `TOWNS` says how many of each kind, `SEED` which ones.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyTown, findingsIn, publish } from './read-towns.sample.ts'

const TOWNS = Number(process.env['TOWNS'] ?? 14_000)
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000)

for (const { share, ...size } of [
	{ share: 1, editions: 3, mostGuesses: 2_000 },
	{ share: 0.02, editions: 3, mostGuesses: 100_000 },
	{ share: 0.7, editions: 4, mostGuesses: 1_000 },
	{ share: 0.5, editions: 5, mostGuesses: 600 },
])
	test(`in thousands of towns, ${size.editions} editions and up to ${size.mostGuesses} guesses each pin down nobody`, () => {
		const counted = { towns: 0, cells: 0, held: 0 }
		const began = performance.now()
		const nobody = fc.property(anyTown(true, size), (town) => {
			assert.deepEqual(findingsIn(town), [])
			const { cells, held } = publish(town)
			counted.towns += 1
			counted.cells += cells
			counted.held += held
		})
		fc.assert(nobody, { numRuns: TOWNS * share, seed: SEED })
		const seconds = Math.round((performance.now() - began) / 1000)
		console.table([{ ...size, seed: SEED, ...counted, found: 0, seconds }])
	})
