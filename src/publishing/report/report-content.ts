/** What a printed report says, as plain data: text only, never markup. PDF, Word and HTML are three settings of this one object. */
import type { ReportWords } from './report-words.ts'

export type ReportContent = {
	language: 'de' | 'en'
	/** Every fixed heading and label, so that no template holds a sentence of its own. */
	words: ReportWords
	municipality: {
		name: string
		/** Said on the cover and in the imprint when town and people are invented; null for a real municipality. */
		fictionalNotice: string | null
	}
	title: string
	/** `revised` when words were taken out after it was frozen: the last day, and a sentence that says why. */
	edition: { label: string; date: IsoDate; revised: { day: IsoDate; note: string } | null }
	/** `name` signs as the author of the document; `lines` are the imprint, one line each. */
	publisher: { name: string; lines: string[] }
	/** One voice large on the cover; null leaves the space white. */
	coverVoice: Voice | null
	foreword: { paragraphs: string[]; signedBy: string }
	howWeListened: HowWeListened
	crossThemes: CrossThemes
	whyThese: { paragraphs: string[]; leftOut: string[] }
	dossiers: Dossier[]
	perspectives: { introduction: string[]; list: Perspective[] }
	initiatives: { introduction: string[]; list: Initiative[] }
	whatHappensNext: string[]
	accessibilityNote: string
	backPage: { heading: string; paragraphs: string[] }
}

/** YYYY-MM-DD in the municipality's time zone. */
export type IsoDate = string

/** How many spoke of something, in steps instead of numbers, so that nobody can be counted out. */
export type Band = 'many' | 'several' | 'few' | 'none'

/** Words exactly as cleared for print, and the public label of who said them; quotation marks are set by the template. */
export type Voice = { text: string; label: string }

export type Banded = { name: string; band: Band }

export type HowWeListened = {
	from: IsoDate
	to: IsoDate
	introduction: string[]
	peopleHeard: number
	formats: { name: string; conversations: number }[]
	sectors: Banded[]
	districts: Banded[]
	method: string[]
	/** Who was not heard, or too little, said openly. */
	missing: string[]
}

export type CrossThemes = {
	introduction: string[]
	/** Column names of the table theme × sector. */
	sectors: string[]
	/** `bands` holds one band per sector, in the order of `sectors`; `numbers` are printed in their place where there are any. */
	themes: { name: string; text: string; bands: Band[]; numbers?: string[] }[]
	/** What the table's words or numbers mean. */
	note: string
}

export type Dossier = {
	title: string
	/** `evidence` counts the coded passages a paragraph rests on; 0 prints no count. */
	analysis: { text: string; evidence: number }[]
	conclusion: string[]
	voices: Voice[]
	/** What could not be quoted, in our words. */
	retold: string[]
	guidingQuestion: string
	/** `became` says in words what became of the field (“1 Vorhaben läuft”); null prints nothing. */
	fieldsOfAction: { title: string; text: string; became: string | null }[]
	conditionsIntroduction: string
	/** Five levels from far to near; `isOurs` marks the municipality itself. */
	conditions: { level: string; text: string; isOurs: boolean }[]
}

export type Perspective = {
	title: string
	introduction: string
	startingPoints: { title: string; text: string }[]
	closing: string
}

/** A word for how something stands; `isLate` only adds colour, the word must say it too. */
export type State = { word: string; isLate: boolean }

export type Initiative = {
	title: string
	state: State
	goal: string
	commitments: { who: string; what: string; until: IsoDate | null; state: State }[]
	nextAnswerBy: IsoDate | null
}
