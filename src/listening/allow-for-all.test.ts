import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { sampleMunicipality } from '#people/sample.ts'
import { auditEntries } from '#people/tables.ts'
import { allowForAll } from './allow-for-all.ts'
import { consents } from './consent.tables.ts'
import { createRound } from './create-round.ts'
import { findConversations } from './find-conversations.ts'
import { countUnnoted, findImports } from './find-imports.ts'
import { giveConsents } from './give-consents.ts'
import { importFile } from './import-file.ts'
import { restrictSpeaker } from './restrict-speaker.ts'
import { speakers } from './tables.ts'
import { withdrawConsent } from './withdraw-consent.ts'

const database = await freshDatabase()
const at = new Date('2026-11-23T09:00:00Z')
const TABLE = `text;datum\n${['Bus', 'Bad', 'Bank', 'Bach', 'Brot'].map((word) => `Der ${word} fehlt uns;2026-11-01`).join('\n')}`

test('what all people of a table allowed is noted in one step; who withdrew, signed a paper, is restricted or a child is left out', async () => {
	const { id: town, team } = await sampleMunicipality(database)
	const by = team.moderator.accountId
	const round = await inMunicipality(database, town, (db) => createRound(db, { title: 'Runde', slug: 'runde', at }))
	const file = { name: 'stimmen.csv', bytes: new TextEncoder().encode(TABLE) }
	await importFile(database, town, { file, options: { channels: [] }, round: 'runde', at, besideServer: false })
	await inMunicipality(database, town, async (db) => {
		const [brought] = await findImports(db, round.id)
		assert.deepEqual([brought?.fileName, brought?.people, brought?.unnoted], ['stimmen.csv', 5, 5])
		assert.equal(await countUnnoted(db, round.id), 5)
		const shown = async () => {
			const { conversations } = await findConversations(db, { roundId: round.id, filter: {}, kind: 'written', page: 1 })
			return conversations.filter(({ title }) => title !== '').length
		}
		assert.equal(await shown(), 0)

		const [withdrew, restricted, child, paper] = await db.select({ id: speakers.id }).from(speakers)
		const once = { channel: 'analyse', given: 'on-paper', givenOn: '2026-11-02' } as const
		await giveConsents(db, [
			{ speakerId: withdrew!.id, ...once },
			{ speakerId: paper!.id, ...once },
		])
		await withdrawConsent(db, { speakerId: withdrew!.id, channel: 'analyse', at })
		await restrictSpeaker(db, { speakerId: restricted!.id, by, at })
		await db.update(speakers).set({ isUnder16: true }).where(eq(speakers.id, child!.id))

		const all = { roundId: round.id, imports: [brought!.key], given: 'imported', givenOn: null, by, at } as const
		await assert.rejects(allowForAll(db, { ...all, channels: [] }), { code: 'channel-missing' })
		await assert.rejects(allowForAll(db, { ...all, channels: ['photo'] }), { code: 'channel-missing' })
		await assert.rejects(allowForAll(db, { ...all, channels: ['quote'], imports: [] }), { code: 'import-missing' })
		await assert.rejects(allowForAll(db, { ...all, channels: ['quote'], imports: ['1', 'x'] }), {
			code: 'import-missing',
		})
		const done = await allowForAll(db, { ...all, channels: ['analyse', 'quote'] })
		assert.deepEqual(done, { noted: 1, leftOut: 4 })
		assert.equal(await shown(), 2)
		const kept = await db.select({ channel: consents.channel }).from(consents).where(eq(consents.speakerId, paper!.id))
		assert.deepEqual(kept, [{ channel: 'analyse' }], 'who signed for the analysis alone is not quoted')
		assert.equal(await db.$count(auditEntries, eq(auditEntries.act, 'consents-changed')), 1)
	})
})
