import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { codePointLength, sliceCodePoints } from './code-points.ts'
import { LONGEST_TURN, splitTurns } from './turns.rules.ts'

/** What everybody says, in order: `[code, words]`. */
function spoken(text: string): [string, string][] {
	const split = splitTurns(text)
	return split.turns.map(({ speaker, start, end }) => [speaker, sliceCodePoints(split.text, start, end)])
}

test('an interview is split at its codes, and the interviewer is known as such', () => {
	const text = 'I: Was fehlt?\n\nB1: Der Laden. Und der Bus:\nder fährt nicht.\n\nI: Mhm.\n\nB1: Ja.'
	assert.deepEqual(spoken(text), [
		['I', 'Was fehlt?'],
		['B1', 'Der Laden. Und der Bus:\nder fährt nicht.'],
		['I', 'Mhm.'],
		['B1', 'Ja.'],
	])
	const { speakers, text: kept } = splitTurns(text)
	assert.equal(kept, text)
	assert.deepEqual(
		speakers.map(({ code, isModerator }) => [code, isModerator]),
		[
			['I', true],
			['B1', false],
		],
	)
})

test('names before a colon become codes, so that the transcript does not name anybody', () => {
	const text =
		'Protokoll\n\nModeration: Bitte.\nFrau Dr. Keller: Ich fange an.\nAnna Brandt (SPD): Nein.\nFrau Dr. Keller: Doch.'
	const split = splitTurns(text)
	assert.equal(split.text, 'Protokoll\n\nM: Bitte.\nS1: Ich fange an.\nS2: Nein.\nS1: Doch.')
	assert.deepEqual(
		split.speakers.map(({ code, pseudonym }) => [code, pseudonym]),
		[
			['M', undefined],
			['S1', 'Frau K.'],
			['S2', 'A. B. (SPD)'],
		],
	)
	assert.deepEqual(
		spoken(text).map(([, words]) => words),
		['Bitte.', 'Ich fange an.', 'Nein.', 'Doch.'],
	)
})

test('a colon inside somebody’s words makes no new speaker', () => {
	assert.deepEqual(
		spoken(
			'B1: Mein Fazit ist so\nFazit: es fehlt Mut.\nZum Beispiel: der Bus.\nUnd dann: nichts.\nHerbst: da war es schön.\nB2: Gut.',
		).map(([who]) => who),
		['B1', 'B2'],
	)
	assert.deepEqual(
		spoken('Wir wollten eines:\nRuhe: das war alles.').map(([who]) => who),
		['S1'],
	)
})

test('a text that names nobody has one speaker', () => {
	assert.deepEqual(spoken('  Ich wünsche mir eine Bank am Bach.\n\nUnd Licht.\n'), [
		['S1', 'Ich wünsche mir eine Bank am Bach.\n\nUnd Licht.'],
	])
	assert.deepEqual(spoken(''), [])
})

test('times at the start of a turn are kept as times, not as words', () => {
	const { turns, text } = splitTurns(
		'[00:00:05] I: Guten Tag.\n[00:01:02.5] B1: Tag.\nB2: [00:01:10] Hallo. #00:01:20-5#',
	)
	assert.deepEqual(
		turns.map(({ fromMs, toMs }) => [fromMs, toMs]),
		[
			[5000, 62_500],
			[62_500, 70_000],
			[70_000, 80_500],
		],
	)
	assert.deepEqual(
		turns.map(({ start, end }) => sliceCodePoints(text, start, end)),
		['Guten Tag.', 'Tag.', 'Hallo.'],
	)
	assert.deepEqual(
		spoken('[00:01] Erst das.\n[00:09] Dann das.').map(([, words]) => words),
		['Erst das.', 'Dann das.'],
	)
})

test('page numbers and headers are left out, years and repeated answers are not', () => {
	const pages = [1, 2, 3].map(
		(page) =>
			`Stadtrat: Sitzung vom 3.4.\nSeite ${page} von 3\n\nB${page}: Mein Wort Nummer ${page}.\n1985\nwar das.\n`,
	)
	const split = splitTurns(pages.join('\n'))
	assert.equal(split.pageLinesLeftOut, 6)
	assert.deepEqual(
		spoken(pages.join('\n')).map(([who, words]) => [who, words]),
		[1, 2, 3].map((page) => [`B${page}`, `Mein Wort Nummer ${page}.\n1985\nwar das.`]),
	)
	assert.equal(spoken('I: Mhm.\nB1: a\nI: Mhm.\nB1: b\nI: Mhm.').length, 5)
})

test('an endless turn is cut into pieces that lose no word', () => {
	const words = Array.from({ length: 30_000 }, (_, at) => `Wort${at}`).join(' ')
	const split = splitTurns(`B1: ${words}`)
	assert.ok(split.turns.length > 3)
	assert.ok(split.turns.every(({ start, end }) => end - start <= LONGEST_TURN))
	assert.equal(split.turns.map(({ start, end }) => sliceCodePoints(split.text, start, end)).join(' '), words)
})

test('whatever the text, turns stand in order inside it and never overlap', () => {
	const line = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.constantFrom('I: a', 'B1:', 'Frau X: 👍 b', '[00:01:02] M: c', '', '12', 'Seite 3', '\f', 'A: #00:99:00#'),
	)
	fc.assert(
		fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
			const { text, turns, speakers } = splitTurns(lines.join('\n').replace(/\r/g, ''))
			let before = 0
			for (const { speaker, start, end } of turns) {
				assert.ok(start >= before && end > start && end <= codePointLength(text))
				assert.equal(sliceCodePoints(text, start, end).trim(), sliceCodePoints(text, start, end))
				assert.ok(speakers.some(({ code }) => code === speaker))
				before = end
			}
		}),
		{ numRuns: 300 },
	)
})
