/** Sets, coding what was found, questions to the codings, word lists. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inMunicipality, type MunicipalityDatabase } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { sliceCodePoints } from '#listening/code-points.ts'
import { withdrawConsent } from '#listening/withdraw-consent.ts'
import { recordCodings } from '../coding/record-codings.ts'
import { undoStep } from '../coding/undo-deed.ts'
import { sampleConversation, sampleTown, type SampleConversation } from '../sample.ts'
import { codePlaces } from './code-places.ts'
import { RELATIONS, type Relation } from './code-logic.rules.ts'
import { askedWords } from './asked-words.ts'
import { countWords } from './count-words.ts'
import { findByLogic } from './find-by-logic.ts'
import { findSet, findSets } from './find-sets.ts'
import { logLikelihood, logRatio } from './keyness.rules.ts'
import { hitSentences } from './hit-sentences.rules.ts'
import { readPlaces, wholeVoices, writePlace, writePlaces } from './place-in-voice.rules.ts'
import { hitsIn, snippetOf } from './rank-hits.rules.ts'
import { readSearchQuery } from './search-query.rules.ts'
import { termsOf } from './search-terms.rules.ts'
import { deleteSet, renameSet, saveSet, takeOutOfSet } from './save-set.ts'

const database = await freshDatabase()
const at = new Date('2025-11-22T10:00:00Z')

async function inSample(work: (db: MunicipalityDatabase, sample: SampleConversation) => Promise<void>) {
	await inMunicipality(database, await sampleTown(database), async (db) => work(db, await sampleConversation(db)))
}

const wholeOf = (voiceId: string | null) => ({ voiceId: voiceId!, start: null, end: null })

test('hits are kept under a name, each once; the set is renamed, thinned out, deleted, and shows nobody who withdrew', () =>
	inSample(async (db, { voiceIds, coderId, speakerIds }) => {
		const places = [wholeOf(voiceIds[1]!), { voiceId: voiceIds[2]!, start: 7, end: 11 }, wholeOf(voiceIds[3]!)]
		const saved = { name: '  Wer   haftet ', places, query: '/werkstatt/suche?q=haftet', coderId, at }
		const { setId, added } = await saveSet(db, saved)
		assert.equal(added, 3)
		assert.deepEqual(await saveSet(db, saved), { setId, added: 0 })
		const { name, entries } = await findSet(db, setId)
		assert.deepEqual([name, entries.length], ['Wer haftet', 2], 'who did not agree to be analysed is not shown')
		assert.equal(entries[1]!.words, 'das ')

		await assert.rejects(saveSet(db, { ...saved, name: ' ' }), { code: 'set-name-missing' })
		await assert.rejects(saveSet(db, { ...saved, places: [] }), { code: 'set-empty' })
		const { setId: otherId } = await saveSet(db, { ...saved, name: 'Andere' })
		await assert.rejects(renameSet(db, { setId: otherId, name: 'Wer haftet' }), { code: 'set-name-taken' })
		await renameSet(db, { setId: otherId, name: 'Haftung' })
		await takeOutOfSet(db, { setId: otherId, entryIds: (await findSet(db, otherId)).entries.map((one) => one.entryId) })
		assert.equal((await findSet(db, otherId)).entries.length, 0)
		await deleteSet(db, { setId: otherId })
		await assert.rejects(findSet(db, otherId), { code: 'set-unknown' })

		await withdrawConsent(db, { speakerId: speakerIds['B3']!, channel: 'analyse', at })
		assert.deepEqual(
			(await findSets(db)).map(({ passages }) => passages),
			[1],
		)
	}))

test('what was found and ticked is coded in one step, nothing twice, and taken back in one step', () =>
	inSample(async (db, { voiceIds, coderId, themeIds }) => {
		const places = [wholeOf(voiceIds[1]!), { voiceId: voiceIds[2]!, start: 0, end: 5 }]
		assert.deepEqual(readPlaces([...places.map(writePlace), 'Unsinn', writePlace(places[0]!)]), places)
		const wanted = { places, themeId: themeIds['community']!, stance: 'helps' as const, coderId, at }
		const { stepId, added } = await codePlaces(db, wanted)
		assert.equal(added, 2)
		assert.equal((await codePlaces(db, wanted)).added, 0)
		const passages = await ask(db, { a: wanted.themeId })
		assert.deepEqual(passages[1], 'Na ja')
		assert.equal(await undoStep(db, { stepId, coderId, at }), 2)
		assert.deepEqual(await ask(db, { a: wanted.themeId }), [])
		await assert.rejects(codePlaces(db, { ...wanted, places: [] }), { code: 'places-none' })
		await assert.rejects(codePlaces(db, { ...wanted, themeId: '' }), { code: 'theme-missing' })
		await assert.rejects(codePlaces(db, { ...wanted, places: [wholeOf(voiceIds[3]!)] }), {
			code: 'passage-not-analysable',
		})
	}))

test('of a hit the sentences are kept in which the words stand, or all that was said', () => {
	const text = 'Also 👵🏼, früher. Da war eine Schule! Und dann? Die Schulen sind zu. Im Schulhof wächst Gras.'
	const terms = termsOf(readSearchQuery('Schule').asked!)
	const sentences = hitSentences(text, hitsIn(text, terms))
	assert.deepEqual(
		sentences.map(({ start, end }) => sliceCodePoints(text, start, end)),
		['Da war eine Schule!', 'Die Schulen sind zu. Im Schulhof wächst Gras.'],
	)
	const voiceId = '11111111-2222-4333-8444-555555555555'
	const ticked = readPlaces([writePlaces(voiceId, sentences)])
	assert.deepEqual(
		ticked.map(({ start, end }) => ({ start, end })),
		sentences,
	)
	assert.deepEqual(wholeVoices(ticked), readPlaces([writePlaces(voiceId, [])]))
	const table = 'Ein runder Tisch, keine Tischkarten.'
	const marked = (typed: string) =>
		snippetOf(table, hitsIn(table, termsOf(readSearchQuery(typed).asked!))).filter(({ isHit }) => isHit)
	assert.deepEqual([marked('„runder Tisch“').length, marked('runder Tisch').length], [2, 3])
})

async function ask(
	db: MunicipalityDatabase,
	{ a, b, relation = 'alone', distance = 3 }: { a: string; b?: string; relation?: Relation; distance?: number },
) {
	const { passages, total } = await findByLogic(db, {
		themeId: a,
		otherId: b,
		relation,
		distance,
		filter: {},
		limit: 50,
		offset: 0,
	})
	assert.equal(total, passages.length)
	return passages.map(({ quote }) => quote)
}

test('a theme is found with, without and near another', () =>
	inSample(async (db, { transcriptId, starts, coderId, themeIds }) => {
		const [a, b] = [themeIds['community']!, themeIds['infrastructure']!]
		const place = (turn: number, start: number, end: number, themeId: string) => ({
			transcriptId,
			start: starts[turn]! + start,
			end: starts[turn]! + end,
			themeId,
			coderId,
		})
		// "Also" and "früher" are B3's, "Na ja" B7's; the other theme stands at "Also 👵🏼" and, in B3's turn, at "gab".
		await recordCodings(db, {
			codings: [place(1, 0, 4, a), place(1, 8, 14, a), place(2, 0, 5, a), place(1, 0, 7, b), place(1, 15, 18, b)],
			at,
		})
		const answers: Partial<Record<Relation, number>> = {}
		for (const relation of RELATIONS) answers[relation] = (await ask(db, { a, b, relation, distance: 1 })).length
		assert.deepEqual(answers, {
			alone: 3,
			overlapping: 1,
			'same-turn': 2,
			'near-turns': 3,
			'near-words': 2,
			'same-conversation': 3,
			'without-turn': 1,
			'without-overlap': 2,
		})
	}))

test('words are counted by voices and persons, without those who did not agree, and compared with all others', () =>
	inSample(async (db, { speakerIds }) => {
		const count = (wanted: Partial<Parameters<typeof countWords>[1]> = {}) =>
			countWords(db, { filter: {}, length: 1, withStopWords: false, isKeyness: false, ...wanted })
		const list = await count()
		assert.ok(!list.rows.some(({ word }) => word === 'aufschreiben' || word === 'und'))
		assert.deepEqual(list.rows.find(({ word }) => word === 'gemeindeschwester')?.persons, 1)
		assert.equal(list.voices, 3)
		assert.ok((await count({ withStopWords: true })).rows.some(({ word }) => word === 'das'))
		assert.ok((await count({ length: 2 })).rows.some(({ word }) => word === 'früher gab'))
		const marked = await count({ filter: { speaker: 'B3' }, isKeyness: true })
		assert.equal(marked.voices, 1)
		assert.ok(marked.rows.every(({ sureness }) => sureness >= 0))
		// As the page's form asks: its ticks say "ja".
		const asked = await askedWords(db, new URLSearchParams('fuellwoerter=ja&vergleich=ja&person=B3'))
		assert.deepEqual([asked.withStopWords, asked.isKeyness, asked.list.voices], [true, true, 1])
		assert.ok(asked.list.rows.some(({ ratio }) => ratio > 0))
		await withdrawConsent(db, { speakerId: speakerIds['B3']!, channel: 'analyse', at })
		assert.ok(!(await count()).rows.some(({ word }) => word === 'gemeindeschwester'))
	}))

test('log-likelihood and log ratio are those of the textbook', () => {
	// Rayson & Garside's calculator: 120 of 100,000 against 80 of 100,000.
	const counts = { inside: 120, insideAll: 100_000, outside: 80, outsideAll: 100_000 }
	assert.equal(logLikelihood(counts).toFixed(2), '8.05')
	assert.equal(logRatio(counts).toFixed(2), '0.58')
	assert.equal(logLikelihood({ ...counts, inside: 80, outside: 120 }).toFixed(2), '-8.05')
	assert.equal(logRatio({ inside: 4, insideAll: 100, outside: 0, outsideAll: 100 }), 3)
})
