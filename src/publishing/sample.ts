/** A small town that has published: a theme with a quote, for tests of what happens to it afterwards. */
import type { Database } from '#platform/database/database.ts'
import { openFocusTheme } from '#focusing/open-focus-theme.ts'
import { pickQuote } from '#focusing/pick-quote.ts'
import { sampleTown, type SampleTown } from '#focusing/sample.ts'
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
	const { id: editionId } = await town.inTown((db) => freeze(db, town.roundId))
	return { ...town, ...dossier, editionId }
}

/** Freezes the next edition of the sample's round. */
export function freeze(db: Parameters<typeof freezeEdition>[0], roundId: string) {
	return freezeEdition(db, { roundId, title: 'Quellheim hört zu', by: null, today: '2025-12-01', at: NOON })
}
