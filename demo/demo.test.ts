/** The fictional municipality keeps the rules it is there to show. */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { FORMATS } from '#listening/vocabulary.ts'
import { firstDeviation } from '#focusing/quote-wording.rules.ts'
import { compareCodings, disagreementsOf } from '#understanding/agreeing/comparison.rules.ts'
import { findSamples } from '#understanding/agreeing/find-samples.ts'
import { findCompared, findVerdicts } from '#understanding/agreeing/settle-sample.ts'
import { findLiveEdition } from '#publishing/find-edition.ts'
import { freezeEdition } from '#publishing/freeze-edition.ts'
import { findThreads } from '#answering/find-thread.ts'
import { exportPackage } from '#publishing/package/export-package.ts'
import { importPackage } from '#publishing/package/import-package.ts'
import { readPackageFile } from '#publishing/package/read-package-file.ts'
import '../src/reactions.ts'
import { idOf } from './conversation-rows.ts'
import { readDemoPackage } from './demo-package.ts'
import { loadDemo } from './load-demo.ts'

const { content } = readDemoPackage('2026-11-22')
const rows = (name: keyof typeof content.rows) => content.rows[name] ?? []

/** Filled once for all tests: what they change (a second edition) none of the others asks about. */
const database = await freshDatabase()
const municipalityId = await loadDemo(database, new Date('2026-11-22T10:00:00Z'), 'soon')

test('Birkenrode is said to be invented and is large enough to try everything on', () => {
	assert.equal(content.municipality.isFictional, true)
	const words = rows('transcripts').reduce((sum, { text }) => sum + String(text).split(/\s+/).length, 0)
	assert.ok(words >= 25_000, `${words} words`)
	const formats = Map.groupBy(rows('conversations'), ({ format }) => String(format))
	assert.ok(rows('conversations').length >= 16)
	assert.deepEqual([...formats.keys()].toSorted(), FORMATS.toSorted())
	assert.ok(rows('speakers').filter(({ isModerator }) => !isModerator).length >= 150)
	assert.ok(rows('codings').length >= 600)
	const byTheme = Map.groupBy(rows('codings'), ({ themeId }) => themeId)
	for (const { id, slug } of rows('themes')) assert.ok(byTheme.get(id)!.length >= 20, String(slug))
	for (const { id, name } of rows('coders')) assert.ok(rows('codings').some(({ coderId }) => coderId === id), String(name))
	assert.equal(rows('focusThemes').length, 6)
	assert.equal(rows('perspectives').length, 7)
	assert.ok(rows('initiatives').length >= 6)
	assert.ok(rows('answers').some(({ kind }) => kind === 'decided-no'))
})

test('nobody is coded who did not allow it, and nobody quoted who did not allow that', () => {
	const allowed = (channel: string) => new Set(rows('consents').filter((consent) => consent['channel'] === channel).map(({ speakerId }) => speakerId))
	const speakerOfVoice = new Map(rows('voices').map(({ id, speakerId }) => [id, speakerId]))
	const voiceOfCoding = new Map(rows('codings').map(({ id, voiceId }) => [id, voiceId]))
	const mayBeAnalysed = allowed('analyse')
	const mayBeQuoted = allowed('quote')
	for (const { voiceId } of [...rows('codings'), ...rows('agreementUnits')]) assert.ok(mayBeAnalysed.has(speakerOfVoice.get(voiceId)))
	for (const { codingId } of rows('quotes')) assert.ok(mayBeQuoted.has(speakerOfVoice.get(voiceOfCoding.get(codingId))))
})

test('two people of Birkenrode read the same words unseen, differ here and there, and have settled part of it', async () => {
	await inMunicipality(database, municipalityId, async (db) => {
		const [sample] = await findSamples(db)
		assert.ok(sample!.units >= 25 && sample!.coders.length === 2 && sample!.coders.every(({ isFinished }) => isFinished))
		const { compared } = await findCompared(db, sample!)
		const { overall } = await compareCodings(compared, setImmediate)
		const alpha = overall.figures.alpha.value!
		assert.ok(alpha > 0.6 && alpha < 0.95, `alpha ${alpha}`)
		const differing = disagreementsOf(compared)
		const decided = await findVerdicts(db, sample!.id)
		assert.ok(decided.length > 0 && decided.length < differing.length, `${decided.length} of ${differing.length} decided`)
		const isDisputed = new Set(differing.map(({ unitId, themeId }) => `${unitId} ${themeId}`))
		for (const { unitId, themeId, note } of decided) assert.ok(isDisputed.has(`${unitId} ${themeId}`), note)
	})
})

test('every quote equals what was said, but for what is marked', () => {
	const passage = new Map(rows('codings').map(({ id, quote }) => [id, String(quote)]))
	assert.ok(rows('quotes').length >= 30)
	for (const { codingId, wording } of rows('quotes')) assert.equal(firstDeviation(String(wording), passage.get(codingId)!), null, String(wording))
})

test('a day of the story stays the same day of the week when it is told later', () => {
	const later = readDemoPackage('2027-03-03').content
	const day = (one: typeof content) => Temporal.PlainDate.from(String(one.rows.initiatives![0]!['stateSince']))
	assert.equal(day(later).dayOfWeek, day(content).dayOfWeek)
	assert.equal(day(content).until(day(later), { largestUnit: 'day' }).days, 98)
})

test('the first edition of Birkenrode holds six whole dossiers, and no word of anybody beyond the cleared quotes', async () => {
	const edition = await inMunicipality(database, municipalityId, findLiveEdition)
	assert.equal(edition!.number, 1)
	for (const dossier of edition!.content.dossiers) {
		assert.ok(dossier.analysis.length > 0 && dossier.conclusion.length > 0 && dossier.quotes.length > 0, dossier.slug)
		assert.ok(dossier.guidingQuestion.endsWith('?') && dossier.fieldsOfAction.length > 0 && dossier.conditions.length === 5, dossier.slug)
		assert.ok(dossier.analysis.every(({ evidence }) => evidence > 0), dossier.slug)
	}
	const json = JSON.stringify(edition!.content)
	assert.ok(rows('memos').every(({ text }) => String(text).length < 40 || !json.includes(String(text))), 'no memo')
	assert.ok(rows('voices').every(({ text }) => String(text).length < 200 || !json.includes(String(text))), 'no whole contribution')
	await inMunicipality(database, municipalityId, async (db) => {
		const again = await freezeEdition(db, { roundId: idOf('round', 'birkenrode-hoert-zu'), title: 'Zweite', by: null, today: '2026-11-22', at: new Date() })
		assert.equal(again.number, 2)
		await assert.rejects(freezeEdition(db, { roundId: idOf('round', 'birkenrode-hoert-zu'), title: ' ', by: null, today: '2026-11-22', at: new Date() }), { code: 'edition-title-missing' })
	})
})

test('a voice of Birkenrode can be followed from its words to the answers', async () => {
	const coded = String(rows('codings').find(({ themeId }) => themeId === idOf('theme', 'infrastructure'))!['voiceId'])
	const [thread] = await inMunicipality(database, municipalityId, (db) => findThreads(db, { voiceIds: [coded], today: '2026-11-22' }))
	assert.ok(thread!.codings.length > 0 && thread!.focusThemes.length > 0 && thread!.initiatives.length > 0 && thread!.answers.length > 0)
})

test('Birkenrode leaves in a package and comes back whole, edition included', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'gehoert-demo-'))
	after(() => rm(folder, { recursive: true }))
	const there = await freshDatabase()
	await exportPackage(database, municipalityId, join(folder, 'one.gehoert'))
	const first = await readPackageFile(join(folder, 'one.gehoert'))
	await importPackage(there, first.content, first.sources)
	await exportPackage(there, municipalityId, join(folder, 'two.gehoert'))
	const second = await readPackageFile(join(folder, 'two.gehoert'))
	assert.deepEqual(second.content, first.content)
	assert.deepEqual([...second.sources.keys()], [...first.sources.keys()])
})
