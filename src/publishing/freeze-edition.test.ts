import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq, ne } from 'drizzle-orm'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { auditEntries } from '#people/tables.ts'
import { consents } from '#listening/consent.tables.ts'
import { speakers } from '#listening/tables.ts'
import { withdrawConsent } from '#listening/withdraw-consent.ts'
import { pickQuote } from '#focusing/pick-quote.ts'
import { sectors } from '#people/tables.ts'
import { codings } from '#understanding/tables.ts'
import { quotes } from '#focusing/tables.ts'
import { draftEdition, type TablesWanted } from './draft-edition.ts'
import { findLiveEdition } from './find-edition.ts'
import { findMunicipality } from '#people/find-municipality.ts'
import { findLiveTables } from './find-live-tables.ts'
import { freezeEdition } from './freeze-edition.ts'
import { publishedTown, PRINTED, type PublishedTown } from './sample.ts'
import { readReport } from './render-edition.ts'
import { renderReportHtml } from './report/report-html.ts'
import { searchPublic } from './search-public.ts'
import { speakMany } from './sample-crowd.ts'

await import('#focusing/reactions.ts')
await import('./reactions.ts')

const NOON = new Date('2025-12-01T11:00:00Z')
const town: PublishedTown = await publishedTown(await freshDatabase())

function freeze(db: MunicipalityDatabase, tables?: TablesWanted) {
	const edition = { roundId: town.roundId, title: 'Quellheim hört zu', by: null, today: '2025-12-01', at: NOON }
	return freezeEdition(db, { ...edition, ...(tables ? { tables } : {}) })
}

const quotesNow = () =>
	town.inTown(async (db) => (await findLiveEdition(db))!.content.dossiers.flatMap(({ quotes }) => quotes))

const bandOfBus = () =>
	town.inTown(async (db) => {
		const { content } = (await findLiveEdition(db))!
		return content.themes.find(({ label }) => label.startsWith('Infrastruktur'))!.bands[0]
	})

test('when somebody takes their words back, those of others under the same label climb with it', async () => {
	assert.deepEqual([...new Set((await quotesNow()).map(({ label }) => label))], ['Engagierte'])
	const { B1 } = town.speakers
	await town.inTown((db) => withdrawConsent(db, { speakerId: B1, channel: 'quote', at: NOON }))
	assert.deepEqual(
		(await quotesNow()).map(({ label }) => label),
		['Engagierte', 'Engagierte', 'Engagierte'],
	)
	await town.inTown(async (db) => {
		const [other] = await db.select({ id: speakers.id }).from(speakers).where(eq(speakers.code, 'S1')).limit(1)
		await withdrawConsent(db, { speakerId: other!.id, channel: 'quote', at: NOON })
	})
	assert.deepEqual(await quotesNow(), [], 'two voices are too few under any label')
})

test('an office is named only as its holder agreed, is on record, and goes when they take it back', async () => {
	const { B2 } = town.speakers
	const mayor = {
		focusThemeId: town.focusThemeId,
		codingId: town.codings.bus,
		wording: 'Der Bus fährt zweimal am Tag.',
	}
	const pick = (db: MunicipalityDatabase) =>
		pickQuote(db, {
			...mayor,
			publicLabel: 'Ortsbürgermeisterin von Oberquell',
			isWithOffice: true,
			by: null,
			at: NOON,
		})
	const allow = (channel: 'quote' | 'quote-with-office') =>
		town.inTown((db) => db.insert(consents).values({ speakerId: B2, channel, given: 'on-paper' }))
	await allow('quote')
	await assert.rejects(town.inTown(pick), { code: 'quote-office-not-allowed' })
	await allow('quote-with-office')
	await town.inTown(pick)
	await town.inTown((db) => freeze(db))
	const [printed] = await quotesNow()
	assert.deepEqual([printed!.label, printed!.isWithOffice], ['Ortsbürgermeisterin von Oberquell', true])
	const acts = await town.inTown((db) => db.select({ act: auditEntries.act }).from(auditEntries))
	assert.ok(
		acts.some(({ act }) => act === 'office-printed') && acts.some(({ act }) => act === 'quote-cleared-with-office'),
	)
	await town.inTown((db) => withdrawConsent(db, { speakerId: B2, channel: 'quote-with-office', at: NOON }))
	assert.doesNotMatch(JSON.stringify(await town.inTown(findLiveEdition)), /Ortsbürgermeisterin/)
})

test('a quote no label may stand under is retold in our words, or missing, and the draft says which', async () => {
	const { codings: passages, focusThemeId } = town
	await town.inTown((db) =>
		pickQuote(db, {
			focusThemeId,
			codingId: passages.bus,
			wording: 'Der Bus fährt zweimal am Tag.',
			publicLabel: 'Bürgerin oder Bürger',
			paraphrase: 'Jemand findet, dass der Bus zu selten kommt.',
			by: null,
			at: NOON,
		}),
	)
	assert.equal(
		(await town.inTown((db) => draftEdition(db, town.roundId))).labelled.at(-1)!.label,
		'Bürgerin oder Bürger',
	)
	await town.inTown((db) => db.delete(quotes).where(ne(quotes.codingId, passages.bus)))
	const draft = await town.inTown((db) => draftEdition(db, town.roundId))
	assert.deepEqual(
		draft.content.dossiers[0]!.paraphrases?.map(({ text }) => text),
		['Jemand findet, dass der Bus zu selten kommt.'],
	)
	assert.ok(draft.labelled.some(({ label }) => label === null))
	assert.doesNotMatch(JSON.stringify(draft.content), new RegExp(PRINTED))
})

test('one new person who moves a word in a table stops the edition; the old tables, or waiting for more, let it go on', async () => {
	await town.inTown(async (db) => {
		const [sector] = await db.select({ id: sectors.id }).from(sectors)
		await speakMany(db, town, { people: 12, spoke: 4, sectorId: sector!.id })
		await freeze(db)
	})
	assert.equal(await bandOfBus(), 'several')
	await town.inTown(async (db) => {
		const [sector] = await db.select({ id: sectors.id }).from(sectors)
		await speakMany(db, town, { people: 5, spoke: 5, sectorId: sector!.id })
	})
	await assert.rejects(
		town.inTown((db) => freeze(db)),
		(refusal: { code: string; facts: { missing: number } }) =>
			refusal.code === 'edition-tells-too-much' && refusal.facts.missing === 5,
	)
	for (const from of ['where-safe', 'last'] as const) {
		await town.inTown((db) => freeze(db, { mode: 'bands', from }))
		assert.equal(await bandOfBus(), 'several', from)
	}
	await town.inTown(async (db) => {
		const [sector] = await db.select({ id: sectors.id }).from(sectors)
		await speakMany(db, town, { people: 10, spoke: 0, sectorId: sector!.id })
	})
	await town.inTown((db) => freeze(db))
	assert.equal(await bandOfBus(), 'many')
})

test('whoever speaks after an edition shows in no public table before the next one', async () => {
	const before = await town.inTown((db) => findLiveTables(db, 'district'))
	await town.inTown(async (db) => {
		const [sector] = await db.select({ id: sectors.id }).from(sectors)
		await speakMany(db, town, { people: 30, spoke: 30, sectorId: sector!.id })
	})
	for (const by of ['district', 'format', 'role', 'stance', 'sector'] as const)
		assert.equal((await town.inTown((db) => findLiveTables(db, by))).edition, before.edition)
	assert.deepEqual(await town.inTown((db) => findLiveTables(db, 'district')), before)
})

test('tables show numbers only from 150 people up, and never a small one', async () => {
	const numbers: TablesWanted = { mode: 'numbers', from: 'new' }
	await assert.rejects(
		town.inTown((db) => freeze(db, numbers)),
		(refusal: { code: string; facts: { minimum: number } }) =>
			refusal.code === 'edition-too-few-for-numbers' && refusal.facts.minimum === 150,
	)
	await town.inTown(async (db) => {
		const [sector] = await db.select({ id: sectors.id }).from(sectors)
		const more = await db
			.insert(sectors)
			.values([
				{ slug: 'business', label: { de: 'Wirtschaft' }, position: 1 },
				{ slug: 'church', label: { de: 'Kirche' }, position: 2 },
				{ slug: 'newcomers', label: { de: 'Neu' }, position: 3 },
			])
			.returning({ id: sectors.id })
		const [business, church, newcomers] = more.map(({ id }) => id) as [string, string, string]
		await speakMany(db, town, { people: 60, spoke: 20, sectorId: sector!.id })
		await speakMany(db, town, { people: 40, spoke: 3, sectorId: business })
		await speakMany(db, town, { people: 30, spoke: 12, sectorId: newcomers })
		await speakMany(db, town, { people: 4, spoke: 4, sectorId: church })
		await db.update(codings).set({ removedAt: null })
		await freeze(db, numbers)
	})
	const { content } = (await town.inTown(findLiveEdition))!
	assert.equal(content.tables!.mode, 'numbers')
	assert.equal(content.sectors.length, 3, 'a group of four is put together with another')
	const row = content.themes.find(({ label }) => label.startsWith('Infrastruktur'))!
	for (const number of [...row.numbers!, row.total]) assert.ok(number === null || number === 0 || number! >= 5)
	assert.ok(row.numbers!.filter((number) => number === null).length >= 2)
	assert.deepEqual(
		content.dossiers.map(({ bands }) => bands),
		content.dossiers.map(() => []),
	)
})

test('report, data, search and pages print the same words, numbers and labels, and nothing of what they stand on', async () => {
	const municipality = await town.inTown(findMunicipality)
	await town.inTown(async (db) => {
		const edition = (await findLiveEdition(db))!
		const { content } = edition
		const report = await readReport(db, { edition, municipality, today: '2025-12-01' })
		const html = await renderReportHtml(report)
		const search = await searchPublic(db, { query: 'Bus', content, today: '2025-12-01' })
		const matrix = await findLiveTables(db, 'sector')
		const shown = (number: number | null) => number ?? '·'
		for (const theme of content.themes) {
			const cells = [...theme.numbers!, theme.total!].map(shown)
			assert.deepEqual(report.crossThemes.themes.find(({ name }) => name === theme.label)!.numbers, cells.map(String))
			const row = new RegExp(`<th scope="row">${theme.label.split(' ')[0]} [^<]*</th>([^]*?)</tr>`).exec(html)![1]!
			const printed = [...row.matchAll(/<td[^>]*>([^<]*)</g)].map(([, cell]) => cell!.trim())
			assert.deepEqual(printed, cells.map(String))
			const { numbers, total } = matrix.rows.find((one) => one.theme.label === theme.label)!
			assert.deepEqual([...numbers!, total!].map(shown), cells)
		}
		const heard = await db.select({ id: speakers.id }).from(speakers)
		const everything = JSON.stringify([content, report, search, matrix]) + html
		assert.ok(heard.length > 150 && heard.every(({ id }) => !everything.includes(id)))
	})
})
