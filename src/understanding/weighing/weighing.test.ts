/** What is weighed beside the matrix: pairs, directions, saturation, summaries, two rounds, patterns. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { inMunicipality, type MunicipalityDatabase } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { districts } from '#people/tables.ts'
import { consents } from '#listening/consent.tables.ts'
import { speakers, voices } from '#listening/tables.ts'
import { recordCodings } from '../coding/record-codings.ts'
import { sampleConversation, sampleTown, type SampleConversation } from '../sample.ts'
import { codings } from '../tables.ts'
import { findBalance } from './find-balance.ts'
import { findCase, findCases } from './find-case-summaries.ts'
import { findCell, type FindCell } from './find-cell.ts'
import { findMatrix } from './find-matrix.ts'
import { findPairs } from './find-pairs.ts'
import { findPatterns } from './find-patterns.ts'
import { findRoundsCompared } from './find-rounds-compared.ts'
import { findSaturation } from './find-saturation.ts'
import { writeCaseSummary } from './write-case-summary.ts'

const at = new Date('2025-06-01T12:00:00Z')
const database = await freshDatabase()

type Given = [turn: number, theme: string, stance: 'helps' | 'hinders' | 'wish', from?: number, to?: number]

async function code(db: MunicipalityDatabase, talk: SampleConversation, given: Given[]) {
	await recordCodings(db, {
		at,
		codings: given.map(([turn, theme, stance, from = 0, to = 8]) => ({
			transcriptId: talk.transcriptId,
			start: talk.starts[turn]! + from,
			end: talk.starts[turn]! + to,
			themeId: talk.themeIds[theme]!,
			coderId: talk.coderId,
			stance,
		})),
	})
}

test('themes are counted together only as near as was asked, and every pair opens its passages', async () => {
	await inMunicipality(database, await sampleTown(database), async (db) => {
		const talk = await sampleConversation(db)
		await code(db, talk, [
			[2, 'community', 'helps', 0, 8],
			[2, 'infrastructure', 'hinders', 5, 12],
			[4, 'administration', 'hinders'],
			[1, 'administration', 'wish'],
		])
		const named = async (nearness: 'passage' | 'voice' | 'person' | 'conversation') => {
			const { themes, pairs } = await findPairs(db, { nearness })
			return pairs.map(({ first, second, both }) => [themes[first]!.slug, themes[second]!.slug, both]).toSorted()
		}
		assert.deepEqual(await named('passage'), [['infrastructure', 'community', 1]])
		assert.deepEqual(await named('voice'), [['infrastructure', 'community', 1]])
		assert.equal((await named('person')).length, 3)
		assert.equal((await named('conversation')).length, 3)
		const beside = (nearness: 'voice' | 'person') => ({ themeIds: [talk.themeIds['administration']!], nearness })
		const opened = async (nearness: 'voice' | 'person') => {
			const wanted = { themeIds: [talk.themeIds['community']!], beside: beside(nearness), limit: 5 }
			return (await findCell(db, wanted)).total
		}
		assert.deepEqual([await opened('voice'), await opened('person')], [0, 1])
		const [step] = await findSaturation(db, {})
		assert.deepEqual([step!.fresh.length, step!.known, step!.passages], [3, 3, 4])
		const balances = await findBalance(db, {})
		assert.deepEqual(
			balances.map(({ theme, helps, hinders, wish, balance }) => [theme.slug, helps, hinders, wish, balance]),
			[
				['infrastructure', 0, 1, 0, null],
				['community', 1, 0, 0, null],
				['administration', 0, 1, 1, null],
			],
		)
		const patterns = await findPatterns(db, {})
		assert.deepEqual(
			patterns.map(({ slug, persons, hinders, wishes }) => [slug, persons, hinders, wishes]),
			[
				['infrastructure', 1, 1, 0],
				['community', 1, 0, 0],
				['administration', 2, 1, 1],
			],
		)
		assert.deepEqual(step!.fresh.map(({ slug }) => slug).toSorted(), ['administration', 'community', 'infrastructure'])
		const total = async (wanted: Partial<FindCell>) => (await findCell(db, { ...wanted, limit: 1 })).total
		assert.equal(await total({}), 4, 'without a theme the passages of each of them')
		for (const { id, concreteWishes, higherWishes } of patterns) {
			const wished = { themeIds: [id], stance: 'wish' as const }
			assert.equal(await total({ ...wished, naming: 'concrete' }), concreteWishes)
			assert.equal(await total({ ...wished, naming: 'higher' }), higherWishes)
		}
		const { columns, sums } = await findMatrix(db, { columns: 'sector', count: 'passages' })
		for (const [place, { key }] of columns.entries())
			assert.equal(await total({ column: { by: 'sector', key } }), sums[place], 'a sum opens what it counts')
	})
})

test('what is kept of a person follows everything: restriction, a lost contribution, a coding given to another theme', async () => {
	await inMunicipality(database, await sampleTown(database), async (db) => {
		const talk = await sampleConversation(db)
		await code(db, talk, [
			[2, 'community', 'helps'],
			[4, 'community', 'helps'],
			[1, 'community', 'helps'],
		])
		const counted = async (theme: string, count: 'persons' | 'passages') => {
			const { rows } = await findMatrix(db, { columns: 'sector', count })
			return rows.find((row) => row.theme.slug === theme)!.distinct
		}
		assert.deepEqual([await counted('community', 'persons'), await counted('community', 'passages')], [2, 3])
		await db.update(speakers).set({ restrictedAt: at }).where(eq(speakers.id, talk.speakerIds['B3']!))
		assert.equal(await counted('community', 'persons'), 1)
		await db
			.update(codings)
			.set({ themeId: talk.themeIds['administration']! })
			.where(eq(codings.voiceId, talk.voiceIds[2]!))
		assert.deepEqual([await counted('community', 'passages'), await counted('administration', 'passages')], [1, 1])
		await db.update(voices).set({ speakerId: talk.speakerIds['B3']! }).where(eq(voices.id, talk.voiceIds[2]!))
		assert.equal(await counted('administration', 'passages'), 0, 'said by somebody restricted')
		await db.delete(voices).where(eq(voices.id, talk.voiceIds[4]!))
		assert.equal(await counted('community', 'passages'), 0)
	})
})

test('a wish is concrete where it names a place of the town, also one that is called so only later', async () => {
	await inMunicipality(database, await sampleTown(database), async (db) => {
		const sampleTurns = [
			{ by: 'B7', text: 'Bitte ein Haus im Weiler (alt).' },
			{ by: 'B7', text: 'Der Bundestag soll es richten.' },
			{ by: 'B7', text: 'Im Weiler gibt es schon eines.' },
		]
		const talk = await sampleConversation(db, { sampleTurns })
		await code(db, talk, [
			[0, 'community', 'wish', 0, 31],
			[1, 'community', 'wish', 0, 30],
			[2, 'community', 'helps', 0, 30],
		])
		const counted = async () => {
			const [theme] = await findPatterns(db, {})
			return [theme!.wishes, theme!.concreteWishes, theme!.higherWishes]
		}
		assert.deepEqual(await counted(), [2, 0, 1])
		await db.insert(districts).values({ slug: 'weiler', name: 'Weiler (alt)' })
		assert.deepEqual(await counted(), [2, 1, 1])
		await db.update(districts).set({ name: 'Weiler_' }).where(eq(districts.slug, 'weiler'))
		assert.deepEqual(await counted(), [2, 0, 1])
	})
})

test('a summary somebody else changed meanwhile is not written over, and one without consent is shown nowhere', async () => {
	await inMunicipality(database, await sampleTown(database), async (db) => {
		const { conversationId, themeIds, coderId, speakerIds } = await sampleConversation(db)
		const place = { conversationId, themeId: themeIds['community']!, coderId, at }
		await writeCaseSummary(db, { ...place, text: 'Man hilft sich.', seenVersion: 0 })
		await writeCaseSummary(db, { ...place, text: 'Man fährt die Nachbarin.', seenVersion: 1 })
		await assert.rejects(writeCaseSummary(db, { ...place, text: 'Anders.', seenVersion: 1 }), {
			code: 'summary-changed',
		})
		await assert.rejects(writeCaseSummary(db, { ...place, text: 'Neu.', seenVersion: 0 }), { code: 'summary-changed' })
		const find = () => findCase(db, { conversation: 'erzaehlcafe', theme: 'community' })
		const { cell } = await find()
		assert.deepEqual([cell.text, cell.version, cell.writtenBy], ['Man fährt die Nachbarin.', 2, 'Anna'])
		const later = new Date('2025-07-01T12:00:00Z')
		await db.update(consents).set({ withdrawnAt: later }).where(eq(consents.speakerId, speakerIds['B7']!))
		assert.equal((await find()).cell.isDoubtful, true)
		await db.update(consents).set({ withdrawnAt: later })
		assert.equal((await findCases(db, { limit: 10 })).total, 0)
		await assert.rejects(find(), { code: 'conversation-unknown' })
		await writeCaseSummary(db, { ...place, text: ' ', seenVersion: 2 })
	})
})

test('two rounds are compared by the share of people, each round by its own', async () => {
	await inMunicipality(database, await sampleTown(database), async (db) => {
		const [before, now] = [await sampleConversation(db), await sampleConversation(db, { slug: 'zweites' })]
		await code(db, before, [[2, 'community', 'helps']])
		await code(db, now, [
			[2, 'community', 'hinders'],
			[1, 'infrastructure', 'hinders'],
		])
		const { rows } = await db.execute<{ id: string }>('select id from round order by slug')
		const compared = await findRoundsCompared(db, { earlierId: rows[0]!.id, laterId: rows[1]!.id })
		assert.deepEqual(
			compared.map(({ theme, earlier, later }) => [theme.slug, earlier.count, earlier.of, later.count, later.of]),
			[
				['infrastructure', 0, 1, 1, 2],
				['community', 1, 1, 1, 2],
			],
		)
		assert.ok(compared.every(({ change }) => change && change.low <= 0 && change.high >= 0))
	})
})
