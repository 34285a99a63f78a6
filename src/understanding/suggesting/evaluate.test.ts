import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { dealFolds } from './folds.rules.ts'
import { evaluateSuggester, examplesOf } from './evaluate-suggester.ts'
import { fit } from './fitting.rules.ts'
import { measure } from './measures.rules.ts'
import { readLabelled, type LabelledTexts } from './read-labelled.ts'
import { seededChance } from './seeded.rules.ts'
import { labellerOf, suggesterOf } from './suggester.rules.ts'

const folder = mkdtempSync(join(tmpdir(), 'gehoert-evaluate-'))

function file(name: string, content: string): string {
	const path = join(folder, name)
	writeFileSync(path, content)
	return path
}

const SUBJECTS = {
	bus: ['der Bus nach Seefeld', 'die Buslinie', 'unsere Bushaltestelle', 'der Nahverkehr am Abend'],
	schule: ['die Grundschule', 'der Unterricht', 'unsere Gemeinschaftsschule', 'der Schulhof'],
	wald: ['der Wald am Hang', 'der Wanderweg', 'die Bäume im Stadtwald', 'der Förster'],
}
const ENDINGS = ['ist zu selten da', 'braucht Geld', 'wird gut angenommen', 'macht uns Sorgen', 'könnte schöner sein']

/** Sentences of three themes, or of two at once, always the same ones. */
function town(count: number, { mixed = false } = {}) {
	const chance = seededChance(3)
	const themes = Object.keys(SUBJECTS) as (keyof typeof SUBJECTS)[]
	const pick = <Entry>(list: readonly Entry[]) => list[Math.floor(chance() * list.length)]!
	const rows = Array.from({ length: count }, () => {
		const own = [...new Set(mixed ? [pick(themes), pick(themes)] : [pick(themes)])]
		const text = own.map((theme) => `${pick(SUBJECTS[theme])} ${pick(ENDINGS)}`).join(' und ')
		return { text: [text], labels: own }
	})
	return { texts: rows.map(({ text }) => text), labels: rows.map(({ labels }) => labels), groups: undefined }
}

const asRead = (given: Pick<LabelledTexts, 'texts' | 'labels' | 'groups'>): LabelledTexts => ({
	...given,
	withoutText: 0,
	withoutLabel: 0,
	leftOut: 0,
	known: new Set(given.labels.flat()),
	warnings: [],
})

test('what was learned from some sentences is right about others, and the same seed gives the same figures', () => {
	const learned = asRead(town(120))
	const once = evaluateSuggester({ learned, folds: 5, seed: 42, several: false })
	const again = evaluateSuggester({ learned, folds: 5, seed: 42, several: false })
	assert.ok(once.accuracy > 0.9, `accuracy ${once.accuracy}`)
	assert.deepEqual(Object.keys(once.labels), ['bus', 'schule', 'wald'])
	assert.deepEqual([once.labels, once.learningCurve], [again.labels, again.learningCurve])
})

test('a text may be about several themes at once', () => {
	const { microF1, accuracy } = evaluateSuggester({
		learned: asRead(town(150, { mixed: true })),
		folds: 3,
		seed: 1,
		several: true,
	})
	assert.ok(microF1 > 0.85 && accuracy > 0.6, `${microF1} ${accuracy}`)
})

test('a suggestion names the words that led to it, and words never read count for nothing', () => {
	const examples = examplesOf(town(120))
	const labeller = labellerOf(
		suggesterOf(
			examples,
			fit(
				examples,
				Uint32Array.from({ length: 120 }, (_, row) => row),
				42,
			),
		),
	)
	const text = ['Gestern kam der Bus nicht.']
	const { ranked, probabilities } = labeller.suggest(text, { several: false })
	assert.equal(examples.labels[ranked[0]!], 'bus')
	assert.ok(probabilities[ranked[0]!]! > 0.5)
	assert.equal(labeller.reasonsFor(text, ranked[0]!)[0]!.word, 'Bus')
	assert.deepEqual(labeller.reasonsFor(['#'], 0), [])
})

test('what belongs to one conversation is never both learned from and measured on', () => {
	const examples = Array.from({ length: 60 }, (_, at) => ({ label: 'x', group: `g${at % 7}` }))
	const dealt = dealFolds(examples, { folds: 3, seed: 5 })
	for (let group = 0; group < 7; group++) assert.equal(new Set(dealt.filter((_, at) => at % 7 === group)).size, 1)
	assert.deepEqual([...new Set(dealt)].toSorted(), [0, 1, 2])
})

test('a text that stands there three times is never asked of a model that has read it', () => {
	const chance = seededChance(9)
	const { texts } = town(90)
	const once = texts.map(([text], at) => ({
		text: [`${text}, sagt Nummer ${at}`],
		labels: [chance() < 0.5 ? 'ja' : 'nein'],
	}))
	const rows = [...once, ...once, ...once.map(({ text, labels }) => ({ text: [` ${text[0]!.toUpperCase()}`], labels }))]
	const learned = asRead({
		texts: rows.map(({ text }) => text),
		labels: rows.map(({ labels }) => labels),
		groups: undefined,
	})
	const { accuracy, repeatedTexts } = evaluateSuggester({ learned, folds: 5, seed: 42, several: false })
	assert.equal(repeatedTexts, 180)
	assert.ok(accuracy < 0.7, `lots are not learned: ${accuracy}`)
	const inTest = evaluateSuggester({ learned, tested: asRead(town(10)), folds: 5, seed: 42, several: false })
	assert.deepEqual([inTest.repeatedTexts, inTest.unknownLabels.toSorted()], [0, ['bus', 'schule', 'wald']])
	assert.equal(evaluateSuggester({ learned, tested: learned, folds: 5, seed: 42, several: false }).repeatedTexts, 270)
})

test('figures are those everybody else computes', () => {
	const guesses = [[0], [1], [1], [2]].map((taken) => ({ taken, ranked: taken }))
	const { accuracy, macroF1, microF1, labels } = measure(['a', 'b', 'c', 'never'], [[0], [0], [1], [2]], guesses)
	assert.equal(accuracy, 0.75)
	assert.equal(microF1, 0.75)
	assert.deepEqual(labels['b'], { precision: 0.5, recall: 1, f1: 2 / 3, count: 1 })
	assert.ok(Math.abs(macroF1 - (2 / 3 + 2 / 3 + 1) / 3) < 1e-12)
})

test('tables are read as people save them: semicolons, a byte order mark, line breaks in quotes, gaps', () => {
	const first = file(
		'a.csv',
		'\ufeffTitel;Text;Thema;Heft\r\n"Bank; alt";"sie\nwackelt";Möbel;1\r\nleer;;;2\r\n;;Wege;3\r\n',
	)
	const second = file('b.tsv', 'Thema\tHeft\tText\tTitel\nWege, Möbel\t\tein Weg\t\n')
	const read = readLabelled([first, second], { text: 'titel,Text', label: 'Thema', group: 'Heft', separator: ',' })
	assert.deepEqual(read.texts, [
		['Bank; alt', 'sie\nwackelt'],
		['', 'ein Weg'],
	])
	assert.deepEqual(read.labels, [['Möbel'], ['Wege', 'Möbel']])
	assert.deepEqual([read.withoutLabel, read.withoutText], [1, 1])
	assert.equal(new Set(read.groups).size, 2)
	const excel = file('excel.csv', 'sep=|\r\nText,lang|Thema\r\n"ein, Weg"|Wege\r\n')
	assert.deepEqual(readLabelled([excel], { text: 'Text,lang', label: 'Thema' }).texts, [['ein, Weg']])
	const only = readLabelled([first, second], { text: 'Text', label: 'Thema', only: ['Möbel'] })
	assert.deepEqual([...only.known], ['Möbel', 'Wege', 'Wege, Möbel'])
	assert.deepEqual([only.labels, only.leftOut], [[['Möbel']], 2])
})

test('what cannot be measured is refused with the reason', () => {
	const path = file('c.csv', 'text,label,doc\neins,a,1\nzwei,b,1\ndrei,a,2\n')
	const read = readLabelled([path], { text: 'text', label: 'label', group: 'doc' })
	const settings = { folds: 3, seed: 1, several: false }
	assert.throws(() => readLabelled([path], { text: 'wort', label: 'label' }), { code: 'column-missing' })
	for (const twice of [{ text: 'text,label' }, { text: 'text', group: 'label' }])
		assert.throws(() => readLabelled([path], { label: 'label', ...twice }), { code: 'column-is-its-own-label' })
	assert.throws(() => readLabelled(['/nowhere.csv'], { text: 'text', label: 'label' }), { code: 'file-missing' })
	assert.throws(() => evaluateSuggester({ learned: read, ...settings }), { code: 'groups-fewer-than-folds' })
	assert.throws(() => evaluateSuggester({ learned: { ...read, groups: undefined }, ...settings, folds: 5 }), {
		code: 'examples-fewer-than-folds',
	})
	const same = { ...read, labels: read.labels.map(() => ['a']) }
	assert.throws(() => evaluateSuggester({ learned: same, ...settings }), { code: 'labels-too-few' })
	const many = Array.from({ length: 501 }, (_, at) => [`Nr. ${at}`])
	const numbered = { ...read, texts: many, labels: many, groups: undefined }
	assert.throws(() => evaluateSuggester({ learned: numbered, ...settings }), { code: 'labels-too-many' })
	const tested = { ...read, texts: [], labels: [] }
	assert.throws(() => evaluateSuggester({ learned: read, tested, ...settings }), { code: 'test-without-rows' })
})

test('themes only the test file knows count as missed', () => {
	const tested = asRead({
		texts: [['der Bus nach Seefeld'], ['der Mond']],
		labels: [['bus'], ['mond']],
		groups: undefined,
	})
	const found = evaluateSuggester({ learned: asRead(town(60)), tested, folds: 5, seed: 42, several: false })
	assert.equal(found.accuracy, 0.5)
	assert.equal(found.labels['mond']!.recall, 0)
	assert.equal(found.learningCurve, undefined)
})
