import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { partStemsOf, splitCompound } from './german-compounds.rules.ts'
import { foldUmlauts, stemOf } from './german-stem.rules.ts'
import { stemsOf, wordsOf } from './german-words.rules.ts'

test('forms of a word, and ways to write it, have one stem', () => {
	for (const forms of [
		'Ampel Ampeln ampeln AMPEL',
		'Haus Häuser Haeuser Häusern Hauses',
		'Lehrer Lehrerin Lehrerinnen Lehrern',
		'Förderung Foerderung Förderungen',
		'Straße Strasse Straßen STRASSE',
		'System Systeme Systemen',
		'neu neue neues',
		'Bedürfnis Bedürfnisse Bedürfnissen',
	])
		assert.equal(new Set(forms.split(' ').map(stemOf)).size, 1, forms)
	for (const pair of ['Bauer Bau', 'Quelle Kuelle', '2024 2025']) {
		const [one, other] = pair.split(' ').map(foldUmlauts)
		assert.notEqual(one, other)
	}
	assert.equal(foldUmlauts('Grüße aus Düsseldorf, neue Bauern'), 'grusse aus dusseldorf, neue bauern')
})

test('a stem is how the word begins, so that words without its letters need not be stemmed', () => {
	const syllable = fc.constantFrom(
		'bau',
		'er',
		'innen',
		'ln',
		's',
		'qu',
		'ue',
		'ä',
		'ß',
		'syst',
		'em',
		'niss',
		'e',
		'7',
		'é',
	)
	fc.assert(
		fc.property(fc.array(syllable, { minLength: 1, maxLength: 7 }), (syllables) => {
			const word = syllables.join('')
			assert.ok(foldUmlauts(word).startsWith(stemOf(word)), word)
		}),
	)
})

test('a word that a line end divides is one word, and stands where it stood', () => {
	const text =
		'Die Ganztagsgrund-\nschule und der Haupt-\nund Nebenweg der Bürger*innen, Nord-\nSüd 3,5 E-Bike Ka\u00adnal'
	const words = wordsOf(text)
	assert.deepEqual(
		words.map(({ word }) => word),
		'die ganztagsgrundschule und der haupt und nebenweg der bürgerinnen nord süd 3 5 e bike kanal'.split(' '),
	)
	const school = words[1]!
	assert.equal(text.slice(school.start, school.end), 'Ganztagsgrund-\nschule')
	assert.deepEqual(stemsOf('Das ist schon schön'), ['schon'])
})

const COMPOUNDS = `gemeinschafts-schule radwege-netz straßen-beleuchtung gewerbe-gebiet dorf-laden kinder-garten schul-hof
	bus-haltestelle verwaltungs-gericht senioren-heim zebra-streifen vereins-haus jugend-zentrum feuerwehr-haus schiff-fahrt
	stadt-rundgang gemeinde-schwester musik-schule wochen-markt mitfahr-bank grundstücks-preise einbahn-straße
	bürger-versammlung kirchen-chor spiel-plätze weihnachts-markt landes-regierung windkraft-anlage wasser-versorgung`

const SIMPLE = `Preis Kreis Heirat Monitor Gesellschaft Freundschaft Verantwortung Unternehmen Problematik Haushalt Betreuung
	Generationen Bürgerinnen besonders verbinden Beleuchtung Zeitung Interesse passieren informieren Haltungen Sicherheit
	Freiwilligkeit Vorfahrt Kreuzung Genossenschaft Wirtschaft Verwaltungen unterstellen gegenüber Möglichkeiten gemeinsam
	Entscheidungen Initiative Parlament Tradition`

test('compounds come apart where people hear it, and other words stay whole', () => {
	assert.deepEqual(
		COMPOUNDS.split(/\s+/).map((compound) => splitCompound(compound.replace('-', '')).join('-')),
		COMPOUNDS.split(/\s+/),
	)

	assert.deepEqual(
		SIMPLE.split(/\s+/).map((word) => splitCompound(word).join('-')),
		SIMPLE.toLowerCase().split(/\s+/),
	)
})

test('a compound is found by each part, and by parts that are compounds', () => {
	const parts = (word: string) => partStemsOf(word).toSorted().join(' ')
	assert.equal(parts('ganztagsgrundschule'), 'ganztag grund grundschul schul')
	assert.equal(parts('schule'), '')
})
