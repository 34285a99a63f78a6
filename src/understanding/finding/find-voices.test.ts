import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import type { Format } from '#listening/vocabulary.ts'
import { findVoices, readSnippet } from './find-voices.ts'
import { readSearchQuery } from './search-query.rules.ts'
import { sampleConversation, sampleTown } from '../sample.ts'

const database = await freshDatabase()

const SAID = [
	{ by: 'M', text: 'Was stört Sie an der Ampel?' },
	{ by: 'B3', text: 'Die Ampel am Markt steht zu lange auf Rot.' },
	{ by: 'B7', text: 'An den Ampeln warten die Kinder ewig. Und am Bahnhof auch.' },
	{ by: 'B8', text: 'Wir bräuchten einen runden Tisch mit allen Häusern <b>am</b> Markt.' },
	{ by: 'B9', text: 'Die Ampel lassen Sie bitte aus dem Spiel.' },
]

async function search(query: string, filter: { format?: Format; sectorId?: string } = {}) {
	return inMunicipality(database, await sampleTown(database), async (db) => {
		await sampleConversation(db, { sampleTurns: SAID })
		const { total, hits } = await findVoices(db, { query, limit: 10, ...filter })
		assert.equal(total, hits.length)
		return hits
			.map(({ speakerCode }) => speakerCode)
			.toSorted()
			.join(' ')
	})
}

test('Ampel and Ampeln find the same, and nothing the moderator said or somebody kept from being analysed', async () => {
	assert.equal(await search('Ampel'), 'B3 B7')
	assert.equal(await search('Ampeln'), 'B3 B7')
	assert.equal(await search('ampeln'), 'B3 B7')
})

test('words must all be there, phrases in order, and what is excluded must not', async () => {
	assert.equal(await search('Ampel Markt'), 'B3')
	assert.equal(await search('Ampel -Bahnhof'), 'B3')
	assert.equal(await search('Bahnhof oder Haus'), 'B7 B8')
	assert.equal(await search('„runder Tisch“'), 'B8')
	assert.equal(await search('"Tisch runder"'), '')
	assert.equal(await search('Ampel', { format: 'interview' }), '')
	assert.equal(await search('Ampel', { format: 'story-cafe' }), 'B3 B7')
})

test('whatever somebody types, the search answers', async () => {
	for (const typed of ['', '  ', '-', '"', '- "', "' & | !(", 'die', '-Ampel', '\\', 'ampel:*', '„', 'a'.repeat(5000)])
		await search(typed)
	assert.deepEqual(readSearchQuery('-Ampel'), [])
	assert.deepEqual(readSearchQuery('Ampel oder'), [
		[{ anyOf: ['Ampel', 'Ampeln'], isPhrase: false, isExcluded: false }],
	])
})

test('a hit shows the words around it and marks what was looked for', async () => {
	await inMunicipality(database, await sampleTown(database), async (db) => {
		await sampleConversation(db, { sampleTurns: SAID })
		const { hits } = await findVoices(db, { query: 'Häuser', limit: 10 })
		const [hit] = hits
		assert.equal(hit!.turn, 3)
		assert.match(
			hit!.snippet.map(({ text }) => text).join(''),
			/^bräuchten einen runden Tisch mit allen Häusern am Markt$/,
		)
		assert.deepEqual(
			hit!.snippet.filter(({ isHit }) => isHit),
			[{ text: 'Häusern', isHit: true }],
		)
	})
	assert.deepEqual(readSnippet('\u0001A\u0002 b \u0001C\u0002'), [
		{ text: 'A', isHit: true },
		{ text: ' b ', isHit: false },
		{ text: 'C', isHit: true },
	])
})
