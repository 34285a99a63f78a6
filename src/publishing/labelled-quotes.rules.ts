/** Puts the labels the rules gave into what is printed. Pure. */
import type { LabelledQuote } from '#protecting/edition-labels.rules.ts'
import type { QuoteBasis } from './edition-basis.ts'
import type { EditionContent, PublishedDossier } from './edition-content.ts'

export type Labelled = Pick<LabelledQuote, 'id' | 'label' | 'isWithOffice'> & {
	facts: { speakerId: string; voiceId: string; paraphrase: string | null }
}

/**
 * The edition with the labels given; a quote under which no label may stand is replaced by its paraphrase, or left out when
 * there is none. A quote nobody gave a label is left out.
 */
export function withLabels(content: EditionContent, labelled: readonly Labelled[]): EditionContent {
	const byId = new Map(labelled.map((one) => [one.id, one]))
	return { ...content, dossiers: content.dossiers.map((dossier) => withLabelsIn(dossier, byId)) }
}

function withLabelsIn(dossier: PublishedDossier, byId: ReadonlyMap<string, Labelled>): PublishedDossier {
	const quotes = dossier.quotes.flatMap(({ id, wording }) => {
		const { label, isWithOffice } = byId.get(id) ?? { label: null, isWithOffice: false }
		return label === null ? [] : [{ id, wording, label, ...(isWithOffice ? { isWithOffice } : {}) }]
	})
	const told = dossier.quotes.flatMap(({ id }) => {
		const { label, facts } = byId.get(id) ?? {}
		return label === null && facts?.paraphrase ? [{ id, text: facts.paraphrase }] : []
	})
	const printed = new Set(quotes.map(({ id }) => id))
	const paraphrases = [...(dossier.paraphrases ?? []), ...told]
	return {
		...dossier,
		quotes,
		...(paraphrases.length > 0 ? { paraphrases } : {}),
		analysis: dossier.analysis.map((paragraph) => ({
			...paragraph,
			quoteIds: paragraph.quoteIds.filter((id) => printed.has(id)),
		})),
	}
}

/** What is kept to compare later editions with: quotes printed under a label, and whose they are. */
export function quoteBasisOf(labelled: readonly Labelled[]): QuoteBasis[] {
	return labelled.flatMap(({ id, label, facts: { speakerId, voiceId } }) =>
		label === null ? [] : [{ id, speakerId, voiceId, label }],
	)
}
