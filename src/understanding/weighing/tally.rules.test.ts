import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { packTally, visitTallies, type Passage, type VisitedCoding } from './tally.rules.ts'

const passage = fc.record({
	voice: fc.nat(3),
	start: fc.nat(20),
	length: fc.integer({ min: 1, max: 9 }),
	themeNumber: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
	stance: fc.nat(3),
	intensity: fc.integer({ min: 1, max: 3 }),
	isConcrete: fc.boolean(),
	isHigher: fc.boolean(),
})
const person = fc
	.array(passage, { minLength: 1, maxLength: 12 })
	.map((passages) => passages.map(({ length, ...one }): Passage => ({ ...one, end: one.start + length })))
	.map((passages) => passages.toSorted((one, other) => one.voice - other.voice || one.start - other.start))

test('people who are packed one after another come out as they went in', () => {
	fc.assert(
		fc.property(fc.array(person), (people) => {
			const seen: VisitedCoding[] = []
			const counted = visitTallies(Buffer.concat(people.map(packTally)), (coding) => seen.push({ ...coding }))
			const voices = people.flatMap((passages, who) => passages.map(({ voice }) => `${who} ${voice}`))
			const distinct = [...new Set(voices)]
			const expected = people.flatMap((passages, who) =>
				passages.map(({ voice, start: _, end, ...coding }, n): VisitedCoding => {
					const later = passages.slice(n + 1).filter((other) => other.voice === voice && other.start < end)
					return { ...coding, person: who, voice: distinct.indexOf(`${who} ${voice}`), reach: later.length }
				}),
			)
			assert.deepEqual(seen, expected)
			assert.deepEqual(counted, { persons: people.length, voices: distinct.length })
		}),
	)
})
