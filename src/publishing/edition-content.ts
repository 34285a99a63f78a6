/**
 * What an edition freezes: everything of the listening that is public, and nothing else. Plain data, so that it can be
 * hashed, kept for years and set as pages, PDF, Word or data. Counts of people are bands, never small numbers.
 */
import type { Format } from '#listening/vocabulary.ts'
import type { Level } from '#focusing/tables.ts'
import type { Band } from '#protecting/bands.rules.ts'

/**
 * Words exactly as cleared, with the label that may stand under them. `id` is the quote's, to take it out again.
 * An office is named because the person wished it.
 */
export type PublishedQuote = {
	id: string
	wording: string
	label: string
	isWithOffice?: true
}

export type PublishedParagraph = {
	text: string
	/** Passages the paragraph stands on; the number is of passages, not of people. */
	evidence: number
	/** Published quotes among them, by id: how far a reader can follow the claim down. */
	quoteIds: string[]
}

export type PublishedDossier = {
	id: string
	slug: string
	title: string
	teaser: string
	/** In how many conversations it came up. */
	conversations: number
	/** One band per sector, in the order of `EditionContent.sectors`; empty where it would give somebody away. */
	bands: Band[]
	analysis: PublishedParagraph[]
	conclusion: string[]
	quotes: PublishedQuote[]
	/** In our words, where no label could stand under a quote without giving its speaker away. */
	paraphrases?: { id: string; text: string }[]
	guidingQuestion: string
	fieldsOfAction: { id: string; title: string; text: string }[]
	conditionsIntroduction: string[]
	conditions: { level: Level; text: string }[]
}

export type PublishedPerspective = {
	slug: string
	title: string
	introduction: string
	points: { title: string; text: string; evidence: number; focusTheme: { slug: string; title: string } | null }[]
	closing: string
}

export type EditionContent = {
	version: 1
	municipality: { name: string; isFictional: boolean; convener: string }
	round: { title: string; question: string; startsOn: string | null; endsOn: string | null }
	listening: {
		/** People who spoke or wrote, moderators left out. */
		people: number
		formats: { format: Format; conversations: number }[]
		sectors: { label: string; band: Band }[]
		districts: { name: string; band: Band }[]
		paragraphs: string[]
		notHeard: string[]
	}
	/** How the tables tell how many, and the edition they were made for when they are shown again. */
	tables?: { mode: 'bands' | 'numbers'; carriedFrom: number | null }
	/** Column names of the theme × sector table. */
	sectors: string[]
	/** With numbers, one per sector and their sum; null is hidden, because it or its neighbour is a handful of people. */
	themes: { label: string; definition: string; bands: Band[]; numbers?: (number | null)[]; total?: number | null }[]
	choice: { reasons: string[]; leftOut: string[] }
	dossiers: PublishedDossier[]
	perspectives: PublishedPerspective[]
	foreword: { paragraphs: string[]; signedBy: string }
	whatNext: string[]
}
