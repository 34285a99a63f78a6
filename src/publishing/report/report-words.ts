/** The fixed headings and labels of a report, in German and English, and how it writes a day. `{blanks}` are filled by the templates. */
import type { Band, IsoDate } from './report-content.ts'

export type ReportWords = typeof german

const german = {
	quoteOpen: '„',
	quoteClose: '“',
	contents: 'Inhalt',
	notes: 'Notizen',
	imprint: 'Impressum',
	revisedOn: 'überarbeitet am {day}',
	accessibility: 'Barrierefreiheit',
	threadAlt:
		'Ein Faden in fünf Farben: Viele Stimmen laufen zusammen, werden zu Themen, bündeln sich, führen zu Vorhaben und enden in einer Antwort. Ein gepunktetes Stück ist noch offen.',
	stages: { listen: 'hören', understand: 'verstehen', focus: 'bündeln', act: 'handeln', answer: 'antworten' },
	foreword: 'Vorwort',
	howWeListened: 'Wie wir zugehört haben',
	period: '{from} bis {to}',
	periodLabel: 'Zeitraum',
	personHeard: 'Mensch gehört',
	peopleHeard: 'Menschen gehört',
	conversation: 'Gespräch',
	conversations: 'Gespräche',
	formats: 'Formen des Zuhörens',
	format: 'Form',
	sectorsHeard: 'Wer gesprochen hat',
	sector: 'Bereich',
	districtsHeard: 'Woher die Stimmen kommen',
	district: 'Ortsteil',
	howMany: 'Wie viele',
	bands: { many: 'viele', several: 'mehrere', few: 'vereinzelt', none: '–' } satisfies Record<Band, string>,
	retold: 'In unseren Worten',
	method: 'Wie aus Stimmen Themen wurden',
	missing: 'Wer noch fehlt',
	crossThemes: 'Was quer durch alle Gespräche ging',
	themesBySector: 'Wer wovon spricht',
	theme: 'Thema',
	focusThemes: 'Die Fokusthemen',
	whyThese: 'Warum gerade diese',
	leftOut: 'Was wir nicht vertieft haben',
	focusThemeOf: 'Fokusthema {number} von {total}',
	analysis: 'Analyse',
	evidenceOne: '1 Belegstelle',
	evidenceMany: '{count} Belegstellen',
	conclusion: 'Fazit',
	voices: 'Ausgewählte Stimmen',
	noVoices: 'Zu diesem Thema ist zurzeit keine Stimme zum Abdruck freigegeben.',
	guidingQuestion: 'Leitfrage',
	fieldsOfAction: 'Mögliche Handlungsfelder',
	conditions: 'Fördernde Rahmenbedingungen',
	level: 'Ebene',
	levelCanDo: 'Was sie beitragen kann',
	perspectives: 'Blickwinkel',
	startingPoints: 'Ansatzpunkte',
	initiatives: 'Vorhaben und Zusagen',
	who: 'Wer',
	what: 'Was',
	until: 'Bis wann',
	state: 'Stand',
	openEnd: 'offen',
	nextAnswerBy: 'Nächste Antwort bis {day}',
	whatHappensNext: 'Wie es weitergeht',
}

const english: ReportWords = {
	quoteOpen: '“',
	quoteClose: '”',
	contents: 'Contents',
	notes: 'Notes',
	imprint: 'Imprint',
	revisedOn: 'revised on {day}',
	accessibility: 'Accessibility',
	threadAlt:
		'A thread in five colours: many voices run together, become themes, are focused, lead to initiatives and end in an answer. A dotted piece is still open.',
	stages: { listen: 'listen', understand: 'understand', focus: 'focus', act: 'act', answer: 'answer' },
	foreword: 'Foreword',
	howWeListened: 'How we listened',
	period: '{from} to {to}',
	periodLabel: 'Period',
	personHeard: 'person heard',
	peopleHeard: 'people heard',
	conversation: 'Conversation',
	conversations: 'Conversations',
	formats: 'Ways of listening',
	format: 'Format',
	sectorsHeard: 'Who spoke',
	sector: 'Sector',
	districtsHeard: 'Where the voices come from',
	district: 'District',
	howMany: 'How many',
	bands: { many: 'many', several: 'several', few: 'few', none: '–' },
	retold: 'In our own words',
	method: 'How voices became themes',
	missing: 'Who is still missing',
	crossThemes: 'What ran through every conversation',
	themesBySector: 'Who speaks of what',
	theme: 'Theme',
	focusThemes: 'The focus themes',
	whyThese: 'Why these',
	leftOut: 'What we did not deepen',
	focusThemeOf: 'Focus theme {number} of {total}',
	analysis: 'Analysis',
	evidenceOne: '1 passage',
	evidenceMany: '{count} passages',
	conclusion: 'Conclusion',
	voices: 'Selected voices',
	noVoices: 'No voice on this theme is cleared for print at present.',
	guidingQuestion: 'Guiding question',
	fieldsOfAction: 'Possible fields of action',
	conditions: 'Supporting conditions',
	level: 'Level',
	levelCanDo: 'What it can contribute',
	perspectives: 'Perspectives',
	startingPoints: 'Starting points',
	initiatives: 'Initiatives and promises',
	who: 'Who',
	what: 'What',
	until: 'Until',
	state: 'State',
	openEnd: 'open',
	nextAnswerBy: 'Next answer by {day}',
	whatHappensNext: 'What happens next',
}

export const reportWords: Record<'de' | 'en', ReportWords> = { de: german, en: english }

/** “1 Mensch gehört” or “169 Menschen gehört”. */
export function heardPhrase(people: number, words: ReportWords): string {
	return `${people} ${people === 1 ? words.personHeard : words.peopleHeard}`
}

/** “14. März 2026” or “14 March 2026”, with the day held to its month by a no-break space. */
export function readableDay(day: IsoDate, language: 'de' | 'en'): string {
	const format = new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' })
	return format.format(new Date(`${day}T00:00:00Z`)).replace(' ', '\u00a0')
}

/** Fills `{name}` blanks; a blank without a value stays readable as it is. */
export function filled(pattern: string, blanks: Record<string, string | number>): string {
	return pattern.replace(/\{(\w+)\}/g, (blank, name: string) => String(blanks[name] ?? blank))
}
