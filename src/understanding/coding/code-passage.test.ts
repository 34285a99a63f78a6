import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import {
	inMunicipality,
	type Database,
	type MunicipalityDatabase,
	type MunicipalityId,
} from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { consents } from '#listening/consent.tables.ts'
import { transcripts, turns } from '#listening/tables.ts'
import { changeCoding } from './change-coding.ts'
import { codePassage } from './code-passage.ts'
import { findCodingsOfTranscript } from './find-codings.ts'
import { recordCodings } from './record-codings.ts'
import { removeCoding } from './remove-coding.ts'
import { restoreCoding } from './restore-coding.ts'
import { sampleConversation, sampleTown, type SampleConversation } from '../sample.ts'
import { memos, themes } from '../tables.ts'
import { sealMemo } from './memo-seal.ts'
import { bringBackMemo, givenMemo, removeMemo, writeMemo } from './write-memo.ts'

const at = new Date('2025-06-01T12:00:00Z')
const database = await freshDatabase()

function inTown(work: (db: MunicipalityDatabase, talk: SampleConversation) => Promise<void>, own: Database = database) {
	return async () => {
		const town: MunicipalityId = await sampleTown(own)
		await inMunicipality(own, town, async (db) => work(db, await sampleConversation(db)))
	}
}

/** Where these words stand in the talk, in code points. */
function placeOf(talk: SampleConversation, words: string) {
	const start = Array.from(talk.text.slice(0, talk.text.indexOf(words))).length
	return { transcriptId: talk.transcriptId, start, end: start + Array.from(words).length }
}

test(
	'a coded passage keeps the exact words and what stands around them, emoji or not',
	inTown(async (db, talk) => {
		const { themeIds, coderId } = talk
		const place = placeOf(talk, 'früher gab es die Gemeindeschwester')
		const coding = await codePassage(db, {
			...place,
			themeId: themeIds['infrastructure']!,
			coderId,
			stance: 'hinders',
			at,
		})
		assert.equal(coding.quote, 'früher gab es die Gemeindeschwester')
		assert.equal(coding.prefix, 'Also 👵🏼 ')
		assert.equal(coding.suffix, ', die kam einmal die Woche, und ')
		assert.equal(coding.voiceId, talk.voiceIds[1])
		assert.equal(coding.intensity, 1)
	}),
)

test(
	'only words of one person who agreed can be coded',
	inTown(async (db, talk) => {
		const coding = { themeId: talk.themeIds['community']!, coderId: talk.coderId, at }
		const code = (words: string) => codePassage(db, { ...placeOf(talk, words), ...coding })
		await assert.rejects(code('Was hat sich'), { code: 'passage-of-moderator' })
		await assert.rejects(code('bitte nicht'), { code: 'passage-not-analysable' })
		await assert.rejects(code('alles.\nNa ja'), { code: 'passage-outside-turn' })
		await assert.rejects(code(''), { code: 'passage-empty' })
		const beyond = { transcriptId: talk.transcriptId, start: 100_000, end: 100_001 }
		await assert.rejects(codePassage(db, { ...beyond, ...coding }), { code: 'passage-outside-turn' })
		assert.deepEqual(await findCodingsOfTranscript(db, talk.transcriptId), [])
	}),
)

test(
	'whoever takes back the consent to be analysed is not coded any more',
	inTown(async (db, talk) => {
		const { themeIds, coderId } = talk
		const coding = await codePassage(db, {
			...placeOf(talk, 'Gefragt schon.'),
			themeId: themeIds['administration']!,
			coderId,
			at,
		})
		await removeCoding(db, { codingId: coding.id, at })
		await db.update(consents).set({ withdrawnAt: at }).where(eq(consents.speakerId, talk.speakerIds['B7']!))
		await assert.rejects(restoreCoding(db, { codingId: coding.id }), { code: 'passage-not-analysable' })
	}),
)

test(
	'an archived theme, an unknown one and a fourth intensity are refused',
	inTown(async (db, talk) => {
		const passage = { ...placeOf(talk, 'Wer haftet denn?'), coderId: talk.coderId, at }
		const themeId = talk.themeIds['community']!
		await assert.rejects(codePassage(db, { ...passage, themeId, intensity: 4 }), { code: 'intensity-unknown' })
		await assert.rejects(codePassage(db, { ...passage, themeId: talk.coderId }), { code: 'theme-unknown' })
		await db.update(themes).set({ archivedAt: at }).where(eq(themes.id, themeId))
		await assert.rejects(codePassage(db, { ...passage, themeId }), { code: 'theme-archived' })
	}),
)

test(
	'asking twice codes once, and the same coder does not code the same words twice with one theme',
	inTown(async (db, talk) => {
		const passage = {
			...placeOf(talk, 'Wer haftet denn?'),
			coderId: talk.coderId,
			themeId: talk.themeIds['community']!,
			at,
		}
		const first = await codePassage(db, { ...passage, id: '00000000-0000-4000-8000-000000000001' })
		const again = await codePassage(db, { ...passage, id: '00000000-0000-4000-8000-000000000001' })
		assert.equal(again.id, first.id)
		await assert.rejects(codePassage(db, passage), { code: 'coding-exists' })
		assert.equal((await findCodingsOfTranscript(db, talk.transcriptId)).length, 1)
	}),
)

test(
	'a coding is taken back, brought again and weighed anew',
	inTown(async (db, talk) => {
		const passage = {
			...placeOf(talk, 'Wer haftet denn?'),
			coderId: talk.coderId,
			themeId: talk.themeIds['community']!,
			at,
		}
		const { id } = await codePassage(db, passage)
		await removeCoding(db, { codingId: id, at })
		await removeCoding(db, { codingId: id, at })
		assert.deepEqual(await findCodingsOfTranscript(db, talk.transcriptId), [])
		await restoreCoding(db, { codingId: id })
		const changed = await changeCoding(db, {
			codingId: id,
			change: { stance: 'wish', intensity: 3, isGoodQuote: true },
		})
		assert.deepEqual(
			[changed.stance, changed.intensity, changed.isGoodQuote, changed.quote],
			['wish', 3, true, 'Wer haftet denn?'],
		)
		await assert.rejects(changeCoding(db, { codingId: id, change: { intensity: 0 } }), { code: 'intensity-unknown' })
		await assert.rejects(changeCoding(db, { codingId: talk.coderId, change: {} }), { code: 'coding-unknown' })
		await assert.rejects(removeCoding(db, { codingId: talk.coderId, at }), { code: 'coding-unknown' })

		await removeCoding(db, { codingId: id, at })
		await codePassage(db, passage)
		await assert.rejects(restoreCoding(db, { codingId: id }), { code: 'coding-exists' })
	}),
)

test(
	'a passage of an older transcript keeps the older words',
	inTown(async (db, talk) => {
		const corrected = talk.text.replace('haftet', 'zahlt')
		const [newer] = await db
			.insert(transcripts)
			.values({
				conversationId: talk.conversationId,
				version: 2,
				text: corrected,
				length: Array.from(corrected).length,
			})
			.returning()
		const [turn] = await db.select().from(turns).where(eq(turns.voiceId, talk.voiceIds[2]!))
		await db.insert(turns).values({ ...turn!, id: newer!.id, transcriptId: newer!.id, end: turn!.end - 1 })
		const coding = await codePassage(db, {
			...placeOf(talk, 'Wer haftet denn?'),
			themeId: talk.themeIds['community']!,
			coderId: talk.coderId,
			at,
		})
		assert.equal(coding.quote, 'Wer haftet denn?')
	}),
)

test(
	'many codings are recorded at once, with their notes, or none of them',
	inTown(async (db, talk) => {
		const whole = talk.starts.map((start, n) => ({
			start,
			end: start + Array.from(talk.text.split('\n')[n]!).length,
			n,
		}))
		const base = { transcriptId: talk.transcriptId, coderId: talk.coderId, themeId: talk.themeIds['community']! }
		const coded = [1, 2, 4].map((n) => ({
			...base,
			start: whole[n]!.start,
			end: whole[n]!.end,
			memo: n === 1 ? 'Früher' : undefined,
		}))
		const { ids } = await recordCodings(db, { codings: coded, at })
		assert.equal(ids.length, 3)
		const found = await findCodingsOfTranscript(db, talk.transcriptId)
		assert.deepEqual(
			found.map(({ quote }) => quote),
			[1, 2, 4].map((n) => talk.text.split('\n')[n]),
		)
		assert.deepEqual(
			(await db.select().from(memos)).map(({ text }) => text),
			['Früher'],
		)
		await assert.rejects(
			recordCodings(db, { codings: [coded[0]!, { ...base, start: whole[3]!.start, end: whole[3]!.end }], at }),
			{ code: 'passage-not-analysable', facts: { number: 2 } },
		)
	}),
)

test(
	'a deleted note comes back as it was; nobody can write one in the name of somebody else',
	inTown(async (db, { themeIds, coderId }) => {
		const [key, lead] = [{ sessionKey: '0a'.repeat(32) }, { accountId: randomUUID(), part: 'steward' as const }]
		const note = await writeMemo(db, { on: { themeId: themeIds['community']! }, text: 'Früher\nanders', coderId, at })
		const removed = givenMemo((await removeMemo(db, { memoId: note.id, by: lead }))!)
		const seal = sealMemo(key, removed)
		const bring = (memo: typeof removed) => bringBackMemo(db, { memo, seal, key, by: lead })
		await assert.rejects(bring({ ...removed, text: 'Nie gesagt' }), { code: 'memo-unknown' })
		await assert.rejects(bring({ ...removed, id: randomUUID() }), { code: 'memo-unknown' })
		await assert.rejects(bringBackMemo(db, { memo: removed, seal: '', key, by: lead }), { code: 'memo-unknown' })
		// A form sends line ends in its own way.
		for (let time = 1; time <= 2; time++) assert.deepEqual(await bring({ ...removed, text: 'Früher\r\nanders' }), note)
	}),
)
