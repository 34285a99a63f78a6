/** What somebody takes back is gone from everything that was ever published. */
import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { announcements, files } from '#platform/tables.ts'
import { asOwner, freshDatabase } from '#platform/database/fresh-database.ts'
import { inMunicipality } from '#platform/database/database.ts'
import { findMunicipality } from '#people/find-municipality.ts'
import { auditEntries } from '#people/tables.ts'
import { withdrawConsent } from '#listening/withdraw-consent.ts'
import { quotes } from '#focusing/tables.ts'
import { codings } from '#understanding/tables.ts'
import { changeCoding } from '#understanding/coding/change-coding.ts'
import { withdrawQuote } from '#focusing/withdraw-quote.ts'
import { hashOf } from './edition-hash.ts'
import { findArtefact, keepArtefact } from './render-edition.ts'
import { findEdition, findEditions, findLiveEdition } from './find-edition.ts'
import { holdFlaggedQuotes } from './hold-flagged-quotes.ts'
import { noteEditionQuotes } from './note-edition-quotes.ts'
import { printReport } from './print-report.ts'
import { freeze, PRINTED, publishedTown, type PublishedTown } from './sample.ts'
import { artefacts, editionQuotes } from './tables.ts'

await import('#focusing/reactions.ts')
await import('./reactions.ts')

const database = await freshDatabase()
/** The embedded database holds one municipality: each test has a database of its own there. */
const place = async () => publishedTown(database.engine === 'postgres' ? database : await freshDatabase(), next())
let towns = 0
const next = () => `quellheim-${(towns += 1)}`

const withdraw = ({ inTown, speakers }: PublishedTown, channel: 'quote' | 'analyse' = 'quote') =>
	inTown((db) => withdrawConsent(db, { speakerId: speakers.B1, channel, at: new Date() }))

const print = async ({ inTown }: PublishedTown, format: 'pdf' | 'html' = 'html') => {
	const municipality = await inTown(findMunicipality)
	return printReport(inTown, { municipality, format })
}

test('words taken back leave the live edition and every earlier one, and the editions say that they were revised', async () => {
	const town = await place()
	await town.inTown((db) => freeze(db, town.roundId))
	await town.inTown(async (db) => {
		const [newest, first] = await findEditions(db)
		assert.deepEqual([newest?.number, first?.number, newest?.revision, first?.revisedOn], [2, 1, 0, null])
	})
	await withdraw(town)
	await town.inTown(async (db) => {
		for (const number of [1, 2]) {
			const edition = await findEdition(db, number)
			assert.doesNotMatch(JSON.stringify(edition), /Beerdigung|im Laden erfahren/)
			assert.equal(edition.hash, hashOf(edition.content))
			assert.equal(edition.revision, 1)
			assert.match(edition.revisedOn!, /^\d{4}-\d{2}-\d{2}$/)
			const [dossier] = edition.content.dossiers
			assert.deepEqual(dossier!.quotes, [])
			assert.deepEqual(dossier!.analysis, [{ text: 'Mit dem Laden ging ein Treffpunkt.', evidence: 1, quoteIds: [] }])
		}
		assert.equal(await db.$count(editionQuotes, eq(editionQuotes.speakerId, town.speakers.B1)), 0)
		assert.equal(await db.$count(announcements, eq(announcements.kind, 'edition-revised')), 2)
	})
})

test('bands stay as they were printed, so that the difference gives nobody away', async () => {
	const town = await place()
	const before = (await town.inTown(findLiveEdition))!.content
	await withdraw(town, 'analyse')
	const after = (await town.inTown(findLiveEdition))!.content
	assert.deepEqual(after.themes, before.themes)
	assert.deepEqual(after.listening, before.listening)
	assert.deepEqual(after.dossiers[0]!.bands, before.dossiers[0]!.bands)
})

test('taking back twice revises once, and taking back what nobody printed revises nothing', async () => {
	const town = await place()
	await town.inTown((db) => withdrawConsent(db, { speakerId: town.speakers.B2, channel: 'analyse', at: new Date() }))
	assert.equal((await town.inTown(findLiveEdition))!.revision, 0)
	await withdraw(town, 'quote')
	await withdraw(town, 'analyse')
	assert.equal((await town.inTown(findLiveEdition))!.revision, 1)
})

test('words that had long left the dossier still leave the editions that printed them', async () => {
	const town = await place()
	await town.inTown((db) => withdrawQuote(db, { quoteId: town.quoteId, by: null, at: new Date() }))
	assert.match(JSON.stringify(await town.inTown(findLiveEdition)), /Beerdigung/)
	await withdraw(town)
	assert.doesNotMatch(JSON.stringify(await town.inTown(findLiveEdition)), /Beerdigung/)
})

test('words found to tell of somebody’s health leave what was printed, unless a second person confirms them or the flag was a slip', async () => {
	const flag = ({ inTown, codings }: PublishedTown, specialCategory: 'health' | null) =>
		inTown((db) => changeCoding(db, { codingId: codings.shop, change: { specialCategory } }))
	const hold = ({ inTown, codings }: PublishedTown) =>
		inTown((db) => holdFlaggedQuotes(db, { codingId: codings.shop, at: new Date() }))
	const live = async ({ inTown }: PublishedTown) => JSON.stringify(await inTown(findLiveEdition))

	const town = await place()
	const confirm = (specialConfirmedAt: Date | null) =>
		town.inTown((db) => db.update(quotes).set({ specialConfirmedAt }).where(eq(quotes.id, town.quoteId)))
	await flag(town, 'health')
	assert.match(await live(town), /Beerdigung/, 'nothing changes at once')
	const queued = await asOwner(database, `select 1 from pgboss.job where name = 'hold-flagged-quotes'`)
	assert.ok(database.engine === 'embedded' || queued.length > 0)
	await flag(town, null)
	await hold(town)
	assert.match(await live(town), /Beerdigung/, 'a slip')
	await confirm(new Date())
	await town.inTown((db) => {
		// Somebody else sees it differently, so that the label does not tell where a whole group stands.
		const otherView = { isSensitive: true, themeId: town.themes.infrastructure, stance: 'wish' as const }
		return db.update(codings).set(otherView).where(eq(codings.quote, 'Der Chor singt noch.'))
	})
	await flag(town, 'health')
	await hold(town)
	assert.match(await live(town), /Beerdigung/, 'confirmed')
	assert.equal((await town.inTown(findLiveEdition))!.revision, 0)
	await confirm(null)

	const left = await place()
	await left.inTown((db) => withdrawQuote(db, { quoteId: left.quoteId, by: null, at: new Date() }))
	await flag(left, 'health')
	for (const one of [town, left]) {
		await hold(one)
		assert.doesNotMatch(await live(one), /Beerdigung/)
		assert.equal((await one.inTown(findLiveEdition))!.revision, 1)
		const done = await one.inTown((db) => db.select({ act: auditEntries.act }).from(auditEntries))
		assert.ok(done.some(({ act }) => act === 'special-quote-taken-out'))
	}
})

test('an edition that came without a note of who is quoted gets one', async () => {
	const town = await place()
	await town.inTown(async (db) => {
		await db.delete(editionQuotes)
		await noteEditionQuotes(db)
		const [row] = await db.select().from(editionQuotes).where(eq(editionQuotes.quoteId, town.quoteId))
		assert.deepEqual([row?.quoteId, row?.speakerId], [town.quoteId, town.speakers.B1])
	})
})

test('the printed forms of before are deleted with their bytes, and new ones say that words are missing', async () => {
	const town = await place()
	const before = await print(town)
	assert.match(new TextDecoder().decode(before.bytes), new RegExp(PRINTED))
	assert.ok(await town.inTown((db) => findArtefact(db, town.editionId, 'html')))
	await withdraw(town)
	await town.inTown(async (db) => {
		assert.equal(await db.$count(artefacts), 0)
		assert.equal(await db.$count(files), 0)
	})
	const after = new TextDecoder().decode((await print(town)).bytes)
	assert.doesNotMatch(after, /Beerdigung/)
	assert.match(after, /überarbeitet am/)
	assert.match(after, /Auf Wunsch von Menschen, die gesprochen haben/)
	assert.match(after, /Ausgabe 1, 2\. Fassung/)
})

test('a report that was being set while words were taken out is not kept and not handed out', async () => {
	const town = await place()
	const edition = (await town.inTown(findLiveEdition))!
	await withdraw(town)
	const old = new TextEncoder().encode(PRINTED)
	assert.equal(await town.inTown((db) => keepArtefact(db, edition, 'html', old)), false)
	assert.equal(await town.inTown((db) => db.$count(files)), 0)
})

test(
	'publishing and taking back at the same moment: taking back wins, whichever comes first',
	{ skip: database.engine === 'embedded' },
	async () => {
		for (const first of ['publishing', 'taking back']) {
			const town = await place()
			const publish = (waits: number) =>
				inMunicipality(database, town.municipalityId, async (db) => {
					await freeze(db, town.roundId)
					await sleep(waits)
				})
			const takeBack = (waits: number) =>
				inMunicipality(database, town.municipalityId, async (db) => {
					await withdrawConsent(db, { speakerId: town.speakers.B1, channel: 'quote', at: new Date() })
					await sleep(waits)
				})
			const one = first === 'publishing' ? publish(300) : takeBack(300)
			await sleep(100)
			await Promise.all([one, first === 'publishing' ? takeBack(0) : publish(0)])
			const live = (await town.inTown(findLiveEdition))!
			assert.equal(live.number, 2)
			assert.doesNotMatch(JSON.stringify(live), /Beerdigung/, `${first} first`)
		}
	},
)
