import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { withdrawConsent } from '#listening/withdraw-consent.ts'
import { findDossier } from './find-dossier.ts'
import { findEvidence } from './find-evidence.ts'
import { openFocusTheme } from './open-focus-theme.ts'
import { pickQuote } from './pick-quote.ts'
import { sampleTown } from './sample.ts'
import { quotes } from './tables.ts'
import { withdrawQuote } from './withdraw-quote.ts'
import { writeDossierPart } from './write-dossier-part.ts'

await import('./reactions.ts')

const NOON = new Date('2025-12-01T11:00:00Z')
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
		at: NOON,
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
	await town.inTown((db) => withdrawQuote(db, { quoteId: id, by: null, at: NOON }))
	assert.equal((await quoted()).length, 1)
	await assert.rejects(
		town.inTown((db) => withdrawQuote(db, { quoteId: id, by: null, at: NOON })),
		{ code: 'quote-unknown' },
	)
})

test('whoever withdraws consent disappears from the dossier at once', async () => {
	assert.equal((await quoted()).length, 1)
	await town.inTown((db) =>
		withdrawConsent(db, { speakerId: town.speakers.B1, channel: 'quote', at: new Date('2026-01-05T10:00:00Z') }),
	)
	assert.deepEqual(await quoted(), [])
	assert.deepEqual(await town.inTown((db) => db.select({ id: quotes.id }).from(quotes)), [])
})

test('whoever no longer allows analysis is no longer evidence of anything', async () => {
	const write = (codingIds: string[]) =>
		town.inTown((db) =>
			writeDossierPart(db, {
				focusThemeId,
				kind: 'analysis',
				paragraphs: [{ text: 'Der Bus fehlt.', codingIds }],
				by: null,
				at: new Date('2026-01-05T10:00:00Z'),
			}),
		)
	await write([town.codings.bus, town.codings.shop])
	await town.inTown((db) =>
		withdrawConsent(db, { speakerId: town.speakers.B2, channel: 'analyse', at: new Date('2026-01-06T10:00:00Z') }),
	)
	const { parts } = await town.inTown((db) => findDossier(db, 'versorgung'))
	assert.deepEqual(parts.analysis.paragraphs[0]!.codingIds, [town.codings.shop])
})
