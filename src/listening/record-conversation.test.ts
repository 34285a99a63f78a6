import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asc, eq } from 'drizzle-orm'
import { inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { announcements, files } from '#platform/tables.ts'
import { sliceCodePoints } from './code-points.ts'
import { recordConversations } from './record-conversation.ts'
import { preparedInterview, preparedWrittenVoice, SAMPLE_DAY as at, sampleRound, sampleTown } from './sample.ts'
import { consents } from './consent.tables.ts'
import { conversations, sources, speakers, transcripts, turns, voices } from './tables.ts'

const database = await freshDatabase()

test('what was said is kept word for word, and the interviewer’s questions are no voices', async () => {
	const town = await sampleTown(database, 'wort-fuer-wort')
	await inMunicipality(database, town, async (db) => {
		const { conversationId } = await sampleRound(db)
		const [transcript] = await db.select().from(transcripts).where(eq(transcripts.conversationId, conversationId))
		const kept = await db
			.select()
			.from(turns)
			.where(eq(turns.transcriptId, transcript!.id))
			.orderBy(asc(turns.position))
		const said = await db.select().from(voices).orderBy(asc(voices.position))
		assert.equal(kept.length, 5)
		assert.deepEqual(
			said.map(({ text }) => text),
			kept.flatMap(({ voiceId, start, end }) => (voiceId ? sliceCodePoints(transcript!.text, start, end) : [])),
		)
		assert.equal(said[0]!.text, 'Die Leute. Wenn das Bad gestrichen wird, sind am Samstag um acht zwölf da. 👍')
		const allowed = await db
			.select({ code: speakers.code, channel: consents.channel })
			.from(consents)
			.innerJoin(speakers, eq(speakers.id, consents.speakerId))
		assert.deepEqual(
			allowed.filter(({ channel }) => channel === 'quote').map(({ code }) => code),
			['B1'],
		)
	})
})

test('recording the same again adds nothing', async () => {
	const town = await sampleTown(database, 'noch-einmal')
	await inMunicipality(database, town, async (db) => {
		const { round, conversationId } = await sampleRound(db)
		const again = await recordConversations(db, {
			roundId: round.id,
			at,
			conversations: [preparedInterview(), preparedWrittenVoice(), preparedWrittenVoice()],
		})
		assert.deepEqual([again.added, again.unchanged, again.voices, again.speakers], [1, 2, 1, 1])
		assert.equal(again.ids[0], conversationId)
		assert.equal(again.ids[1], again.ids[2])
	})
})

test('thousands of voices of one file share its bytes, and their chosen themes are announced', async () => {
	const town = await sampleTown(database, 'viele')
	await inMunicipality(database, town, async (db) => {
		const { round } = await sampleRound(db)
		const source = {
			name: 'stimmen.csv',
			mediaType: 'text/csv',
			bytes: new TextEncoder().encode('text'),
			report: { reader: 'csv', warnings: [] },
		}
		const many = Array.from({ length: 1200 }, (_, at) => {
			const voice = preparedWrittenVoice(`Wunsch Nummer ${at}`, null)
			return {
				...voice,
				source,
				turns: voice.turns.map((turn) => ({ ...turn, category: at % 2 ? 'Ampeln' : '<script>' })),
			}
		})
		const recorded = await recordConversations(db, { roundId: round.id, at, conversations: many })
		assert.deepEqual([recorded.added, recorded.voices, recorded.themes], [1200, 1200, 2])
		assert.equal((await db.select().from(files)).length, 1)
		assert.equal((await db.select().from(sources)).length, 1200)
		const [announced] = await db.select().from(announcements)
		const { categories } = announced!.about as { categories: { name: string; ranges: unknown[] }[] }
		assert.deepEqual(
			categories.map(({ name, ranges }) => [name, ranges.length]),
			[
				['<script>', 600],
				['Ampeln', 600],
			],
		)
	})
})

test('a speaker from a district that does not exist refuses everything', async () => {
	const town = await sampleTown(database, 'abgelehnt')
	await assert.rejects(
		inMunicipality(database, town, async (db) => {
			const { round } = await sampleRound(db)
			const voice = preparedWrittenVoice()
			await recordConversations(db, {
				roundId: round.id,
				at,
				conversations: [{ ...voice, speakers: [{ code: 'S1', district: 'atlantis' }] }],
			})
		}),
		{ code: 'district-not-known' },
	)
	await inMunicipality(database, town, async (db) => assert.deepEqual(await db.select().from(conversations), []))
})

test('turns that overlap or leave the text are refused', async () => {
	const town = await sampleTown(database, 'ueberlappt')
	await inMunicipality(database, town, async (db) => {
		const { round } = await sampleRound(db)
		const record = (change: object) =>
			recordConversations(db, { roundId: round.id, at, conversations: [{ ...preparedWrittenVoice(), ...change }] })
		await assert.rejects(record({ turns: [{ speaker: 'S1', start: 0, end: 99 }] }), { code: 'turn-outside' })
		await assert.rejects(
			record({
				turns: [
					{ speaker: 'S1', start: 0, end: 4 },
					{ speaker: 'S1', start: 3, end: 5 },
				],
			}),
			{ code: 'turn-outside' },
		)
		await assert.rejects(record({ text: 'a\r\nb' }), { code: 'text-unusable' })
		await assert.rejects(record({ speakers: [] }), { code: 'turn-without-speaker' })
	})
})
