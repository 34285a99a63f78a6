import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { voices } from '#listening/tables.ts'
import type { Format } from '#listening/vocabulary.ts'
import { findVoices } from './find-voices.ts'
import { readSearchQuery } from './search-query.rules.ts'
import { spellOut } from './search-terms.rules.ts'
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
	assert.equal(await search('Bahnhof UND Tisch'), '', 'whoever writes UND wants both')
	assert.equal(await search('Ampel -Bahnhof'), 'B3')
	assert.equal(await search('Bahnhof oder Haus'), 'B7 B8')
	assert.equal(await search('„runder Tisch“'), 'B8')
	assert.equal(await search('"Tisch runder"'), '')
	assert.equal(await search('Ampel', { format: 'interview' }), '')
	assert.equal(await search('Ampel', { format: 'story-cafe' }), 'B3 B7')
})

test('a part of a compound finds it, also over the end of a line; umlauts may be written out; near is counted in words', async () => {
	await inMunicipality(database, await sampleTown(database), async (db) => {
		await sampleConversation(db, {
			sampleTurns: [
				{ by: 'B3', text: 'Die Gemeinschaftsschule am Berg bekommt keine neuen Räume.' },
				{ by: 'B7', text: 'Für die Ganztagsgrund-\nschule fehlt die Förderung, sagt der Kreis.' },
				{ by: 'B8', text: 'Das Eis kostet jetzt den doppelten Preis, und der Schulhof ist grau.' },
			],
		})
		const found = async (query: string) =>
			(await findVoices(db, { query, limit: 10 })).hits
				.map(({ speakerCode }) => speakerCode)
				.toSorted()
				.join(' ')
		assert.equal(await found('Schule'), 'B3 B7 B8')
		assert.equal(await found('Grundschule'), 'B7')
		assert.equal(await found('Eis'), 'B8')
		for (const written of ['Förderung', 'Foerderung', 'FÖRDERUNG', 'Förderungen'])
			assert.equal(await found(written), 'B7')
		assert.equal(await found('"neuen Räume"'), 'B3')
		assert.equal(await found('Schule NAH/3 Räume'), '')
		assert.equal(await found('Räume NAH/7 Schule'), 'B3')
		assert.equal(await found('Gemeinsch*'), 'B3')
		assert.equal(await found('Schule NICHT (Räume ODER Eis)'), 'B7')
		assert.equal(await found('Gemeinschaftschule'), 'B3', 'one letter is missing')
		await db.update(voices).set({ text: 'Hier steht jetzt nur noch Spargel.' })
		assert.equal(await found('Schule'), '')
		assert.equal(await found('Spargel'), 'B3 B7 B8')
	})
})

test('whatever somebody types, the search answers', async () => {
	for (const typed of ['', '  ', '-', '"', '- "', "' & | !(", 'die', '-Ampel', '\\', 'ampel:*', '„', 'a'.repeat(5000)])
		await search(typed)
})

const READ = { and: 'UND', or: 'ODER', not: 'NICHT', near: 'NAH' }
const read = (typed: string) => {
	const { asked, mended } = readSearchQuery(typed)
	return `${asked ? spellOut(asked, READ) : '–'}${mended.length > 0 ? ` ! ${mended.join(' ')}` : ''}`
}

test('signs, brackets and nearness are understood in both languages, and mistakes are mended and told', () => {
	assert.equal(read('Ampel -Bahnhof'), 'ampel UND NICHT bahnhof')
	assert.equal(
		read('Ampel UND (Markt ODER Bahnhof) NICHT "runder Tisch"'),
		'ampel UND (markt ODER bahnhof) UND NICHT „runder tisch“',
	)
	assert.equal(read('Ampel AND NOT (Markt OR Bahnhof)'), 'ampel UND NICHT (markt ODER bahnhof)')
	assert.equal(read('Ampel NAH/5 "lange warten" Schul*'), '(ampel NAH/5 „lange warten“) UND schul*')
	assert.equal(read('E-Bike'), '„e bike“ ODER ebike')
	assert.equal(read('(Ampel ODER Markt'), 'ampel ODER markt ! bracket-opened')
	assert.equal(read('Ampel) Markt'), 'ampel UND markt ! bracket-closed')
	assert.equal(read('"runder Tisch'), '„runder tisch“ ! quote-opened')
	assert.equal(read('ODER Ampel UND'), 'ampel ! operator-alone')
	assert.equal(read('-Ampel'), '– ! only-without')
	assert.equal(read('() ""'), '–')
})

test('a hit shows the words around it and marks what was looked for', async () => {
	await inMunicipality(database, await sampleTown(database), async (db) => {
		await sampleConversation(db, { sampleTurns: SAID })
		const { hits } = await findVoices(db, { query: 'Häuser', limit: 10 })
		const [hit] = hits
		assert.equal(hit!.turn, 3)
		assert.match(
			hit!.snippet.map(({ text }) => text).join(''),
			/^Wir bräuchten einen runden Tisch mit allen Häusern <b>am<\/b> Markt\.$/,
		)
		assert.deepEqual(
			hit!.snippet.filter(({ isHit }) => isHit),
			[{ text: 'Häusern', isHit: true }],
		)
	})
})
