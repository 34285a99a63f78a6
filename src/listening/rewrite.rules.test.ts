import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sliceCodePoints } from './code-points.ts'
import { checkedReplacements, isTouched, mappingOf, movedBy, rewriteText, type Replacement } from './rewrite.rules.ts'

const letters = fc.string({ unit: fc.constantFrom('a', 'ß', 'é', '👍', ' ', '\n'), minLength: 1, maxLength: 60 })

/** A text, and ranges of it that do not overlap, with what shall stand there. */
const rewriting = letters.chain((text) => {
	const length = [...text].length
	const cuts = fc.uniqueArray(fc.integer({ min: 0, max: length }), { maxLength: 10 })
	const words = fc.array(fc.string({ unit: fc.constantFrom('X', '🏠', '['), minLength: 1, maxLength: 5 }), {
		minLength: 5,
		maxLength: 5,
	})
	return fc.record({ text: fc.constant(text), cuts, words }).map(({ cuts, words }) => {
		const edges = cuts.toSorted((one, other) => one - other)
		const replacements: Replacement[] = []
		for (let at = 0; at + 1 < edges.length; at += 2)
			replacements.push({ start: edges[at]!, end: edges[at + 1]!, text: words[at / 2]! })
		return { text, replacements }
	})
})

test('what is not replaced stays as it was said, letter for letter, wherever it comes to stand', () => {
	fc.assert(
		fc.property(rewriting, ({ text, replacements }) => {
			const rewritten = rewriteText(text, replacements)
			const moved = movedBy(replacements)
			const { start, end } = mappingOf(moved)
			const edges = [0, ...replacements.flatMap((one) => [one.start, one.end]), [...text].length]
			for (let at = 0; at < edges.length; at += 2) {
				const [from, to] = [edges[at]!, edges[at + 1]!]
				const kept = sliceCodePoints(text, from, to)
				if (kept) assert.equal(sliceCodePoints(rewritten, start(from), end(to)), kept)
			}
			for (const one of replacements) assert.equal(sliceCodePoints(rewritten, start(one.start), end(one.end)), one.text)
		}),
	)
})

test('every place in the old text has its place in the new one, in the same order', () => {
	fc.assert(
		fc.property(rewriting, ({ text, replacements }) => {
			const [length, newLength] = [[...text].length, [...rewriteText(text, replacements)].length]
			const { start, end } = mappingOf(movedBy(replacements))
			assert.equal(end(length), newLength)
			assert.equal(start(0), 0)
			for (let at = 0; at < length; at++) {
				assert.ok(start(at) <= start(at + 1) && end(at) <= end(at + 1))
				assert.ok(start(at) < end(at + 1), 'no passage vanishes')
			}
		}),
	)
})

test('a place inside a replaced name moves to the ends of what replaces it', () => {
	const replacements = [{ start: 4, end: 10, text: '[Person 1]' }]
	assert.equal(rewriteText('Die Müller kam.', replacements), 'Die [Person 1] kam.')
	const moved = movedBy(replacements)
	const { start, end } = mappingOf(moved)
	assert.deepEqual([start(6), end(8)], [4, 14])
	assert.deepEqual([start(4), end(4), start(10), end(10)], [4, 4, 14, 14])
	assert.deepEqual([isTouched(moved, 0, 4), isTouched(moved, 0, 5), isTouched(moved, 9, 12)], [false, true, true])
	assert.equal(isTouched(moved, 10, 15), false)
})

test('replacements that overlap, stand outside, say nothing or break lines are refused', () => {
	const refused = (code: string, ...replacements: Replacement[]) =>
		assert.throws(() => checkedReplacements(replacements, 10), { code })
	refused('replacements-overlap', { start: 0, end: 4, text: 'A' }, { start: 3, end: 6, text: 'B' })
	refused('replacement-outside', { start: 8, end: 11, text: 'A' })
	refused('replacement-outside', { start: 5, end: 5, text: 'A' })
	refused('replacement-empty', { start: 0, end: 4, text: ' ' })
	refused('replacement-unusable', { start: 0, end: 4, text: 'A\nB' })
	refused('replacement-unusable', { start: 0, end: 4, text: 'A'.repeat(121) })
})
