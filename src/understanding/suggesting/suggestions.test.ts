import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { inMunicipality, type MunicipalityDatabase } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { restrictSpeaker } from '#listening/restrict-speaker.ts'
import { withdrawConsent } from '#listening/withdraw-consent.ts'
import { recordCodings } from '../coding/record-codings.ts'
import { sampleConversation, sampleTown, type SampleConversation } from '../sample.ts'
import { suggestionModels, suggestions } from '../suggesting.tables.ts'
import { codings, themes } from '../tables.ts'
import { decideSuggestions, undoDecision } from './decide-suggestions.ts'
import { findSuggestedConversations, findSuggestionModel, findSuggestions } from './find-suggestions.ts'
import { learnSuggestions } from './learn-suggestions.ts'
import { changeSuggestingSettings } from './suggesting-settings.ts'

await import('#listening/reactions.ts')
await import('../reactions.ts')

const AT = new Date('2025-06-01T09:00:00Z')
const ALL = { limit: 1000 }

const SHOPS = ['Laden', 'Supermarkt', 'Bäcker', 'Markt am Samstag', 'Dorfladen', 'Hofladen']
const CLUBS = ['Verein', 'Chor', 'Feuerwehr', 'Sportverein', 'Gesangverein', 'Heimatverein']

/** Everybody speaks of shops and clubs in turns; the last two turns are for the machine. */
function talk() {
	const turns = SHOPS.flatMap((shop, n) => [
		{ by: 'B3', text: `Der ${shop} fehlt uns hier im Ort sehr.` },
		{ by: 'B7', text: `Im ${CLUBS[n]} helfen noch immer viele mit.` },
	])
	return [...turns, { by: 'B3', text: 'Ein Laden fehlt uns.' }, { by: 'B7', text: 'Viele helfen im Verein mit.' }]
}

/** Codes all turns but the last two as a person would. */
async function codeAll(db: MunicipalityDatabase, { transcriptId, starts, themeIds, coderId }: SampleConversation) {
	const turns = talk()
	const given = turns.slice(0, -2).map(({ by, text }, n) => ({
		transcriptId,
		coderId,
		start: starts[n]!,
		end: starts[n]! + Array.from(text).length,
		themeId: themeIds[by === 'B3' ? 'infrastructure' : 'community']!,
	}))
	await recordCodings(db, { codings: given, at: AT })
}

test('the machine proposes what people would code, says why, and counts nowhere until somebody accepts', async () => {
	const database = await freshDatabase()
	const town = await sampleTown(database)
	const inTown = <Result>(work: (db: MunicipalityDatabase) => Promise<Result>) => inMunicipality(database, town, work)

	const first = await inTown((db) => sampleConversation(db, { sampleTurns: talk() }))
	const second = await inTown((db) => sampleConversation(db, { slug: 'zweites', sampleTurns: talk() }))
	await inTown(async (db) => {
		await codeAll(db, first)
		await codeAll(db, second)
		const keywords = ['Feuerwehr']
		await db.update(themes).set({ keywords }).where(eq(themes.slug, 'administration'))
	})

	const learned = await learnSuggestions(database, town, AT)
	assert.equal(learned!.report.examples, 24)
	assert.ok(learned!.report.isMeasured && learned!.report.themes[first.themeIds['community']!]!.precision! > 0.8)
	assert.equal(learned!.report.themes[first.themeIds['administration']!]!.isLearned, false)

	const { suggestions: found } = await inTown((db) => findSuggestions(db, { ...ALL, from: 0.5 }))
	const shop = found.find(({ text }) => text === 'Ein Laden fehlt uns.')!
	assert.equal(shop.theme.slug, 'infrastructure')
	assert.ok(shop.because.some((word) => ['Laden', 'fehlt', 'uns'].includes(word)))
	assert.equal(found.length, 4, 'nothing is proposed that people coded already')
	const [conversation] = await inTown(findSuggestedConversations)
	assert.equal(conversation!.slug, 'erzaehlcafe')
	const there = await inTown((db) => findSuggestions(db, { ...ALL, conversation: 'erzaehlcafe' }))
	assert.equal(there.total, conversation!.count)

	const byKeyword = await inTown((db) => findSuggestions(db, { ...ALL, themeId: first.themeIds['administration'] }))
	assert.deepEqual(byKeyword.suggestions[0]!.because, ['feuerwehr'])
	assert.equal(byKeyword.suggestions[0]!.probability, null)

	const before = await inTown((db) => db.$count(codings))
	const ids = found.map(({ id }) => id)
	const by = { coderId: first.coderId, at: AT }
	const step = await inTown((db) => decideSuggestions(db, { suggestionIds: ids, decision: 'accept', ...by }))
	assert.equal(step.count, 4)
	const own = await inTown((db) => db.select().from(codings).where(eq(codings.quote, 'Ein Laden fehlt uns.')))
	assert.deepEqual(
		own.map(({ coderId, themeId }) => [coderId, themeId]),
		[0, 1].map(() => [first.coderId, first.themeIds['infrastructure']]),
	)
	await assert.rejects(
		inTown((db) => decideSuggestions(db, { suggestionIds: ids, decision: 'reject', ...by })),
		{ code: 'suggestion-gone' },
	)

	await inTown((db) => undoDecision(db, { stepId: step.stepId, ...by }))
	assert.equal(await inTown((db) => db.$count(codings, sql`removed_at is null`)), before)
	await inTown((db) => decideSuggestions(db, { suggestionIds: [shop.id], decision: 'reject', ...by }))
	await learnSuggestions(database, town, AT)
	const again = await inTown((db) => findSuggestions(db, { ...ALL, from: 0.5 }))
	assert.ok(again.total > 0)
	assert.ok(
		!again.suggestions.some(({ voiceId }) => voiceId === shop.voiceId),
		'what was rejected is not proposed again',
	)
	const teaching = await inTown((db) => findSuggestions(db, { limit: 20, order: 'teaching' }))
	assert.ok(teaching.total > 0)

	await forgetsWhoLeaves(inTown, first, second)
	assert.equal(await inTown((db) => db.$count(suggestionModels)), 0)
	const without = await learnSuggestions(database, town, AT)
	assert.equal(without!.report.examples, 12, 'only those who still agree are learned from')

	const settings = { endpoint: '', endpointModel: '', by: 'ana', at: AT }
	await inTown((db) => changeSuggestingSettings(db, { ...settings, isOn: false }))
	assert.equal(await learnSuggestions(database, town, AT), undefined)
	assert.equal(await inTown((db) => db.$count(suggestions, eq(suggestions.state, 'open'))), 0)
	assert.equal(await inTown(findSuggestionModel), undefined)
	await assert.rejects(
		inTown((db) => changeSuggestingSettings(db, { ...settings, isOn: true, endpoint: 'file:///etc/passwd' })),
		{ code: 'endpoint-invalid' },
	)
})

/** One withdraws, another's words are restricted: both are learned from no more, and nothing of theirs is proposed. */
async function forgetsWhoLeaves(
	inTown: <Result>(work: (db: MunicipalityDatabase) => Promise<Result>) => Promise<Result>,
	first: SampleConversation,
	second: SampleConversation,
) {
	const B3 = first.speakerIds['B3']!
	const B7 = second.speakerIds['B7']!
	await inTown((db) => withdrawConsent(db, { speakerId: B3, channel: 'analyse', at: AT }))
	await inTown((db) => restrictSpeaker(db, { speakerId: B7, by: 'receipt', at: AT }))
	const { rows } = await inTown((db) =>
		db.execute<{ count: number }>(sql`
			select count(*)::int as count from suggestion join voice on voice.id = suggestion.voice_id
			where voice.speaker_id in (${B3}, ${B7})`),
	)
	assert.equal(rows[0]!.count, 0)
}
