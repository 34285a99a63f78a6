import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { sampleMunicipality } from '#people/sample.ts'
import { createRound } from '#listening/create-round.ts'
import type { PreparedConversation } from '#listening/prepared-conversation.ts'
import { recordConversations } from '#listening/record-conversation.ts'
import { endVoices } from '#listening/moderated-voices.ts'
import { speakers, voices } from '#listening/tables.ts'
import { withdrawConsent } from '#listening/withdraw-consent.ts'
import { findCodebook } from './codebook/find-codebook.ts'
import { findMatrix } from './weighing/find-matrix.ts'
import './reactions.ts'

test('a municipality begins with ten themes, and the categories of its table join them once', async () => {
	const database = await freshDatabase()
	const { id } = await sampleMunicipality(database)
	await inMunicipality(database, id, async (db) => {
		assert.equal((await findCodebook(db)).length, 10)
		const at = new Date('2025-06-01T12:00:00Z')
		const round = await createRound(db, { title: 'Rad', slug: 'rad', at })
		const record = (conversations: PreparedConversation[]) =>
			recordConversations(db, { roundId: round.id, conversations, at })
		const given = [
			voice('Ampel zu kurz', 'Ampeln'),
			voice('Schlaglöcher', 'Wege'),
			voice('Ampel fehlt', 'Ampeln'),
			voice('Zuzug', 'demografie  und Zuzug'),
		]
		assert.equal((await record(given)).themes, 3)
		await record(given)
		const book = await findCodebook(db)
		const used = book
			.filter(({ passages }) => passages > 0)
			.map(({ label, passages, persons }) => [label, passages, persons])
		assert.deepEqual(used, [
			['Demografie und Zuzug', 1, 1],
			['Ampeln', 2, 2],
			['Wege', 1, 1],
		])
		assert.equal((await findMatrix(db, { columns: 'stance', count: 'passages' })).sum, 4)

		const [coded] = await db.select({ id: voices.id, speakerId: voices.speakerId }).from(voices).limit(1)
		await assert.rejects(endVoices(db, coded!.speakerId), { code: 'voices-are-coded', facts: { passages: 1 } })

		const [speaker] = await db.select({ id: speakers.id }).from(speakers).limit(1)
		await withdrawConsent(db, { speakerId: speaker!.id, channel: 'analyse', at })
		const left = (await findCodebook(db)).reduce((sum, { passages }) => sum + passages, 0)
		assert.equal(left, 3)
	})
})

function voice(text: string, category: string): PreparedConversation {
	return {
		originKey: text,
		title: text,
		format: 'written',
		text,
		speakers: [{ code: 'S1', consent: { channels: ['analyse'], given: 'imported' } }],
		turns: [{ speaker: 'S1', start: 0, end: text.length, category }],
	}
}
