/** A small town that has published: a theme with a quote, for tests of what happens to it afterwards. */
import { eq } from 'drizzle-orm'
import type { Database, MunicipalityDatabase } from '#platform/database/database.ts'
import { openFocusTheme } from '#focusing/open-focus-theme.ts'
import { pickQuote } from '#focusing/pick-quote.ts'
import { sampleTown, type SampleTown } from '#focusing/sample.ts'
import { quotes } from '#focusing/tables.ts'
import { consents } from '#listening/consent.tables.ts'
import { conversations, speakers, transcripts, voices } from '#listening/tables.ts'
import { roles } from '#people/tables.ts'
import { codings, coders } from '#understanding/tables.ts'
import { writeDossierPart } from '#focusing/write-dossier-part.ts'
import { freezeEdition } from './freeze-edition.ts'

/** What B1 said in the story café, cleared for print; nothing else in the town holds these words. */
export const PRINTED = 'Heute erfährt man es bei der Beerdigung.'

export type PublishedTown = SampleTown & { focusThemeId: string; quoteId: string; editionId: string }

const NOON = new Date('2025-12-01T11:00:00Z')

/** Quellheim with one edition: the theme "Versorgung" quotes B1, and its analysis leads to the quote. */
export async function publishedTown(database: Database, slug?: string): Promise<PublishedTown> {
	const town = await sampleTown(database, slug)
	const dossier = await town.inTown(async (db) => {
		const { id: focusThemeId } = await openFocusTheme(db, {
			roundId: town.roundId,
			title: 'Versorgung',
			slug: 'versorgung',
			teaser: 'Was vor Ort fehlt.',
			themeIds: [town.themes.infrastructure],
		})
		await writeDossierPart(db, {
			focusThemeId,
			kind: 'analysis',
			paragraphs: [{ text: 'Mit dem Laden ging ein Treffpunkt.', codingIds: [town.codings.shop] }],
			by: null,
			at: NOON,
		})
		const { id: quoteId } = await pickQuote(db, {
			focusThemeId,
			codingId: town.codings.shop,
			wording: `Früher hat man im Laden erfahren, wem es schlecht geht. ${PRINTED}`,
			publicLabel: 'Engagierte',
			by: null,
			at: NOON,
		})
		return { focusThemeId, quoteId }
	})
	await town.inTown((db) => neighbours(db, town))
	const { id: editionId } = await town.inTown((db) => freeze(db, town.roundId))
	return { ...town, ...dossier, editionId }
}

/** Freezes the next edition of the sample's round. */
export function freeze(db: Parameters<typeof freezeEdition>[0], roundId: string) {
	return freezeEdition(db, { roundId, title: 'Quellheim hört zu', by: null, today: '2025-12-01', at: NOON })
}

const NEIGHBOURS = ['Der Chor singt noch.', 'Die Bänke sind neu.', 'Der Brunnen läuft wieder.']

/** Three more people quoted in a second theme, so that nobody stands alone under a label. */
async function neighbours(db: MunicipalityDatabase, { roundId, themes }: SampleTown) {
	const { id: focusThemeId } = await openFocusTheme(db, {
		roundId,
		title: 'Ortsbild',
		slug: 'ortsbild',
		themeIds: [themes.administration],
	})
	const [role] = await db.select({ id: roles.id }).from(roles).where(eq(roles.slug, 'volunteer'))
	const [coder] = await db.select({ id: coders.id }).from(coders)
	const codingIds = []
	for (const [at, text] of NEIGHBOURS.entries()) {
		const slug = `nachbar-${at}`
		const [talk] = await db
			.insert(conversations)
			.values({ roundId, slug, title: 'Brief', format: 'written' })
			.returning({ id: conversations.id })
		const conversationId = talk!.id
		const [speaker] = await db
			.insert(speakers)
			.values({ conversationId, code: 'S1', roleId: role!.id })
			.returning({ id: speakers.id })
		const speakerId = speaker!.id
		const given = 'on-paper' as const
		await db
			.insert(consents)
			.values(['analyse' as const, 'quote' as const].map((channel) => ({ speakerId, channel, given })))
		const [transcript] = await db
			.insert(transcripts)
			.values({ conversationId, text, length: text.length })
			.returning({ id: transcripts.id })
		const [voice] = await db
			.insert(voices)
			.values({ conversationId, speakerId, position: 0, text })
			.returning({ id: voices.id })
		const place = { transcriptId: transcript!.id, voiceId: voice!.id, start: 0, end: text.length, quote: text }
		const [coding] = await db
			.insert(codings)
			.values({ ...place, themeId: themes.administration, coderId: coder!.id })
			.returning({ id: codings.id })
		codingIds.push(coding!.id)
		await db
			.insert(quotes)
			.values({ focusThemeId, codingId: coding!.id, wording: text, publicLabel: 'Engagierte', position: at })
	}
	const paragraphs = [{ text: 'Der Ort wird schöner.', codingIds }]
	await writeDossierPart(db, { focusThemeId, kind: 'analysis', paragraphs, by: null, at: NOON })
}
