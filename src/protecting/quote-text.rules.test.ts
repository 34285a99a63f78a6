import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namesOfGermany } from './names-of-germany.ts'
import { judgeQuoteText } from './quote-text.rules.ts'

const gazetteer = { ...namesOfGermany(), own: [{ kind: 'place' as const, name: 'Hinterbuch' }] }
const judged = (wording: string) =>
	judgeQuoteText(wording, gazetteer).map(({ reason, words, suggestion }) => [reason, words, suggestion])

test('a quote in which somebody is the only baker, with a sum, a year and a daughter, is shown for what it tells', () => {
	assert.deepEqual(
		judged('Ich als einziger Bäcker zahle seit 1987 12.500 Euro Pacht, und meine Tochter will nach Hinterbuch.'),
		[
			['only-one', 'als einziger Bäcker', '[…]'],
			['date', 'seit 1987', '[Zeitangabe]'],
			['number', '12.500 Euro', '[Zahl]'],
			['someone-else', 'meine Tochter', '[jemand aus der Familie]'],
			['name', 'Hinterbuch', '[Ort]'],
		],
	)
})

test('a quote that names an illness or speaks of another family is shown', () => {
	assert.deepEqual(judged('Seit der Demenz kommt keiner mehr, und seine Frau schweigt.'), [
		['illness', 'Demenz', '[Krankheit]'],
		['someone-else', 'seine Frau', '[jemand]'],
	])
})

test('a way of talking that everybody knows is shown, a single word of it is not', () => {
	assert.deepEqual(
		judged('Des hob i scho lang gsagt, des wird nix.').map(([reason]) => reason),
		['way-of-talking'],
	)
	assert.deepEqual(judged('Da ist nix mehr los.'), [])
})

test('what is marked already is left alone, and plain words stay unsuspected', () => {
	assert.deepEqual(judged('Frau [Name] hat im [Verein] alles gemacht, […] und dann kam [Frau Wollin] nicht mehr.'), [])
	assert.deepEqual(judged('Hier kommt kein Bus, und die Leute warten trotzdem.'), [])
})
