/** A document the law wants: written from what the municipality has set, readable as a page, on paper and in Word. */

export const RECORD_KINDS = ['processing-record', 'privacy-notice', 'processor-agreement', 'impact-note'] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

export type RecordDocument = {
	kind: RecordKind
	title: string
	lead: string
	sections: RecordSection[]
}

export type RecordSection = {
	/** Anchor on a page: forms link to the part that is about them. */
	id?: string
	heading: string
	texts?: string[]
	list?: string[]
	table?: { heads: string[]; rows: string[][] }
	/** What only a person can know and has to fill in. */
	blanks?: string[]
}

/** What the documents are written from. */
export type RecordFacts = {
	name: string
	convener: string
	address: string[]
	email: string
	responsible: string
	officer: string
	authority: string
	minimumPeople: number
	/** Wordings in force. */
	consents: { channel: string; wording: string }[]
	/** Retention rules in force. */
	rules: { label: string; days: number; since: string }[]
	/** Server of the language model that is asked for suggestions; empty while none is. */
	languageModel: string
	/** As people read it. */
	today: string
}
