/** Search and feed show what is public, and lose at once what is taken back. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { withdrawConsent } from '#listening/withdraw-consent.ts'
import { writeAnswer } from '#answering/write-answer.ts'
import { atomFeed } from './atom-feed.ts'
import { findLiveEdition } from './find-edition.ts'
import { findNews } from './find-news.ts'
import { publishedTown } from './sample.ts'
import { searchPublic, SHOWN_OF_EACH } from './search-public.ts'

await import('#focusing/reactions.ts')
await import('./reactions.ts')

const town = await publishedTown(await freshDatabase())
const today = '2025-12-01'
const answer = (to: Parameters<typeof writeAnswer>[1]['to'], because: string) =>
	town.inTown((db) =>
		writeAnswer(db, {
			to,
			kind: 'done',
			because,
			byOffice: 'Ortsrat',
			nextAnswerBy: null,
			by: null,
			today,
			at: new Date(),
		}),
	)

const search = (query: string) =>
	town.inTown(async (db) => {
		const edition = await findLiveEdition(db)
		return searchPublic(db, { query, content: edition?.content ?? null, today })
	})

const feed = () =>
	town.inTown(async (db) =>
		atomFeed({
			title: 'Quellheim: <gehört>',
			origin: 'https://quellheim.example',
			language: 'de',
			author: 'Zukunft Quellheim e. V.',
			news: await findNews(db, today),
			today,
		}),
	)

await answer({ kind: 'focus-theme', id: town.focusThemeId }, 'Der Bäcker hält jetzt am Mittwoch.')
await answer({ kind: 'voice', id: town.voices.B2 }, 'Wir haben Ihnen geschrieben: Quittenmarmelade.')

test('a published quote is found by another form of its words, marked and with the theme it stands in', async () => {
	for (const query of ['Laden', 'läden', '"im Laden erfahren"', 'Beerdigungen']) {
		const [found] = await search(query)
		assert.equal(found?.group, 'voices', query)
		const [hit] = found!.hits
		assert.deepEqual([hit!.title, hit!.label], ['Versorgung', 'Engagierte'])
		assert.equal(hit!.href, `/themen/versorgung#stimme-${town.quoteId}`)
		assert.ok(hit!.snippet.some(({ isHit }) => isHit))
	}
})

test('umlauts may be written out', async () => {
	for (const query of ['Bäcker', 'Baecker', 'backer']) assert.equal((await search(query))[0]?.group, 'answers', query)
})

test('what was said but never published, and what a single person was told, is not found', async () => {
	for (const query of ['Kleinbus', 'Protokoll', 'Quittenmarmelade', '', '   ', '-Laden'])
		assert.deepEqual(await search(query), [], query)
	assert.doesNotMatch(await feed(), /Quittenmarmelade|Kleinbus/)
})

test('nobody learns how often a word occurs beyond a handful', async () => {
	for (let at = 0; at <= SHOWN_OF_EACH; at++)
		await answer({ kind: 'focus-theme', id: town.focusThemeId }, `Mirabellen, zum ${at}. Mal.`)
	const [answers] = await search('Mirabellen')
	assert.equal(answers!.hits.length, SHOWN_OF_EACH)
	assert.equal(answers!.hasMore, true)
	assert.deepEqual(Object.keys(answers!), ['group', 'hits', 'hasMore'])
})

test('the feed carries the voices, says days and no times, and lets no word become markup', async () => {
	const xml = await feed()
	assert.match(xml, /<title>Quellheim: &lt;gehört&gt;<\/title>/)
	assert.match(xml, /Beerdigung/)
	assert.match(xml, /&lt;blockquote&gt;/)
	const instants = [...xml.matchAll(/<updated>(.*?)<\/updated>/g)].map(([, instant]) => instant!)
	assert.ok(instants.length > 3)
	for (const instant of instants) assert.match(instant, /^\d{4}-\d\d-\d\dT12:00:00Z$/)
	const ids = [...xml.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id)
	assert.equal(new Set(ids).size, ids.length)
})

test('what is taken back is in no search and no feed any more', async () => {
	await town.inTown((db) => withdrawConsent(db, { speakerId: town.speakers.B1, channel: 'quote', at: new Date() }))
	assert.deepEqual(await search('Beerdigung'), [])
	const xml = await feed()
	assert.doesNotMatch(xml, /Beerdigung/)
	assert.match(xml, /Auf Wunsch von Menschen/)
})
