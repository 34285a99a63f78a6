import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agreementOfRatings, agreementOfSpans } from './agreement.rules.ts'
import { readRatings, readSpans } from './read-coded-table.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('tables are read with comma, semicolon or tab, quotes, a byte order mark and every way to say nothing', () => {
	const comma = 'unit,Ana,Ben\n1,1,1\n2,2,NA\n3,3,3\n4,.,1\n5,2,\n6,2,3\n'
	const semicolon = `\ufeff${comma.replaceAll(',', ';')}`
	const quoted = comma.replaceAll('\n', '\r\n').replace(/Ana/, '"ana "').replace(/\t/g, ',')
	const tab = comma.replaceAll(',', '\t')
	for (const written of [comma, semicolon, quoted, tab]) {
		const agreement = agreementOfRatings(readRatings(bytes(written), { coders: ['Ana', 'Ben'], level: 'interval' }), {
			level: 'interval',
		})
		assert.equal(agreement.units, 6)
		assert.equal(agreement.shared, 3)
		assert.equal(agreement.figures.percent.value, 2 / 3)
	}
})

test('decimal commas are numbers, and words need an order to be more than names', () => {
	const table = bytes('A;B\n1,5;1,5\n2,5;3,5\n')
	const { figures } = agreementOfRatings(readRatings(table, { coders: ['A', 'B'], level: 'ratio' }), { level: 'ratio' })
	assert.ok(figures.alpha.value! > 0 && figures.alpha.value! < 1)
	const words = bytes('A,B\nlow,low\nhigh,mid\nlow,mid\n')
	const order = ['low', 'mid', 'high']
	assert.throws(() => readRatings(words, { coders: ['A', 'B'], level: 'ordinal' }), { code: 'value-order-missing' })
	assert.throws(() => readRatings(words, { coders: ['A', 'B'], level: 'ratio' }), { code: 'value-not-a-number' })
	assert.throws(() => readRatings(words, { coders: ['A', 'B'], level: 'ordinal', order: ['low', 'high'] }), {
		code: 'value-not-in-order',
	})
	const ranked = readRatings(words, { coders: ['A', 'B'], level: 'ordinal', order })
	const numbers = readRatings(bytes('A,B\n1,1\n3,2\n1,2\n'), { coders: ['A', 'B'], level: 'ordinal' })
	const alpha = (ratings: typeof ranked) => agreementOfRatings(ratings, { level: 'ordinal' }).figures.alpha.value
	assert.equal(alpha(ranked), alpha(numbers))
})

test('a dash says nothing unless it is the opposite of a plus, and 1 is 1.0', () => {
	const compare = (table: string) => {
		const { shared, figures } = agreementOfRatings(
			readRatings(bytes(table), { coders: ['A', 'B'], level: 'nominal' }),
			{
				level: 'nominal',
			},
		)
		return [shared, figures.percent.value]
	}
	assert.deepEqual(compare('A,B\n1,1\n-,2\n3,–\n2,—\n3,3\n#NV,1\nfehlt,1\n'), [2, 1])
	assert.deepEqual(compare('A,B\n+,+\n-,+\n-,-\n'), [3, 2 / 3])
	assert.deepEqual(compare('A,B\n1.0,1\n2.0,2\n,3\n3.0,1\n'), [3, 2 / 3])
	// Numbers of chapters are names.
	assert.deepEqual(compare('A,B\n1.1,1.10\n1.0,1\n2,2\n'), [3, 1 / 3])
	const endless = bytes('A,B\n1,Infinity\n')
	assert.throws(() => readRatings(endless, { coders: ['A', 'B'], level: 'ratio' }), { code: 'value-not-a-number' })
})

test('a table may lie on its side, or have a row for each rating', () => {
	const read = (table: string, coders = ['Ana', 'Ben']) => {
		const ratings = readRatings(bytes(table), { coders, level: 'interval' })
		return ratings.patterns.map(({ codes, weight }) => [codes.map((code) => ratings.values[code] ?? null), weight])
	}
	const expected = [[[1, 1], 1], [[2, 3], 2], [[3, null], 1]] // prettier-ignore
	const wide = 'unit,Ana,Ben\n1,1,1\n2,2,3\n3,2,3\n4,3,.\n'
	const lying = 'coder;1;2;3;4\nBen;1;3;3;.\nAna;1;2;2;3\n'
	const long =
		'doc,segment,rater,rating,comment\nd,1,Ana,1,\nd,1,Ben,1,well\nd,2,Ana,2,\nd,2,Cem,9,\nd,2,Ben,3,\ne,1,Ben,3,\ne,1,Ana,2,\ne,2,Ana,3,\n'
	for (const table of [wide, lying, lying.replace(/^.*\n/, ''), long]) assert.deepEqual(read(table), expected)
	assert.throws(() => read(`${long}e,2,Ana,4,\n`), {
		code: 'rated-twice',
		facts: { line: 10, coder: 'Ana', unit: 'e / 2' },
	})
	const unknown = { code: 'coder-column-unknown', facts: { coder: 'Dora', known: 'Ana, Ben, Cem' } }
	assert.throws(() => read(long, ['Ana', 'Dora']), unknown)
})

test('an unknown coder is answered with those there are, and one coder alone with why there is no figure', () => {
	const table = bytes('Ana,Ben\na,b\n')
	assert.throws(() => readRatings(table, { coders: ['Ana', 'Cem'], level: 'nominal' }), {
		code: 'coder-column-unknown',
		facts: { coder: 'Cem', known: 'Ana, Ben' },
	})
	const { figures } = agreementOfRatings(readRatings(table, { coders: ['Ana'], level: 'nominal' }), {
		level: 'nominal',
	})
	assert.deepEqual(figures.cohen, { value: null, reason: 'one-coder' })
})

test('marked units are read in any order of columns, and without a head line', () => {
	const expected = [
		{ coder: 'Ana', start: 0, end: 4, value: 'x' },
		{ coder: 'Ben', start: 2, end: 4, value: 'x' },
	]
	assert.deepEqual(readSpans(bytes('coder,start,end,value\nAna,0,4,x\nBen,2,4,x\nBen,4,9,\n'), 10), expected)
	assert.deepEqual(readSpans(bytes('Wert;Person;von;bis\nx;Ana;0;4\nx;Ben;2;4\n'), 10), expected)
	assert.deepEqual(
		readSpans(bytes('rater_id,char_start,char_end,code_name\nAna,0,4,x\nBen,2,4,x\nBen,4,9,–\n'), 10),
		expected,
	)
	assert.deepEqual(readSpans(bytes('Ana\t0\t4\tx\nBen\t2\t4\tx\n'), 10), expected)
})

test('a unit that cannot be is refused with its line', () => {
	const spans = (rows: string) => () => readSpans(bytes(`coder,start,end,value\n${rows}\n`), 10)
	assert.throws(spans('Ana,0,4,x\nAna,3,5,x'), { code: 'spans-overlap', facts: { line: 3, coder: 'Ana', value: 'x' } })
	assert.throws(spans('Ana,0,11,x'), { code: 'span-beyond-length', facts: { line: 2, end: 11, length: 10 } })
	assert.throws(spans('Ana,4,4,x'), { code: 'span-not-a-range' })
	assert.throws(spans('Ana,a,4,x'), { code: 'span-not-a-range' })
	assert.throws(() => readSpans(bytes('who,what\nAna,4\n'), 10), { code: 'span-columns-missing' })
	// Touching is no overlap, and two themes may lie over each other.
	assert.equal(spans('Ana,0,4,x\nAna,4,5,x\nAna,0,9,y')().length, 3)
})

test('themes that lie over each other have a figure each, and the whole says why it has none', () => {
	const spans = readSpans(bytes('Ana,0,4,x\nAna,2,8,y\nBen,0,4,x\nBen,2,6,y\n'), 10)
	const { figures, byValue } = agreementOfSpans(['Ana', 'Ben'], spans, 10)
	assert.deepEqual(figures.alphaU, { value: null, reason: 'overlapping-units' })
	assert.deepEqual(figures.cohen, { value: null, reason: 'overlapping-units' })
	assert.equal(byValue['x']!.figures.alphaUBinary.value, 1)
	assert.equal(byValue['x']!.figures.cohen.value, 1)
	assert.ok(byValue['y']!.figures.alphaUBinary.value! < 1)
})
