import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keywordReader } from './keyword-reading.rules.ts'
import { readThrough } from './read-through.rules.ts'
import { settleLine, type Trial } from './shown-lines.rules.ts'

const said = (conversationId: string, coded: string) =>
	Array.from(coded, (sign, at) => ({
		at,
		conversationId,
		themeIds: sign === 'x' ? ['bus'] : [],
		wasRefused: sign === 'r',
	}))

test('a contribution people passed over counts as read; what comes after the last coded one does not', () => {
	const positions = (coded: string) => readThrough(said('a', coded)).map(({ at }) => at)
	assert.deepEqual(positions('.x..x..'), [0, 1, 2, 3, 4])
	assert.deepEqual(positions('....r'), [4], 'a refusal was read')
	assert.deepEqual(positions(`${'.'.repeat(30)}x`), [30], 'whoever codes one hit of a search has not read the rest')
	assert.equal(readThrough([...said('a', '..x'), ...said('b', '...')]).length, 3)
})

/** Ten conversations, in each two trials per probability. */
function trials(isRight: (probability: number, group: number) => boolean): Trial[] {
	return Array.from({ length: 10 }, (_, group) =>
		[0.9, 0.7, 0.5, 0.3, 0.1].flatMap((probability) => {
			const trial = { group: String(group), probability, isRight: isRight(probability, group) }
			return [trial, trial]
		}),
	).flat()
}

test('a theme is proposed from where proposals are mostly right, and not at all where they never are', () => {
	const good = settleLine(trials((probability) => probability >= 0.5))
	assert.deepEqual([good.line, good.recall], [0.3, 1])
	assert.equal(good.precision, 0.75)
	assert.deepEqual(settleLine(trials(() => false)), { line: null, precision: null, recall: 0, shown: 0 })
})

test('what only one conversation shows is luck and no reason to propose', () => {
	const { line } = settleLine(trials((probability, group) => group === 0 && probability >= 0.9))
	assert.equal(line, null)
})

test('a keyword of two words needs both, filler words are none, and compounds are opened', () => {
	const find = keywordReader([
		{ id: 'post', keywords: ['Ortsbild & neue Räume', 'alte Post'] },
		{ id: 'schule', keywords: ['Schule'] },
	])
	assert.deepEqual(find(['', 'Die Post kommt um zehn, und das ist neu.']), [])
	assert.deepEqual(find(['', 'Die alte Post neben der Grundschule']), [
		{ themeId: 'post', words: ['alte', 'post'] },
		{ themeId: 'schule', words: ['grundschule'] },
	])
})
