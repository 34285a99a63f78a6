import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawThrough, MOST_STRANDS, type ThroughCounts } from './through-line.rules.ts'

const birkenrode: ThroughCounts = { listen: 162, understand: 10, focus: 6, act: 14, answer: 131, unanswered: 31 }
const strandsIn = (path: string) => path.split('M').length - 1

test('the drawing shows as many themes and initiatives as there are', () => {
	const { knots } = drawThrough(birkenrode, false)
	const count = (stage: string) => knots.filter((knot) => knot.stage === stage).length
	assert.deepEqual([count('understand'), count('focus'), count('act'), count('answer')], [10, 6, 14, 1])
})

test('every theme is reached by someone, and every strand leads on', () => {
	const { strands, knots } = drawThrough(birkenrode, false)
	const ends = [...strands.listen.matchAll(/(\S+) (\S+)(?=M|$)/g)].map(([, , across]) => Number(across))
	for (const { y } of knots.filter(({ stage }) => stage === 'understand')) assert.ok(ends.includes(y))
})

test('one waiting voice is enough for a dotted strand, and none is drawn when all are answered', () => {
	assert.equal(strandsIn(drawThrough({ ...birkenrode, answer: 161, unanswered: 1 }, false).open), 1)
	assert.equal(drawThrough({ ...birkenrode, answer: 162, unanswered: 0 }, false).open, '')
	const { strands, open } = drawThrough(birkenrode, false)
	assert.equal(strandsIn(strands.answer) + strandsIn(open), MOST_STRANDS.listen)
})

test('the way not yet walked is dotted', () => {
	const begun = drawThrough({ listen: 12, understand: 10, focus: 0, act: 0, answer: 0, unanswered: 12 }, true)
	assert.equal(begun.strands.focus, '')
	assert.ok(begun.open.length > 0)
	assert.doesNotMatch(begun.open + begun.strands.listen, /NaN|undefined/)
})

test('a town where nobody has spoken yet gets a drawing, not an error', () => {
	const empty = drawThrough({ listen: 0, understand: 0, focus: 0, act: 0, answer: 0, unanswered: 0 }, false)
	assert.deepEqual(empty.knots, [])
	assert.doesNotMatch(empty.open, /NaN|undefined/)
})
