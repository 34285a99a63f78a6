import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { packTally, visitTallies, type TalliedCoding } from './tally.rules.ts'

const coding = fc.record({
	voice: fc.nat(3),
	themeNumber: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
	stance: fc.nat(3),
	intensity: fc.integer({ min: 1, max: 3 }),
})
const person = fc
	.array(coding, { minLength: 1, maxLength: 12 })
	.map((codings) => codings.toSorted((one, other) => one.voice - other.voice))

test('people who are packed one after another come out as they went in', () => {
	fc.assert(
		fc.property(fc.array(person), (people) => {
			const seen: TalliedCoding[][] = []
			const voices: number[][] = []
			const counted = visitTallies(
				Buffer.concat(people.map(packTally)),
				(themeNumber, stance, intensity, who, voice) => {
					;(seen[who] ??= []).push({ voice: 0, themeNumber, stance, intensity })
					;(voices[who] ??= []).push(voice)
				},
			)
			assert.deepEqual(
				seen,
				people.map((codings) => codings.map((one) => ({ ...one, voice: 0 }))),
			)
			const distinct = people.map((codings) => new Set(codings.map(({ voice }) => voice)).size)
			assert.deepEqual(
				voices.map((own) => new Set(own).size),
				distinct,
			)
			assert.deepEqual(counted, { persons: people.length, voices: distinct.reduce((all, own) => all + own, 0) })
		}),
	)
})
