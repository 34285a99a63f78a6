import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { eq, isNotNull } from 'drizzle-orm'
import { inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { announcements } from '#platform/tables.ts'
import { groupedCode } from '#protecting/receipt-code.ts'
import { findReceipt, readTypedCode } from './find-receipt.ts'
import { openRound } from './open-round.ts'
import { sampleRound, sampleTown } from './sample.ts'
import type { Submission } from './submission.rules.ts'
import { submitVoice } from './submission-queue.ts'
import { consents, receipts } from './consent.tables.ts'
import { conversations, voices } from './tables.ts'

const database = await freshDatabase()
const pepper = () => randomBytes(32).toString('hex')
const secrets = { pepperId: 'p1', lookupPepper: pepper(), sealPepper: pepper(), sessionKey: pepper() }

function submission(change: Partial<Submission> = {}): Submission {
	return {
		submissionId: randomUUID(),
		title: '',
		text: 'Der Bus am Abend fehlt.',
		stance: 'hinders',
		sector: null,
		district: null,
		role: null,
		ageBand: null,
		mayAnalyse: true,
		mayQuote: true,
		...change,
	}
}

async function townThatListens(slug: string) {
	const id = await sampleTown(database, slug)
	await inMunicipality(database, id, async (db) => {
		const { round } = await sampleRound(db)
		await openRound(db, { roundId: round.id })
	})
	const town = { id, timeZone: 'Europe/Berlin' }
	return {
		town,
		submit: (one: Submission) => submitVoice(database, town, secrets, one),
		open: (typed: string) =>
			inMunicipality(database, id, (db) =>
				findReceipt(db, { municipalityId: id, secrets, code: readTypedCode(typed) }),
			),
	}
}

test('who says something gets a receipt, and the receipt opens exactly that voice', async () => {
	const { town, submit, open } = await townThatListens('beleg')
	const code = await submit(
		submission({ text: ' Der Laden fehlt.\r\nSeit 2021. ', title: 'Laden', ageBand: '60-74', district: 'oberlohe' }),
	)
	const [speakerId] = await open(groupedCode(code).toLowerCase())
	const [voice, ...others] = await inMunicipality(database, town.id, (db) =>
		db.select().from(voices).where(eq(voices.speakerId, speakerId!)),
	)
	assert.equal(others.length, 0)
	assert.deepEqual([voice!.text, voice!.title, voice!.stance], ['Der Laden fehlt.\nSeit 2021.', 'Laden', 'hinders'])
	const last = code.at(-1) === '7' ? '8' : '7'
	await assert.rejects(open(code.slice(0, -1) + last), { code: 'receipt-code-typo' })
	await assert.rejects(open(code.slice(0, 9)), { code: 'receipt-code-incomplete' })
})

test('the same form sent twice, or at the same moment, is one voice with one receipt', async () => {
	const { town, submit } = await townThatListens('doppelt')
	const one = submission()
	const codes = await Promise.all([submit(one), submit(one), submit({ ...one })])
	codes.push(await submit(one))
	assert.equal(new Set(codes).size, 1)
	const other = await submit(submission({ text: one.text }))
	assert.notEqual(other, codes[0])
	await inMunicipality(database, town.id, async (db) => {
		assert.equal((await db.select().from(receipts)).length, 2)
		assert.equal((await db.select().from(conversations).where(eq(conversations.format, 'written'))).length, 2)
	})
})

test('who takes back the permission to quote and sends again is not quoted', async () => {
	const { town, submit } = await townThatListens('zurueck')
	const one = submission()
	await submit(one)
	await submit({ ...one, mayQuote: false })
	await inMunicipality(database, town.id, async (db) => {
		const withdrawn = await db.select().from(consents).where(isNotNull(consents.withdrawnAt))
		assert.deepEqual(
			withdrawn.map(({ channel }) => channel),
			['quote'],
		)
		const told = await db.select().from(announcements).where(eq(announcements.kind, 'consent-withdrawn'))
		assert.equal(told.length, 1)
	})
})

test('forty people who speak at once are all heard, and one refusal touches nobody else', async () => {
	const { town, submit } = await townThatListens('alle')
	const sent = Array.from({ length: 40 }, (_, at) =>
		submission({ text: `Stimme ${at}`, ...(at === 7 && { district: 'atlantis' }) }),
	)
	const answered = await Promise.allSettled(sent.map(submit))
	assert.deepEqual(
		answered.flatMap(({ status }, at) => (status === 'rejected' ? [at] : [])),
		[7],
	)
	const kept = await inMunicipality(database, town.id, (db) =>
		db.select().from(conversations).where(eq(conversations.format, 'written')),
	)
	assert.equal(kept.length, 39)
})

test('nothing kept tells when within the week somebody wrote', async () => {
	const { town, submit } = await townThatListens('woche')
	await submit(submission())
	await inMunicipality(database, town.id, async (db) => {
		const [written] = await db.select().from(conversations).where(eq(conversations.format, 'written'))
		assert.equal(written!.createdAt.toISOString().slice(10), 'T00:00:00.000Z')
		assert.equal(new Date(`${written!.heldOn}T00:00:00Z`).getUTCDay(), 1)
		assert.match((await db.select().from(receipts))[0]!.issuedWeek, /^\d{4}-W\d{2}$/)
	})
})

test('without words, without permission to analyse, or without an open round nothing is kept', async () => {
	const { submit } = await townThatListens('nichts')
	await assert.rejects(submit(submission({ text: ' \n ' })), { code: 'submission-empty' })
	await assert.rejects(submit(submission({ mayAnalyse: false })), { code: 'analysis-not-allowed' })
	await assert.rejects(submit(submission({ text: 'x'.repeat(20_001) })), { code: 'submission-too-long' })
	const closed = await sampleTown(database, 'geschlossen')
	await assert.rejects(submitVoice(database, { id: closed, timeZone: 'Europe/Berlin' }, secrets, submission()), {
		code: 'no-open-round',
	})
})

test('a code nobody has is refused, in another town too, and a revoked one like it', async () => {
	const { submit } = await townThatListens('hier')
	const { open } = await townThatListens('dort')
	const code = await submit(submission())
	await assert.rejects(open(code), { code: 'receipt-unknown' })
	const here = await townThatListens('widerrufen')
	const revoked = await here.submit(submission())
	assert.equal((await here.open(revoked)).length, 1)
	await inMunicipality(database, here.town.id, (db) => db.update(receipts).set({ revokedAt: new Date() }))
	await assert.rejects(here.open(revoked), { code: 'receipt-unknown' })
})
