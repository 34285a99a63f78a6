import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { codePointLength, sliceCodePoints } from '#listening/code-points.ts'
import { LANES, lanesOf, piecesOf, type Drawn } from './passage.rules.ts'

const drawn = (text: string) =>
	fc.array(
		fc
			.tuple(fc.nat(codePointLength(text)), fc.nat(codePointLength(text)))
			.map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const),
		{ maxLength: 8 },
	)
const talks = fc.string({ unit: 'binary', maxLength: 30 }).chain((text) => fc.tuple(fc.constant(text), drawn(text)))
const codingsOf = (ranges: readonly (readonly [number, number])[]): Drawn[] =>
	ranges.filter(([from, to]) => to > from).map(([from, to], n) => ({ id: `c${n}`, start: 100 + from, end: 100 + to }))

test('the pieces of a contribution are its words, and each knows everything that lies over it', () => {
	fc.assert(
		fc.property(talks, ([text, ranges]) => {
			const codings = codingsOf(ranges)
			const pieces = piecesOf(text, 100, codings)
			assert.equal(pieces.map((piece) => piece.text).join(''), text)
			for (const { id, start, end } of codings) {
				const covered = pieces.filter((piece) => piece.codings.some((coding) => coding.id === id))
				assert.equal(covered.map((piece) => piece.text).join(''), sliceCodePoints(text, start - 100, end - 100))
			}
		}),
	)
})

test('passages that overlap have lines of their own while there are lanes', () => {
	fc.assert(
		fc.property(talks, ([, ranges]) => {
			const codings = codingsOf(ranges)
			const lanes = lanesOf(codings)
			for (const one of codings) {
				assert.ok(lanes.get(one.id)! < LANES)
				for (const other of codings) {
					const overlap = one.id < other.id && one.start < other.end && other.start < one.end
					if (overlap && lanes.get(one.id) === lanes.get(other.id)) assert.equal(lanes.get(one.id), LANES - 1)
				}
			}
		}),
	)
})
