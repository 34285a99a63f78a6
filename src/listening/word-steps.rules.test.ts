import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
	nextWord,
	oneSentenceLess,
	oneSentenceMore,
	oneWordLess,
	oneWordMore,
	previousWord,
	wholeWords,
	withoutSpaces,
	type Stretch,
} from './word-steps.rules.ts'

const SAID = 'Na ja, das machen wir heute selber. 👵🏼 Wer haftet denn? Der Ortsbürgermeister'
const words = (stretch: Stretch | null) => stretch && SAID.slice(stretch.from, stretch.to)

test('arrows walk from word to word, and back', () => {
	const first = nextWord(SAID, null)
	const second = nextWord(SAID, first)
	assert.deepEqual([words(first), words(second), words(previousWord(SAID, second))], ['Na', 'ja', 'Na'])
	const last = previousWord(SAID, null)
	assert.equal(words(last), 'Ortsbürgermeister')
	assert.deepEqual(nextWord(SAID, last), last)
	assert.deepEqual(previousWord(SAID, first), first)
})

test('a choice grows and shrinks by words and sentences, and is never empty', () => {
	const two = oneWordMore(SAID, oneWordMore(SAID, null))
	assert.equal(words(two), 'Na ja')
	assert.equal(words(oneWordLess(SAID, two)), 'Na')
	assert.equal(words(oneWordLess(SAID, oneWordLess(SAID, two))), 'Na')
	const sentence = oneSentenceMore(SAID, two)
	assert.equal(words(sentence), 'Na ja, das machen wir heute selber.')
	const both = oneSentenceMore(SAID, sentence)
	assert.equal(words(both), 'Na ja, das machen wir heute selber. 👵🏼 Wer haftet denn?')
	assert.equal(words(oneSentenceMore(SAID, both)), SAID)
	assert.deepEqual(oneSentenceLess(SAID, both), sentence)
	assert.deepEqual(oneSentenceLess(SAID, sentence), sentence)
})

test('a finger that stops in the middle of a word means the whole word', () => {
	assert.equal(words(wholeWords(SAID, { from: 8, to: 15 })), 'das machen')
	assert.equal(words(wholeWords(SAID, { from: 2, to: 6 })), ' ja,')
	assert.equal(words(withoutSpaces(SAID, { from: 2, to: 7 })), 'ja,')
	assert.equal(withoutSpaces(SAID, { from: 2, to: 3 }), null)
})

test('whatever is said, no step leaves the contribution', () => {
	const stretch = fc
		.tuple(fc.nat(60), fc.nat(60))
		.map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) + 1 }))
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), stretch, (text, wanted) => {
			const chosen = { from: Math.min(wanted.from, text.length), to: Math.min(wanted.to, text.length) }
			for (const step of [
				nextWord,
				previousWord,
				oneWordMore,
				oneWordLess,
				oneSentenceMore,
				oneSentenceLess,
				wholeWords,
			]) {
				const found = step(text, chosen)
				assert.ok(found && found.from >= 0 && found.from <= found.to && found.to <= text.length)
			}
		}),
	)
})
