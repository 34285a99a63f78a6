import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { consents } from '#listening/tables.ts'
import { findDossier } from './find-dossier.ts'
import { findEvidence } from './find-evidence.ts'
import { openFocusTheme } from './open-focus-theme.ts'
import { pickQuote } from './pick-quote.ts'
import { sampleTown } from './sample.ts'
import { quotes } from './tables.ts'
import { withdrawQuote, withdrawQuotesOfSpeaker } from './withdraw-quote.ts'

const town = await sampleTown(await freshDatabase())
const { id: focusThemeId } = await town.inTown((db) =>
	openFocusTheme(db, {
		roundId: town.roundId,
		title: 'Versorgung',
		slug: 'versorgung',
		themeIds: [town.themes.administration],
	}),
)

function pick(given: Partial<Parameters<typeof pickQuote>[1]>) {
	const quote = {
		focusThemeId,
		codingId: town.codings.minibus,
		wording: 'Der Kleinbus vom [Verein] steht die ganze Woche in der Garage.',
		publicLabel: 'Engagierte',
		by: null,
		at: new Date('2025-12-01T11:00:00Z'),
	}
	return town.inTown((db) => pickQuote(db, { ...quote, ...given }))
}

const quoted = () => town.inTown(async (db) => (await findDossier(db, 'versorgung')).quotes)

test('a quote is printed as it was said, with marked omissions and replacements', async () => {
	await pick({})
	await pick({ wording: 'Der Kleinbus […] steht […] in der Garage.' })
	const printed = await quoted()
	assert.deepEqual(
		printed.map(({ wording, publicLabel }) => [wording, publicLabel]),
		[['Der Kleinbus […] steht […] in der Garage.', 'Engagierte']],
	)
	const evidence = await town.inTown((db) => findEvidence(db, focusThemeId))
	assert.ok(
		evidence.some(({ codingId }) => codingId === town.codings.minibus),
		'an answer will reach who is quoted',
	)
	await assert.rejects(pick({ wording: 'Der Bus steht in der Garage.' }), {
		code: 'quote-wording-differs',
		facts: { position: 5 },
	})
	await assert.rejects(pick({ wording: '[…]' }), { code: 'quote-wording-missing' })
})

test('nobody is quoted who did not allow it, and nobody under a label that gives them away', async () => {
	await assert.rejects(pick({ codingId: town.codings.bus, wording: 'Der Bus fährt zweimal am Tag.' }), {
		code: 'quote-not-allowed',
	})
	await assert.rejects(pick({ publicLabel: 'Ortsbürgermeisterin' }), { code: 'label-too-fine' })
	await assert.rejects(pick({ publicLabel: '  ' }), { code: 'quote-label-missing' })
	await assert.rejects(pick({ codingId: town.roundId }), { code: 'citation-unknown' })
})

test('a quote can be taken out of the dossier, once', async () => {
	const { id } = await pick({
		codingId: town.codings.shop,
		wording: 'Früher hat man im Laden erfahren, wem es schlecht geht. […]',
	})
	await town.inTown((db) => withdrawQuote(db, { quoteId: id }))
	assert.equal((await quoted()).length, 1)
	await assert.rejects(
		town.inTown((db) => withdrawQuote(db, { quoteId: id })),
		{ code: 'quote-unknown' },
	)
})

test('whoever withdraws consent disappears from the dossier', async () => {
	assert.equal((await quoted()).length, 1)
	await town.inTown((db) =>
		db.update(consents).set({ withdrawnAt: new Date() }).where(eq(consents.speakerId, town.speakers.B1)),
	)
	assert.deepEqual(await quoted(), [], 'reading alone already leaves it out')
	await town.inTown((db) => withdrawQuotesOfSpeaker(db, { speakerId: town.speakers.B1 }))
	assert.deepEqual(await town.inTown((db) => db.select({ id: quotes.id }).from(quotes)), [])
})
