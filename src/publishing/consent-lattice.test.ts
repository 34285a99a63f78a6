/**
 * Every combination of consents, of age and of restriction, against everything that reads what people said. The rows are
 * written past the use cases, as a restored backup would bring them: the readers alone must hold.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq, inArray } from 'drizzle-orm'
import { inMunicipality, type MunicipalityDatabase } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { Problem } from '#platform/problem.ts'
import { sampleMunicipality } from '#people/sample.ts'
import { mayUse, type HeldConsent } from '#listening/consent.rules.ts'
import { createRound } from '#listening/create-round.ts'
import { findTranscriptPage } from '#listening/find-conversation.ts'
import { recordConversations } from '#listening/record-conversation.ts'
import { releaseSpeaker, restrictSpeaker } from '#listening/restrict-speaker.ts'
import { consents } from '#listening/consent.tables.ts'
import { speakers } from '#listening/tables.ts'
import { CHANNELS, type Channel } from '#listening/vocabulary.ts'
import { codePassage } from '#understanding/coding/code-passage.ts'
import { coderByName } from '#understanding/coding/coder-of.ts'
import { createTheme } from '#understanding/codebook/create-theme.ts'
import { findCell } from '#understanding/weighing/find-cell.ts'
import { findTheme } from '#understanding/codebook/find-codebook.ts'
import { findDesk } from '#understanding/coding/find-desk.ts'
import { findMatrix } from '#understanding/weighing/find-matrix.ts'
import { findProgress } from '#understanding/coding/find-progress.ts'
import { findVoices } from '#understanding/finding/find-voices.ts'
import { codings } from '#understanding/tables.ts'
import { findDossier } from '#focusing/find-dossier.ts'
import { findEvidence } from '#focusing/find-evidence.ts'
import { openFocusTheme } from '#focusing/open-focus-theme.ts'
import { pickQuote } from '#focusing/pick-quote.ts'
import { dossierParts, paragraphEvidence, paragraphs, quotes } from '#focusing/tables.ts'
import { findUnanswered } from '#answering/find-unanswered.ts'
import { draftEdition } from './draft-edition.ts'

const NOON = new Date('2025-12-01T11:00:00Z')
const CASES = everyCase()
const database = await freshDatabase()
const { id: town } = await sampleMunicipality(database)
const sample = await inMunicipality(database, town, fill)

type Case = { word: string; held: HeldConsent[]; isUnder16: boolean; restrictedAt: Date | null }

/** 2⁶ combinations × under 16 or not × a parent agreed or not × restricted or not; what is not given was never, or is withdrawn. */
function everyCase(): Case[] {
	return Array.from({ length: 512 }, (_, number) => {
		const held = CHANNELS.flatMap((channel, at): HeldConsent[] => {
			const byGuardian = (number & 128) > 0
			if (number & (1 << at)) return [{ channel, byGuardian, withdrawnAt: null }]
			return (number + at) % 3 === 0 ? [{ channel, byGuardian, withdrawnAt: NOON }] : []
		})
		return {
			word: wordOf(number),
			held,
			isUnder16: (number & 64) > 0,
			restrictedAt: (number & 256) > 0 ? NOON : null,
		}
	})
}

/** A word nobody else says, of letters only. */
function wordOf(number: number): string {
	return `Quux${[...String(number).padStart(3, '0')].map((digit) => 'bcdfghjklm'[Number(digit)]).join('y')}x`
}

function allowed(channel: Channel): string[] {
	return CASES.filter((one) => mayUse(one.held, channel, one)).map(({ word }) => word)
}

function wordsIn(...texts: string[]): string[] {
	const found = new Set(texts.join('\n').match(/Quux[a-z]+x/g))
	return CASES.map(({ word }) => word).filter((word) => found.has(word))
}

async function fill(db: MunicipalityDatabase) {
	const round = await createRound(db, { title: 'Birkenrode hört zu', slug: 'runde', at: NOON })
	const said = CASES.map(({ word }) => `${word} braucht eine Bank.`)
	const text = said.join('\n')
	let end = -1
	const turns = said.map((words, at) => {
		const start = end + 1
		end = start + words.length
		return { speaker: `B${at + 1}`, start, end, fromMs: at * 1000 }
	})
	const conversation = { originKey: 'lattice', title: 'Alle', slug: 'alle', format: 'town-talk', text, turns } as const
	const recorded = await recordConversations(db, {
		roundId: round.id,
		conversations: [{ ...conversation, speakers: turns.map(({ speaker: code }) => ({ code })) }],
		at: NOON,
	})
	const voices = recorded.writtenVoices
	await db
		.insert(consents)
		.values(
			CASES.flatMap(({ held }, at) =>
				held.map((one) => ({ ...one, speakerId: voices[at]!.speakerId, given: 'on-paper' as const })),
			),
		)
	const idsOf = (is: (one: Case) => boolean) =>
		voices.filter((_, at) => is(CASES[at]!)).map(({ speakerId }) => speakerId)
	await db
		.update(speakers)
		.set({ isUnder16: true })
		.where(
			inArray(
				speakers.id,
				idsOf(({ isUnder16 }) => isUnder16),
			),
		)
	await db
		.update(speakers)
		.set({ restrictedAt: NOON })
		.where(
			inArray(
				speakers.id,
				idsOf(({ restrictedAt }) => restrictedAt !== null),
			),
		)
	const theme = await createTheme(db, { label: 'Bänke' })
	const coderId = await coderByName(db, { kind: 'human', name: 'Anna' })
	const coded = await db
		.insert(codings)
		.values(
			voices.map(({ voiceId, transcriptId, start, end }, at) => {
				return { voiceId, transcriptId, start, end, themeId: theme.id, coderId, quote: said[at]! }
			}),
		)
		.returning({ id: codings.id })
	const focus = await openFocusTheme(db, { roundId: round.id, title: 'Sitzen', slug: 'sitzen', themeIds: [theme.id] })
	await db
		.insert(quotes)
		.values(
			coded.map(({ id }, at) => ({ focusThemeId: focus.id, codingId: id, wording: said[at]!, publicLabel: 'Bürger' })),
		)
	const [part] = await db
		.insert(dossierParts)
		.values({ focusThemeId: focus.id, kind: 'analysis' })
		.returning({ id: dossierParts.id })
	const [paragraph] = await db
		.insert(paragraphs)
		.values({ dossierPartId: part!.id, position: 0, text: 'Viele möchten sitzen.' })
		.returning({ id: paragraphs.id })
	await db.insert(paragraphEvidence).values(coded.map(({ id }) => ({ paragraphId: paragraph!.id, codingId: id })))
	const codingWords = new Map(coded.map(({ id }, at) => [id, CASES[at]!.word]))
	return {
		round,
		voices,
		theme,
		focus,
		coderId,
		codingWords,
		codingIds: coded.map(({ id }) => id),
		conversationId: recorded.ids[0]!,
	}
}

const inTown = <Result>(work: (db: MunicipalityDatabase) => Promise<Result>) => inMunicipality(database, town, work)
const wordsOfCodings = (ids: readonly string[]) => wordsIn(...ids.map((id) => sample.codingWords.get(id)!))

test('who did not allow analysis is in no coding, no number, no search, no dossier and no list of answers', () =>
	inTown(async (db) => {
		const wanted = allowed('analyse')
		assert.ok(wanted.length > 60 && wanted.length < 256)
		const { hits, total } = await findVoices(db, { query: 'Bank', limit: 1000 })
		assert.deepEqual(wordsIn(...hits.map(({ snippet }) => snippet.map(({ text }) => text).join(''))), wanted)
		assert.equal(total, wanted.length)
		assert.deepEqual((await findVoices(db, { query: `"${CASES[0]!.word}"`, limit: 5 })).total, 0)

		const desk = await findDesk(db, 'alle')
		assert.deepEqual(wordsIn(...desk.turns.filter(({ mayCode }) => mayCode).map(({ text }) => text)), wanted)
		assert.deepEqual(wordsOfCodings(desk.codings.map(({ id }) => id)), wanted)
		assert.deepEqual(wordsIn(...desk.turns.map(({ text }) => text)), wordsUnrestricted())

		const cell = await findCell(db, { themeIds: [sample.theme.id], limit: 1000 })
		assert.deepEqual(wordsIn(...cell.passages.map(({ quote }) => quote)), wanted)
		const matrix = await findMatrix(db, { columns: 'format', count: 'persons' })
		assert.deepEqual([matrix.distinct, matrix.columns[1]!.heard], [wanted.length, wanted.length])
		assert.equal((await findTheme(db, sample.theme.slug)).persons, wanted.length)
		assert.deepEqual((await findProgress(db, { limit: 5 })).conversations[0]!.voices, wanted.length)

		const evidence = await findEvidence(db, sample.focus.id, { limit: 1000 })
		assert.deepEqual(wordsIn(...evidence.map(({ quote }) => quote)), wanted)
		const dossier = await findDossier(db, 'sitzen')
		assert.deepEqual(wordsOfCodings(dossier.parts.analysis.paragraphs[0]!.codingIds), wanted)
		assert.equal(dossier.evidence.speakers, wanted.length)
		const waiting = await findUnanswered(db, { limit: 1000 })
		assert.deepEqual(wordsIn(...waiting.map(({ beginning }) => beginning)), wanted)
	}))

test('who did not allow quoting is in no quote, and in no edition', () =>
	inTown(async (db) => {
		const wanted = allowed('quote')
		assert.ok(wanted.length > 20)
		const { quotes: printed } = await findDossier(db, 'sitzen')
		assert.deepEqual(wordsIn(...printed.map(({ wording }) => wording)), wanted)
		const quotable = await findEvidence(db, null, { limit: 1000, onlyQuotable: true })
		assert.deepEqual(wordsIn(...quotable.map(({ quote }) => quote)), wanted)
		assert.ok(quotable.every(({ mayQuote }) => mayQuote))
		const edition = wordsIn(JSON.stringify((await draftEdition(db, sample.round.id)).content))
		assert.deepEqual(
			edition.filter((word) => !wanted.includes(word)),
			[],
		)
	}))

test('nobody is pointed to in a recording who did not allow one, and restricted words are not shown to the team either', () =>
	inTown(async (db) => {
		const turns = []
		for (const page of [1, 2, 3]) turns.push(...(await findTranscriptPage(db, sample.conversationId, page))!.turns)
		const timed = turns.filter(({ fromMs }) => fromMs !== null).map(({ position }) => CASES[position]!.word)
		assert.deepEqual(timed, allowed('record'))
		assert.deepEqual(wordsIn(...turns.map(({ text }) => text ?? '')), wordsUnrestricted())
	}))

test('whoever asks to code or to quote against the consent is refused, for every combination', async () => {
	const accepted = { coding: [] as string[], quote: [] as string[] }
	for (const [at, { word }] of CASES.entries()) {
		if (at % 5 > 0) continue
		const { transcriptId, start, end } = sample.voices[at]!
		const place = { transcriptId, start, end: end - 1, themeId: sample.theme.id, coderId: sample.coderId }
		const quote = {
			focusThemeId: sample.focus.id,
			wording: `${word} braucht eine Bank.`,
			publicLabel: 'Stimme aus der Gemeinde',
		}
		if (await isTaken((db) => codePassage(db, { ...place, at: NOON }))) accepted.coding.push(word)
		if (await isTaken((db) => pickQuote(db, { ...quote, codingId: sample.codingIds[at]!, by: null, at: NOON })))
			accepted.quote.push(word)
	}
	const asked = CASES.filter((_, at) => at % 5 === 0).map(({ word }) => word)
	assert.deepEqual(
		accepted.coding,
		allowed('analyse').filter((word) => asked.includes(word)),
	)
	assert.deepEqual(
		accepted.quote,
		allowed('quote').filter((word) => asked.includes(word)),
	)
})

test('words that were restricted come back as they were once the person is released', () =>
	inTown(async (db) => {
		const [word] = allowed('quote')
		const { speakerId } = sample.voices[CASES.findIndex((one) => one.word === word)]!
		const isQuoted = async () => (await findDossier(db, 'sitzen')).quotes.some(({ wording }) => wording.includes(word!))
		const isFound = async () => (await findVoices(db, { query: `"${word}"`, limit: 1 })).total === 1
		assert.deepEqual([await isQuoted(), await isFound()], [true, true])
		await restrictSpeaker(db, { speakerId, by: 'receipt', at: NOON })
		assert.deepEqual([await isQuoted(), await isFound()], [false, false])
		await releaseSpeaker(db, { speakerId, by: 'system', at: NOON })
		await releaseSpeaker(db, { speakerId, by: 'system', at: NOON })
		assert.deepEqual([await isQuoted(), await isFound()], [true, true])
		const [own] = await db.select().from(speakers).where(eq(speakers.id, speakerId))
		assert.equal(own!.restrictedAt, null)
	}))

function wordsUnrestricted(): string[] {
	return CASES.filter(({ restrictedAt }) => restrictedAt === null).map(({ word }) => word)
}

/** In a transaction of its own that is taken back again. */
async function isTaken(work: (db: MunicipalityDatabase) => Promise<unknown>): Promise<boolean> {
	try {
		await inTown(async (db) => {
			await work(db)
			throw new RangeError('taken')
		})
	} catch (error) {
		if (error instanceof RangeError) return true
		if (!(error instanceof Problem) || error.kind !== 'not-allowed') throw error
	}
	return false
}
