import assert from 'node:assert/strict'
import { test } from 'node:test'
import { positionsIn } from '#listening/code-points.ts'
import { chooseWay, converter, rawTextOf, scoreWays, STANDARD, type Counting } from './positions.rules.ts'

const LINES = [
	'Früher 👵🏼 gab es den Laden.',
	'Heute fahren wir nach Oberlohe,',
	'das sind 12 km. 🚗 Wer fährt mich?',
	'Niemand.',
]
const QUOTES = ['gab es den Laden', 'nach Oberlohe', 'Wer fährt mich?', 'Niemand', '12 km']

const WAYS: Partial<Counting>[] = [
	{},
	{ lineEnd: 2 },
	{ end: 'inclusive' },
	{ unit: 'utf-16' },
	{ lineEnd: 2, end: 'inclusive' },
	{ from: 1, end: 'inclusive' },
	{ from: 1, lineEnd: 2 },
	{ unit: 'utf-16', lineEnd: 2 },
]

/** Numbers as a program would write them that counts in this way. */
function numbered(file: string, { lineEnd, from, end, unit }: Counting) {
	const counted = (lineEnd === 1 ? file.replaceAll('\r\n', '\n') : file).replace('\ufeff', '')
	return QUOTES.map((name) => {
		const at = counted.indexOf(name)
		const place = (units: number) => (unit === 'utf-16' ? units : positionsIn(counted).toCodePoint(units)) + from
		return { name, start: place(at), end: place(at + name.length) - (end === 'inclusive' ? 1 : 0) }
	})
}

test('whichever way a program counts, its passages are found word for word', () => {
	for (const way of WAYS)
		for (const mark of ['', '\ufeff']) {
			const raw = rawTextOf(mark + LINES.join('\r\n'))
			const counting = { ...STANDARD, ...way }
			const passages = numbered(LINES.join('\r\n'), counting)
			const reading = chooseWay(scoreWays(raw, passages), [])
			assert.deepEqual(reading.counting, counting)
			assert.equal(reading.found, QUOTES.length)
			const { toRange } = converter(raw, reading.counting)
			const { toUnit } = positionsIn(raw.text)
			for (const passage of passages) {
				const { start, end } = toRange(passage)
				assert.equal(raw.text.slice(toUnit(start), toUnit(end)), passage.name)
			}
		}
})

test('line ends of two characters are counted even where the text has lost them', () => {
	const raw = rawTextOf(LINES.join('\n'))
	const passages = numbered(LINES.join('\r\n'), { ...STANDARD, lineEnd: 2 })
	assert.equal(chooseWay(scoreWays(raw, passages), []).counting.lineEnd, 2)
})

test('passages without names are read by where words begin and end, and the standard wins a draw', () => {
	const raw = rawTextOf(LINES.join('\n'))
	const unnamed = (counting: Counting) => numbered(LINES.join('\n'), counting).map((one) => ({ ...one, name: '' }))
	assert.deepEqual(chooseWay(scoreWays(raw, unnamed(STANDARD)), []).counting, STANDARD)
	const inclusive = { ...STANDARD, end: 'inclusive' as const }
	assert.deepEqual(chooseWay(scoreWays(raw, unnamed(inclusive)), []).counting, inclusive)
	assert.deepEqual(chooseWay(scoreWays(raw, []), []).counting, STANDARD)
})

test('a shortened name counts by its beginning, and another name counts for nothing', () => {
	const raw = rawTextOf('Die Bank am Brunnen fehlt seit dem Winter. Mehr nicht.')
	const passages = [
		{ start: 0, end: 42, name: 'Die Bank am Brunnen…' },
		{ start: 43, end: 54, name: 'wichtig' },
	]
	const reading = chooseWay(scoreWays(raw, passages), [])
	assert.deepEqual([reading.counting, reading.found, reading.named], [STANDARD, 1, 1])
})
