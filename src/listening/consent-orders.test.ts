import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { inMunicipality, type MunicipalityDatabase } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { RESTS_ON, mayUse } from './consent.rules.ts'
import { giveConsents } from './give-consents.ts'
import { releaseSpeaker, restrictSpeaker } from './restrict-speaker.ts'
import { SAMPLE_DAY as at, sampleRound, sampleTown } from './sample.ts'
import { allowsBy, codingAllows, speakerAllows } from './speaker-allows.ts'
import { consents } from './consent.tables.ts'
import { speakers } from './tables.ts'
import { CHANNELS, type Channel } from './vocabulary.ts'
import { withdrawConsent } from './withdraw-consent.ts'

const database = await freshDatabase()
const town = await sampleTown(database)
const { voices } = await inMunicipality(database, town, sampleRound)
const { speakerId } = voices[0]!

type Deed =
	| { kind: 'give'; channel: Channel; byGuardian: boolean }
	| { kind: 'withdraw'; channel: Channel }
	| { kind: 'restrict' | 'release' | 'birthday' | 'turns-out-young' }

const channel = fc.constantFrom(...CHANNELS)
const deeds = fc.array(
	fc.oneof(
		{ weight: 4, arbitrary: fc.record({ kind: fc.constant('give' as const), channel, byGuardian: fc.boolean() }) },
		{ weight: 3, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), channel }) },
		fc.record({
			kind: fc.constantFrom('restrict' as const, 'release' as const, 'birthday' as const, 'turns-out-young' as const),
		}),
	),
	{ minLength: 1, maxLength: 25 },
)

async function act(db: MunicipalityDatabase, deed: Deed) {
	const who = { speakerId, by: 'system', at }
	switch (deed.kind) {
		case 'give':
			return giveConsents(db, [{ ...deed, speakerId, given: 'on-paper', givenOn: '2025-04-09' }])
		case 'withdraw':
			return withdrawConsent(db, { speakerId, channel: deed.channel, at })
		case 'restrict':
			return restrictSpeaker(db, who)
		case 'release':
			return releaseSpeaker(db, who)
		default:
			await db
				.update(speakers)
				.set({ isUnder16: deed.kind === 'turns-out-young' })
				.where(eq(speakers.id, speakerId))
	}
}

/** What the database's own conditions say, in all three forms, by channel. */
async function conditions(db: MunicipalityDatabase): Promise<boolean[][]> {
	const all: boolean[][] = []
	for (const one of CHANNELS) {
		const { rows } = await db.execute<{ list: boolean; single: boolean; passage: boolean }>(sql`
			select ${speakerAllows(one)} as list, ${allowsBy(sql`speaker.id`, one)} as single,
				(select ${codingAllows(one)} from (select ${voices[0]!.voiceId}::uuid as voice_id) as coding) as passage
			from speaker where speaker.id = ${speakerId}`)
		all.push([rows[0]!.list, rows[0]!.single, rows[0]!.passage])
	}
	return all
}

test('in whatever order consents are given, withdrawn and restricted, the database and the rule say the same', async () => {
	await fc.assert(
		fc.asyncProperty(deeds, async (sequence) => {
			await rolledBack(async (db) => {
				await db.delete(consents).where(eq(consents.speakerId, speakerId))
				for (const deed of sequence) {
					const [before] = await db.select().from(speakers).where(eq(speakers.id, speakerId))
					const mayRefuse = deed.kind === 'give' && before!.isUnder16 && !deed.byGuardian
					if (mayRefuse) await assert.rejects(act(db, deed), { code: 'guardian-missing' })
					else await act(db, deed)
					const held = await db.select().from(consents).where(eq(consents.speakerId, speakerId))
					const [person] = await db.select().from(speakers).where(eq(speakers.id, speakerId))
					const wanted = CHANNELS.map((one) => mayUse(held, one, person!))
					assert.deepEqual(
						await conditions(db),
						wanted.map((may) => [may, may, may]),
					)
					if (deed.kind === 'withdraw')
						for (const [at, one] of CHANNELS.entries())
							if (RESTS_ON[one].includes(deed.channel)) assert.equal(wanted[at], false, `${one} after ${deed.channel}`)
				}
			})
		}),
		{ numRuns: 25 },
	)
})

/** Every sequence begins from the same town. */
async function rolledBack(work: (db: MunicipalityDatabase) => Promise<void>) {
	const end = new Error('rolled back')
	await inMunicipality(database, town, async (db) => {
		await work(db)
		throw end
	}).catch((error: unknown) => {
		if (error !== end) throw error
	})
}
