/** What is left of an edition when words are taken out of it. Pure. */
import type { EditionContent } from './edition-content.ts'

/**
 * The edition without these quotes: gone from the selected voices, and no claim leads to them any more. Bands and counts
 * of passages stay as they were frozen: a number that changed would tell who left.
 */
export function withoutQuotes(content: EditionContent, quoteIds: ReadonlySet<string>): EditionContent {
	return {
		...content,
		dossiers: content.dossiers.map((dossier) => ({
			...dossier,
			quotes: dossier.quotes.filter(({ id }) => !quoteIds.has(id)),
			...(dossier.paraphrases ? { paraphrases: dossier.paraphrases.filter(({ id }) => !quoteIds.has(id)) } : {}),
			analysis: dossier.analysis.map((paragraph) => ({
				...paragraph,
				quoteIds: paragraph.quoteIds.filter((id) => !quoteIds.has(id)),
			})),
		})),
	}
}
