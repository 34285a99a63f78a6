import assert from 'node:assert/strict'
import { test } from 'node:test'
import { and, asc, eq } from 'drizzle-orm'
import { inMunicipality, type MunicipalityDatabase } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { announcements } from '#platform/tables.ts'
import type { TownFormat } from '#method/formats.ts'
import { municipalities } from '#people/tables.ts'
import { describeConversation } from './describe-conversation.ts'
import { describeSpeakers, type DescribedSpeaker } from './describe-speakers.ts'
import { findConversation, findSpeakers, findTranscriptPage } from './find-conversation.ts'
import { findConversations } from './find-conversations.ts'
import { findCoverage } from './find-coverage.ts'
import { findFormats, usualFormat } from './find-formats.ts'
import { preparedWrittenVoice, SAMPLE_DAY as at, sampleRound, sampleTown } from './sample.ts'
import { recordConversations } from './record-conversation.ts'
import { turns, voices } from './tables.ts'

const database = await freshDatabase()

async function inTown<Result>(
	slug: string,
	work: (db: MunicipalityDatabase, sample: Awaited<ReturnType<typeof sampleRound>>) => Promise<Result>,
) {
	const town = await sampleTown(database, slug)
	return inMunicipality(database, town, async (db) => work(db, await sampleRound(db)))
}

async function describe(
	db: MunicipalityDatabase,
	conversationId: string,
	code: string,
	change: Partial<DescribedSpeaker>,
) {
	const speakers = await findSpeakers(db, conversationId)
	const described = speakers.map(({ id, pseudonym, isModerator, sector, role, district, channels, code: own }) => ({
		id,
		pseudonym: pseudonym ?? '',
		isModerator,
		sector: sector ?? '',
		role: role ?? '',
		district: district ?? '',
		ageBand: null,
		channels,
		...(own === code && change),
	}))
	await describeSpeakers(db, { conversationId, described, given: 'on-paper', givenOn: '2025-04-09', at })
}

test('the team notes who spoke and what they allow; taking a tick away withdraws', () =>
	inTown('wer', async (db, { conversationId }) => {
		await describe(db, conversationId, 'B1', {
			sector: 'business',
			role: 'retailer',
			district: 'oberlohe',
			pseudonym: 'Frau L.',
			channels: ['analyse'],
		})
		const b1 = (await findSpeakers(db, conversationId)).find(({ code }) => code === 'B1')!
		assert.deepEqual(
			[b1.sector, b1.role, b1.district, b1.pseudonym, b1.channels],
			['business', 'retailer', 'oberlohe', 'Frau L.', ['analyse']],
		)
		const told = await db.select().from(announcements).where(eq(announcements.kind, 'consent-withdrawn'))
		assert.deepEqual(told.map(({ about }) => about['channel']).toSorted(), ['quote', 'record'])
		assert.equal((told[0]!.about['voiceIds'] as string[]).length, 2)
		await assert.rejects(describe(db, conversationId, 'B1', { sector: 'atlantis' }), { code: 'sector-not-known' })
	}))

test('who withdraws the analysis withdraws the quotes with it, and may allow both again', () =>
	inTown('alles', async (db, { conversationId }) => {
		await describe(db, conversationId, 'B1', { channels: ['record', 'quote'] })
		const channels = async () => (await findSpeakers(db, conversationId)).find(({ code }) => code === 'B1')!.channels
		assert.deepEqual(await channels(), ['record'])
		await describe(db, conversationId, 'B1', { channels: ['record', 'analyse', 'quote'] })
		assert.deepEqual((await channels()).toSorted(), ['analyse', 'quote', 'record'])
	}))

test('who turns out to have moderated has no voices, and who did not gets them', () =>
	inTown('moderation', async (db, { conversationId }) => {
		await describe(db, conversationId, 'B1', { isModerator: true })
		await describe(db, conversationId, 'I', { isModerator: false })
		const said = await db
			.select({ text: voices.text })
			.from(turns)
			.innerJoin(voices, eq(voices.id, turns.voiceId))
			.orderBy(asc(turns.position))
		assert.deepEqual(
			said.map(({ text }) => text.slice(0, 12)),
			['Was bringt d', 'Und was hält', 'Der Bus. Der'],
		)
		assert.equal((await db.select().from(voices)).length, 3)
		await describe(db, conversationId, 'B1', { isModerator: false })
		assert.equal((await db.select().from(voices)).length, 5)
	}))

test('a transcript is read page by page, emoji and all', () =>
	inTown('lesen', async (db, { conversationId }) => {
		const page = await findTranscriptPage(db, conversationId, 1)
		assert.equal(page!.total, 5)
		const words = await db
			.select({ text: voices.text })
			.from(voices)
			.where(and(eq(voices.conversationId, conversationId)))
			.orderBy(asc(voices.position))
		const moderators = new Set(
			(await findSpeakers(db, conversationId)).filter(({ isModerator }) => isModerator).map(({ id }) => id),
		)
		assert.deepEqual(
			page!.turns.filter(({ speakerId }) => !moderators.has(speakerId)).map(({ text }) => text),
			words.map(({ text }) => text),
		)
	}))

const VILLAGE_ROUND: TownFormat = {
	kind: 'town-talk',
	label: { de: 'Dorfrunde', en: 'Village round' },
	plural: { de: 'Dorfrunden', en: 'Village rounds' },
}

test('a town finds its own ways of listening, and whoever spoke in another one is counted with them', () =>
	inTown('dorfrunde', async (db, { round, conversationId }) => {
		const [town] = await db.select({ profile: municipalities.profile }).from(municipalities)
		await db.update(municipalities).set({ profile: { ...town!.profile, formats: [VILLAGE_ROUND] } })
		await describe(db, conversationId, 'B1', { sector: 'business' })
		const formats = await findFormats(db)
		assert.deepEqual(
			formats.map(({ kind, label }) => [kind, label.de]),
			[
				['town-talk', 'Dorfrunde'],
				['interview', 'Interview'],
			],
		)
		assert.equal(usualFormat(formats).kind, 'town-talk')
		const coverage = await findCoverage(db, { roundId: round.id, formats: formats.map(({ kind }) => kind) })
		const business = coverage.find(({ sector }) => sector?.slug === 'business')
		assert.deepEqual([business?.people, business?.sum], [[0, 1], 1])
	}))

test('who has not been heard yet is as visible as who has', () =>
	inTown('abdeckung', async (db, { round, conversationId }) => {
		await describe(db, conversationId, 'B1', { sector: 'business' })
		await recordConversations(db, { roundId: round.id, conversations: [preparedWrittenVoice()], at })
		const kinds = (await findFormats(db)).map(({ kind }) => kind)
		const coverage = await findCoverage(db, { roundId: round.id, formats: kinds })
		assert.deepEqual(
			coverage.map(({ sector, sum }) => [sector?.slug ?? null, sum]),
			[
				['business', 1],
				['church', 0],
				[null, 2],
			],
		)
		const spoken = await findConversations(db, {
			roundId: round.id,
			filter: { sector: 'business' },
			kind: 'spoken',
			page: 1,
		})
		assert.deepEqual(
			spoken.conversations.map(({ people, voices: heard }) => [people, heard]),
			[[2, 3]],
		)
		assert.equal(
			(await findConversations(db, { roundId: round.id, filter: { sector: 'church' }, kind: 'spoken', page: 1 })).total,
			0,
		)
		const written = await findConversations(db, { roundId: round.id, filter: {}, kind: 'written', page: 1 })
		assert.equal(written.conversations[0]!.beginning, 'Eine Bank am Bach wäre schön.')
	}))

test('a conversation keeps its address when its title is corrected, and no day that never was', () =>
	inTown('titel', async (db, { conversationId }) => {
		const wanted = {
			conversationId,
			title: 'Am Küchentisch',
			format: 'interview',
			heldOn: '2025-04-08',
			district: 'oberlohe',
			place: 'Küche',
			moderators: 'anna, ben',
		} as const
		await describeConversation(db, wanted)
		const found = await findConversation(db, 'interview-am-kuechentisch')
		assert.deepEqual(
			[found.title, found.heldOn, found.district, found.moderators],
			['Am Küchentisch', '2025-04-08', 'Oberlohe', ['anna', 'ben']],
		)
		await assert.rejects(describeConversation(db, { ...wanted, heldOn: '2025-02-30' }), { code: 'day-unknown' })
		await assert.rejects(describeConversation(db, { ...wanted, title: ' ' }), { code: 'conversation-title-missing' })
		await assert.rejects(describeConversation(db, { ...wanted, district: 'atlantis' }), { code: 'district-not-known' })
		await assert.rejects(findConversation(db, 'nie-gefuehrt'), { code: 'conversation-unknown' })
	}))
