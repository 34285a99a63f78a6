import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { eq, isNull } from 'drizzle-orm'
import { inMunicipality, type MunicipalityDatabase } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { rewriteTranscript } from '#listening/rewrite-transcript.ts'
import { speakers, voices } from '#listening/tables.ts'
import { withdrawConsent } from '#listening/withdraw-consent.ts'
import { agreementCodings } from '../agreeing.tables.ts'
import { coderByName } from '../coding/coder-of.ts'
import { sampleConversation, sampleTown, type SampleConversation } from '../sample.ts'
import { suggestions } from '../suggesting.tables.ts'
import { codings, themeChanges, themes } from '../tables.ts'
import { codeUnit, finishCoding, goOnCoding, removeUnitCoding } from './blind-coding.ts'
import { compareCodings, disagreementsOf } from './comparison.rules.ts'
import { drawSample, type DrawSample } from './draw-sample.ts'
import { findAllCodings, findOwnCodings, findSample, findUnits } from './find-samples.ts'
import { decideUnit, discardSample, findCompared, reopenSample, settleSample } from './settle-sample.ts'
import '../reactions.ts'

const at = new Date('2025-06-01T12:00:00Z')

type Cafe = SampleConversation & { anna: string; ben: string; roundId: string }

async function inCafe(work: (db: MunicipalityDatabase, cafe: Cafe) => Promise<void>) {
	const database = await freshDatabase()
	const town = await sampleTown(database)
	await inMunicipality(database, town, async (db) => {
		const cafe = await sampleConversation(db)
		const ben = await coderByName(db, { kind: 'human', name: 'Ben' })
		const { rows } = await db.execute<{ id: string }>('select id from round')
		await work(db, { ...cafe, anna: cafe.coderId, ben, roundId: rows[0]!.id })
	})
}

function drawn(db: MunicipalityDatabase, { roundId, anna, ben }: Cafe, more: Partial<DrawSample> = {}) {
	const wanted = { title: 'Erste Probe', roundId, coderIds: [anna, ben], size: 30, spread: 'random', seed: 7 } as const
	return drawSample(db, { ...wanted, by: anna, at, ...more })
}

test('two people code the same contributions blind, compare, decide, and settle what the team will count', () =>
	inCafe(async (db, cafe) => {
		const { anna, ben, themeIds } = cafe
		const { slug } = await drawn(db, cafe)
		assert.equal(slug, 'erste-probe')
		let sample = await findSample(db, slug)
		const units = await findUnits(db, sample.id)
		// Of five turns one is a question, one by somebody who did not agree to be analysed.
		assert.equal(units.length, 3)
		const code = (coderId: string, unit: number, theme: string, more: object = {}) =>
			codeUnit(db, {
				unitId: units[unit]!.id,
				coderId,
				themeId: themeIds[theme]!,
				stance: 'wish',
				intensity: 1,
				at,
				...more,
			})
		assert.equal((await findSample(db, slug)).isCoded, false, 'there are no differences to talk about yet')
		await code(anna, 0, 'community')
		await code(anna, 0, 'community', { intensity: 2 })
		await code(anna, 1, 'community', { start: 0, end: 10 })
		await code(anna, 2, 'administration')
		await code(ben, 0, 'community', { stance: 'helps', intensity: 3 })
		await code(ben, 1, 'infrastructure', { start: 2, end: 9 })

		// Blind: the server gives a coder their own codings only, and nobody all of them.
		const own = await findOwnCodings(db, sample.id, ben)
		assert.deepEqual(new Set(own.map(({ coderId }) => coderId)), new Set([ben]))
		await assert.rejects(findAllCodings(db, sample), { code: 'sample-still-coding' })
		await assert.rejects(settleSample(db, { slug, coderId: anna, at }), { code: 'sample-not-comparing' })

		assert.deepEqual(await finishCoding(db, { sampleId: sample.id, coderId: anna, at }), { allFinished: false })
		await assert.rejects(code(anna, 1, 'administration'), { code: 'sample-finished' })
		await goOnCoding(db, { sampleId: sample.id, coderId: anna })
		await finishCoding(db, { sampleId: sample.id, coderId: anna, at })
		await assert.rejects(findAllCodings(db, await findSample(db, slug)), { code: 'sample-still-coding' })
		assert.deepEqual(await finishCoding(db, { sampleId: sample.id, coderId: ben, at }), { allFinished: true })
		await assert.rejects(finishCoding(db, { sampleId: sample.id, coderId: ben, at }), { code: 'sample-not-coding' })

		sample = await findSample(db, slug)
		assert.equal(sample.isCoded, true)
		const { compared } = await findCompared(db, sample)
		assert.deepEqual(
			disagreementsOf(compared).map(({ unitId, themeId, givenBy }) => [unitId, themeId, givenBy]),
			[
				[units[1]!.id, themeIds['community'], [anna]],
				[units[1]!.id, themeIds['infrastructure'], [ben]],
				[units[2]!.id, themeIds['administration'], [anna]],
			],
		)
		const { overall, sameThemes, byPair } = await compareCodings(compared, setImmediate)
		assert.equal(overall.figures.percent.value, 6 / 9)
		assert.equal(sameThemes.value, 1 / 3)
		assert.equal(byPair.length, 1)

		await assert.rejects(settleSample(db, { slug, coderId: anna, at }), {
			code: 'sample-undecided',
			facts: { open: 3 },
		})
		const decide = (unit: number, theme: string, applies: boolean, note = '', noteToRule = false) =>
			decideUnit(db, {
				slug,
				unitId: units[unit]!.id,
				verdicts: [{ themeId: themeIds[theme]!, applies, note }],
				noteToRule,
				coderId: ben,
				at,
			})
		await decide(1, 'community', false, 'Fahrdienste unter Nachbarn zählen als Grundversorgung.', true)
		await decide(1, 'community', false, 'Fahrdienste unter Nachbarn zählen als Grundversorgung.', true)
		await decide(1, 'infrastructure', true)
		await decide(2, 'administration', true)
		const [taught] = await db.select().from(themes).where(eq(themes.id, themeIds['community']!))
		assert.equal(taught!.codingRule, 'Fahrdienste unter Nachbarn zählen als Grundversorgung.')
		assert.equal((await db.select().from(themeChanges)).length, 1)

		assert.equal(await settleSample(db, { slug, coderId: ben, at }), 3)
		const live = () => db.select().from(codings).where(isNull(codings.removedAt))
		const settled = await live()
		const first = settled.find(({ themeId }) => themeId === themeIds['community'])!
		// Whole contribution, equal words; the first coder's direction in a tie, the middle weight rounded up.
		assert.deepEqual([first.quote, first.stance, first.intensity], [units[0]!.text, 'wish', 3])
		assert.equal(settled.find(({ themeId }) => themeId === themeIds['infrastructure'])!.quote.length, 7)
		await assert.rejects(reopenSample(db, { slug, coderId: anna, at }), { code: 'sample-settled-by-another' })
		await reopenSample(db, { slug, coderId: ben, at })
		assert.equal((await live()).length, 0)
		assert.equal((await findSample(db, slug)).state, 'comparing')
		await assert.rejects(discardSample(db, { slug, coderId: ben, mayAll: false }), { code: 'sample-drawn-by-another' })
		await discardSample(db, { slug, coderId: anna, mayAll: false })
		await assert.rejects(findSample(db, slug), { code: 'sample-unknown' })
	}))

test('only who was chosen codes a sample, and a sample needs two who can', () =>
	inCafe(async (db, cafe) => {
		const { anna, ben, themeIds } = cafe
		await assert.rejects(drawn(db, cafe, { coderIds: [anna, anna] }), { code: 'sample-needs-two-coders' })
		await assert.rejects(drawn(db, cafe, { title: ' ' }), { code: 'sample-title-missing' })
		await assert.rejects(drawn(db, cafe, { size: 1 }), { code: 'sample-size-impossible' })
		await drawn(db, cafe)
		const { slug } = await drawn(db, cafe)
		assert.equal(slug, 'erste-probe-2')
		const sample = await findSample(db, slug)
		const [unit] = await findUnits(db, sample.id)
		const cem = await coderByName(db, { kind: 'human', name: 'Cem' })
		const coding = { unitId: unit!.id, themeId: themeIds['community']!, stance: 'helps', intensity: 1, at } as const
		await assert.rejects(codeUnit(db, { ...coding, coderId: cem }), { code: 'sample-not-yours' })
		await assert.rejects(codeUnit(db, { ...coding, coderId: anna, end: 5000 }), { code: 'passage-empty' })
		await assert.rejects(codeUnit(db, { ...coding, coderId: anna, intensity: 4 }), { code: 'intensity-unknown' })
		await codeUnit(db, { ...coding, coderId: anna })
		const [own] = await findOwnCodings(db, sample.id, anna)
		await removeUnitCoding(db, { codingId: own!.id, unitId: unit!.id, coderId: ben })
		assert.equal((await findOwnCodings(db, sample.id, anna)).length, 1)
		await removeUnitCoding(db, { codingId: own!.id, unitId: unit!.id, coderId: anna })
		assert.equal((await findOwnCodings(db, sample.id, anna)).length, 0)
	}))

test('the machine codes from its suggestions, blind like everybody, and only where there are some', () =>
	inCafe(async (db, cafe) => {
		const machine = await coderByName(db, { kind: 'machine', name: 'Vorschläge' })
		const withMachine = { coderIds: [cafe.anna, machine] }
		await assert.rejects(drawn(db, cafe, withMachine), { code: 'machine-has-no-suggestions' })
		const [voice] = await db.select({ id: voices.id }).from(voices).where(eq(voices.position, 1))
		await db
			.insert(suggestions)
			.values({ voiceId: voice!.id, themeId: cafe.themeIds['community']!, coderId: machine, probability: 0.8 })
		const { slug } = await drawn(db, cafe, { ...withMachine, title: 'Mit Maschine' })
		const sample = await findSample(db, slug)
		assert.deepEqual(
			sample.coders.map(({ kind, isFinished }) => [kind, isFinished]),
			[
				['human', false],
				['machine', true],
			],
		)
		await finishCoding(db, { sampleId: sample.id, coderId: cafe.anna, at })
		assert.equal((await findAllCodings(db, await findSample(db, slug))).length, 1)
	}))

test('whoever withdraws or is restricted is in no sample any more, and blind codings keep lying on their words', () =>
	inCafe(async (db, cafe) => {
		const { anna, themeIds, speakerIds } = cafe
		const { slug } = await drawn(db, cafe)
		const sample = await findSample(db, slug)
		const units = await findUnits(db, sample.id)
		const nurse = units.find(({ text }) => text.includes('Gemeindeschwester'))!
		const start = Array.from(nurse.text.slice(0, nurse.text.indexOf('die wusste'))).length
		const coding = { themeId: themeIds['community']!, coderId: anna, stance: 'helps', intensity: 1, at } as const
		await codeUnit(db, { ...coding, unitId: nurse.id, start, end: start + 10 })
		const name = Array.from(cafe.text.slice(0, cafe.text.indexOf('Gemeindeschwester'))).length
		await rewriteTranscript(db, {
			conversationId: cafe.conversationId,
			replacements: [{ start: name, end: name + 17, text: '[Person 1]' }],
			at,
		})
		const [moved] = await findOwnCodings(db, sample.id, anna)
		const { text } = (await findUnits(db, sample.id)).find(({ id }) => id === nurse.id)!
		assert.equal(Array.from(text).slice(moved!.start, moved!.end).join(''), 'die wusste')

		await db.update(speakers).set({ restrictedAt: at }).where(eq(speakers.id, speakerIds['B7']!))
		assert.equal((await findUnits(db, sample.id)).length, 1)
		assert.equal((await findSample(db, slug)).units, 1)
		await withdrawConsent(db, { speakerId: speakerIds['B3']!, channel: 'analyse', at })
		assert.equal((await findUnits(db, sample.id)).length, 0)
		assert.equal((await db.select().from(agreementCodings)).length, 0)
	}))
