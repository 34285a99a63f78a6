import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { rewriteText } from '#listening/rewrite.rules.ts'
import { rewordQuote } from './quote-rewording.rules.ts'
import { firstDeviation } from './quote-wording.rules.ts'

const passage = 'Der Müller vom TSV hat immer gesagt: Das machen wir selber, und der Müller hat recht.'
const at = (words: string, from = 0) => {
	const start = passage.indexOf(words, from)
	return { start, end: start + words.length }
}
const names = [
	{ ...at('Müller'), text: '[Person 1]' },
	{ ...at('TSV'), text: '[Verein 1]' },
	{ ...at('Müller', 20), text: '[Person 1]' },
]

test('a printed quote loses the names its passage loses, and nothing else', () => {
	assert.equal(
		rewordQuote(passage, passage, names),
		'Der [Person 1] vom [Verein 1] hat immer gesagt: Das machen wir selber, und der [Person 1] hat recht.',
	)
})

test('what a quote left out stays left out, and a mark it had stays', () => {
	assert.equal(
		rewordQuote('[…] Das machen wir selber, und der Müller hat recht.', passage, names),
		'[…] Das machen wir selber, und der [Person 1] hat recht.',
	)
	assert.equal(
		rewordQuote('Der [Nachbar] vom [Verein] hat immer gesagt: Das machen wir selber[…]', passage, names),
		'Der [Nachbar] vom [Verein] hat immer gesagt: Das machen wir selber[…]',
	)
})

test('a mark over half a name gives way to the whole replacement', () => {
	const name = { ...at('Der Müller vom'), text: '[Person 1]' }
	assert.equal(rewordQuote('Der [Name] vom TSV […]', passage, [name]), '[Person 1] TSV […]')
})

test('whatever is replaced, a quote equals its passage afterwards, and no name is left that was said once', () => {
	const word = fc.constantFrom('Bus', 'fährt', 'Ina', 'Müller', 'nie', 'ja.', 'Bach', '👍', '[laut]')
	const sample = fc.array(word, { minLength: 3, maxLength: 14 }).chain((words) =>
		fc.record({
			words: fc.constant(words),
			fate: fc.array(fc.constantFrom('say', 'say', 'mark', 'omit'), {
				minLength: words.length,
				maxLength: words.length,
			}),
			isReplaced: fc.array(fc.boolean(), { minLength: words.length, maxLength: words.length }),
			cut: fc.integer({ min: 0, max: 2 }),
			text: fc.constantFrom('[Person 1]', 'jemand', '[Ort]', '[Dr. med. A. Müller am Bach]'),
		}),
	)
	fc.assert(
		fc.property(sample, ({ words, fate, isReplaced, cut, text }) => {
			const said = words.join(' ')
			const wording = words.map((one, n) => (fate[n] === 'say' ? one : fate[n] === 'mark' ? '[Wort]' : '[…]')).join(' ')
			fc.pre(firstDeviation(wording, said) === null)
			let position = 0
			const replacements = words.flatMap((one, n) => {
				const start = position
				position += [...one].length + 1
				const end = start + [...one].length
				return isReplaced[n] ? [{ start: start + Math.min(cut, end - start - 1), end, text }] : []
			})
			const printed = rewordQuote(wording, said, replacements)
			assert.equal(firstDeviation(printed, rewriteText(said, replacements)), null, `${wording} → ${printed}`)
		}),
		{ numRuns: 500 },
	)
})
