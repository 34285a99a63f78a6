/** A set of quotes as a brochure might print them: what may stand, why not, and what to print instead. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { labelEdition, type QuoteToLabel } from './edition-labels.rules.ts'
import { judgeLabel } from './role-label.rules.ts'
import { sampleDictionary } from './sample.ts'

const town = sampleDictionary()

/** Speaker, label as somebody would print it, what may stand instead (null: it may stay), what the edition prints. */
const QUOTES: [speaker: string, label: string, instead: string | null, printed: string | null][] = [
	['Anna', 'Schulleiter', 'Lehrkraft', 'Bildung und Jugend'],
	['Berta', 'Grundschullehrerin', 'Lehrkraft', 'Bildung und Jugend'],
	['Cem', 'Ortsbürgermeister aus Hinterbuch', 'Kommunalpolitik', 'Politik und Verwaltung'],
	['Dora', 'Stadträtin, Neubürgerin', 'Kommunalpolitik', 'Politik und Verwaltung'],
	['Dora', 'Stadträtin, Neubürgerin', 'Kommunalpolitik', 'Politik und Verwaltung'],
	['Emil', 'Unternehmer', null, 'Wirtschaft'],
	['Frieda', 'Bürgerin aus einem Dorf mit 453 Einwohnern', null, 'Stimme aus der Gemeinde'],
	['Gerd', 'Pfarrer', 'Kirche', 'Stimme aus der Gemeinde'],
	['Hilde', 'Bäckerin', 'Handwerk', 'Wirtschaft'],
	['Ivan', 'Leiter des Bauamts', 'Verwaltung', 'Politik und Verwaltung'],
	['Jana', 'Rentnerin', null, 'Stimme aus der Gemeinde'],
	['Kurt', 'Landwirt (Oberlohe)', 'Landwirtschaft', 'Wirtschaft'],
	['Lena', 'Auszubildende', null, 'Bildung und Jugend'],
	['Lena', 'Auszubildende', null, 'Bildung und Jugend'],
	['Mara', 'Falknerin', 'Stimme aus der Gemeinde', 'Stimme aus der Gemeinde'],
]

test('of fifteen quotes the tool says which label may stand, why, and what to print instead', () => {
	const rows = QUOTES.map(([, label]) => ({ label, ...judgeLabel(town, { label }) }))
	console.table(rows)
	assert.deepEqual(
		rows.map(({ label, allowed, suggestion }) => [label, allowed, suggestion]),
		QUOTES.map(([, label, instead]) => [label, instead === null, instead]),
	)
	for (const { suggestion } of rows) if (suggestion) assert.equal(judgeLabel(town, { label: suggestion }).allowed, true)
})

test('printed together, each stands under a label that at least three of them share, and none links two quotes', () => {
	const quotes = QUOTES.map(([speakerId, wished], at): QuoteToLabel => {
		return { id: `${at}`, speakerId, voiceId: `${at}`, wished, roleSlug: null, isWithOffice: false, sensitive: null }
	})
	const found = labelEdition(town, quotes)
	console.table(
		found.map(({ label, climbs }, at) => ({
			wished: QUOTES[at]![1],
			printed: label,
			because: climbs.map(({ from, because }) => `${from}: ${because}`).join(', '),
		})),
	)
	assert.deepEqual(
		found.map(({ label }, at) => [QUOTES[at]![1], label]),
		QUOTES.map(([, label, , printed]) => [label, printed]),
	)
})
