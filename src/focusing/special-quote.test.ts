import assert from 'node:assert/strict'
import { test } from 'node:test'
import { and, eq } from 'drizzle-orm'
import { inInstallation } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { accounts, memberships } from '#people/account.tables.ts'
import { auditEntries } from '#people/tables.ts'
import { changeCoding } from '#understanding/coding/change-coding.ts'
import { codePassage } from '#understanding/coding/code-passage.ts'
import { coders, codings } from '#understanding/tables.ts'
import { findDossier } from './find-dossier.ts'
import { findCitedPassages } from './find-evidence.ts'
import { findSpecialQuotes } from './find-special-quotes.ts'
import { openFocusTheme } from './open-focus-theme.ts'
import { pickQuote } from './pick-quote.ts'
import { sampleTown } from './sample.ts'

const NOON = new Date('2025-12-01T11:00:00Z')
const database = await freshDatabase()
const town = await sampleTown(database)
const [anna, clara] = ['anna', 'clara']
await inInstallation(database, (db) =>
	db.insert(accounts).values([anna!, clara!].map((id) => ({ id, name: id, email: `${id}@quellheim.example` }))),
)
const { id: focusThemeId } = await town.inTown(async (db) => {
	await db.insert(memberships).values([anna!, clara!].map((accountId) => ({ accountId, part: 'editor' as const })))
	await db.update(coders).set({ accountId: anna! }).where(eq(coders.name, 'Anna'))
	const wanted = { roundId: town.roundId, title: 'Laden', slug: 'laden', themeIds: [town.themes.infrastructure] }
	return openFocusTheme(db, wanted)
})

function pick(by: string | null, confirmsSpecial = false) {
	const wording = 'Früher hat man im Laden erfahren, wem es schlecht geht. […]'
	const quote = { focusThemeId, codingId: town.codings.shop, wording, publicLabel: 'Engagierte', at: NOON }
	return town.inTown((db) => pickQuote(db, { ...quote, by, confirmsSpecial }))
}

const printed = () => town.inTown(async (db) => (await findDossier(db, 'laden')).quotes.length)

test('a passage that turns out to tell of somebody’s health is printed no more until a second person says so', async () => {
	await pick(anna!)
	assert.equal(await printed(), 1)
	await town.inTown((db) => changeCoding(db, { codingId: town.codings.shop, change: { specialCategory: 'health' } }))
	assert.equal(await printed(), 0)
	const special = () => town.inTown((db) => findSpecialQuotes(db, focusThemeId))
	const [waiting] = await special()
	assert.deepEqual([waiting!.codingId, waiting!.categories, waiting!.confirmed], [town.codings.shop, ['health'], null])
	const [passage] = await town.inTown((db) => findCitedPassages(db, [town.codings.shop]))
	assert.deepEqual(passage!.special, ['health'])

	await assert.rejects(pick(anna!, true), { code: 'special-needs-second-person' })
	await assert.rejects(pick(null, true), { code: 'special-needs-second-person' })
	await assert.rejects(pick(clara!), { code: 'special-unconfirmed' })
	await pick(clara!, true)
	assert.equal(await printed(), 1)
	assert.deepEqual((await special())[0]!.confirmed, { by: 'clara', at: NOON })
	const noted = await town.inTown((db) =>
		db
			.select({ by: auditEntries.by })
			.from(auditEntries)
			.where(and(eq(auditEntries.act, 'special-quote-confirmed'))),
	)
	assert.deepEqual(noted, [{ by: clara }])
	await pick(anna!)
	assert.equal(await printed(), 1)
})

test('the same words under another theme do not get around the flag', async () => {
	const [other] = await town.inTown((db) => db.select().from(codings).where(eq(codings.id, town.codings.minibus)))
	const { id: codingId } = await town.inTown((db) =>
		codePassage(db, {
			transcriptId: other!.transcriptId,
			start: other!.start,
			end: other!.end - 5,
			themeId: town.themes.administration,
			coderId: other!.coderId,
			specialCategory: 'union',
			at: NOON,
		}),
	)
	const quote = {
		focusThemeId,
		codingId: town.codings.minibus,
		wording: 'Der Kleinbus vom [Verein] steht die ganze Woche in der Garage.',
		publicLabel: 'Engagierte',
		at: NOON,
	}
	const ask = (by: string) => town.inTown((db) => pickQuote(db, { ...quote, by }))
	await assert.rejects(ask(clara!), { code: 'special-unconfirmed' })
	await town.inTown((db) => changeCoding(db, { codingId, change: { specialCategory: null } }))
	await ask(clara!)
})
