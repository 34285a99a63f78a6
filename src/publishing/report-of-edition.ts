/** Sets an edition and the initiatives of its day as the content of a printed report. */
import type { InitiativeInList, CommitmentView } from '#acting/find-initiatives.ts'
import { formatOf } from '#method/formats.ts'
import { inLanguage } from '#listening/wording.rules.ts'
import type { MunicipalityProfile } from '#people/tables.ts'
import { m, type Language } from '#platform/words/words.ts'
import type { EditionContent, PublishedDossier } from './edition-content.ts'
import type { Dossier, Initiative, ReportContent } from './report/report-content.ts'
import { reportWords } from './report/report-words.ts'
import {
	commitmentStateWord,
	editionLabel,
	initiativeStateWord,
	levelName,
	numberWord,
	quoteLabel,
	tableNote,
} from './public-words.ts'

export type ReportOfEdition = {
	content: EditionContent
	edition: { number: number; title: string; frozenOn: string; revision: number; revisedOn: string | null }
	profile: MunicipalityProfile
	initiatives: InitiativeInList[]
	language: Language
}

/** Fixed words come in `language`; what the team wrote stays in the language it was written in. */
export function reportOfEdition({ content, edition, profile, initiatives, language }: ReportOfEdition): ReportContent {
	const { municipality, listening } = content
	return {
		language,
		words: reportWords[language],
		municipality: {
			name: municipality.name,
			fictionalNotice: municipality.isFictional ? m.platform_fictional_notice({ name: municipality.name }) : null,
		},
		title: edition.title,
		edition: {
			label: editionLabel(edition),
			date: edition.frozenOn,
			revised: edition.revisedOn === null ? null : { day: edition.revisedOn, note: m.publishing_revised_note() },
		},
		publisher: { name: municipality.convener, lines: imprintLines(profile) },
		coverVoice: coverVoice(content.dossiers),
		foreword: content.foreword,
		howWeListened: {
			from: content.round.startsOn ?? edition.frozenOn,
			to: content.round.endsOn ?? edition.frozenOn,
			introduction: listening.paragraphs.slice(0, 1),
			peopleHeard: listening.people,
			formats: listening.formats.map(({ format, conversations }) => ({
				name: inLanguage(formatOf(profile.formats, format).label, language),
				conversations,
			})),
			sectors: listening.sectors.map(({ label, band }) => ({ name: label, band })),
			districts: listening.districts,
			method: listening.paragraphs.slice(1),
			missing: listening.notHeard,
		},
		crossThemes: {
			introduction: [m.publishing_report_themes_introduction()],
			sectors: content.tables?.mode === 'numbers' ? [...content.sectors, m.publishing_table_total()] : content.sectors,
			themes: content.themes.map(themeOf),
			note: tableNote(content.tables),
		},
		whyThese: { paragraphs: content.choice.reasons, leftOut: content.choice.leftOut },
		dossiers: content.dossiers.map((dossier) => dossierOf(dossier, initiatives)),
		perspectives: {
			introduction: [m.publishing_report_perspectives_introduction()],
			list: content.perspectives.map(({ title, introduction, points, closing }) => ({
				title,
				introduction,
				startingPoints: points.map((point) => ({ title: point.title, text: point.text })),
				closing,
			})),
		},
		initiatives: {
			introduction: [m.publishing_report_initiatives_introduction()],
			list: initiatives.map(initiativeOf),
		},
		whatHappensNext: content.whatNext,
		accessibilityNote: m.publishing_report_accessibility(),
		backPage: {
			heading: m.publishing_report_back_heading(),
			paragraphs: [m.publishing_report_back_text({ convener: municipality.convener, email: profile.email })],
		},
	}
}

/** With numbers, the sum stands in a column of its own, which has no band. */
function themeOf({ label, definition, bands, numbers, total }: EditionContent['themes'][number]) {
	if (!numbers) return { name: label, text: definition, bands }
	const all = [...numbers, total ?? null].map(numberWord)
	return { name: label, text: definition, bands: [...bands, 'none' as const], numbers: all }
}

function imprintLines(profile: MunicipalityProfile): string[] {
	return [...profile.address, profile.email, m.publishing_report_responsible({ name: profile.responsible })]
}

function coverVoice(dossiers: PublishedDossier[]) {
	const quote = dossiers.flatMap(({ quotes }) => quotes).find(({ wording }) => wording.length < 120)
	return quote ? { text: quote.wording, label: quoteLabel(quote) } : null
}

function dossierOf(dossier: PublishedDossier, initiatives: InitiativeInList[]): Dossier {
	return {
		title: dossier.title,
		analysis: dossier.analysis.map(({ text, evidence }) => ({ text, evidence })),
		conclusion: dossier.conclusion,
		voices: dossier.quotes.map((quote) => ({ text: quote.wording, label: quoteLabel(quote) })),
		retold: (dossier.paraphrases ?? []).map(({ text }) => text),
		guidingQuestion: dossier.guidingQuestion,
		fieldsOfAction: dossier.fieldsOfAction.map(({ id, title, text }) => ({
			title,
			text,
			became: whatBecame(id, initiatives),
		})),
		conditionsIntroduction: dossier.conditionsIntroduction.join('\n\n'),
		conditions: dossier.conditions.map(({ level, text }) => ({
			level: levelName(level),
			text,
			isOurs: level === 'municipality',
		})),
	}
}

/** The state of what took the field up; that nobody has yet is said, too. */
function whatBecame(fieldId: string, initiatives: InitiativeInList[]): string {
	const takenUp = initiatives.filter(({ fieldsOfAction }) => fieldsOfAction.some(({ id }) => id === fieldId))
	if (takenUp.length === 0) return m.publishing_field_nobody_yet()
	return [...new Set(takenUp.map(({ state }) => initiativeStateWord(state)))].join(', ')
}

function initiativeOf(initiative: InitiativeInList): Initiative {
	const late = initiative.daysOverdue
	return {
		title: initiative.title,
		state:
			late > 0
				? { word: m.publishing_days_overdue({ days: late }), isLate: true }
				: { word: initiativeStateWord(initiative.state), isLate: false },
		goal: initiative.goal,
		commitments: initiative.commitments.map(commitmentOf),
		nextAnswerBy: initiative.nextAnswerBy,
	}
}

function commitmentOf({ actor, what, until, standing }: CommitmentView): Initiative['commitments'][number] {
	const isLate = standing.kind === 'late' || (standing.kind === 'open' && standing.daysLate > 0)
	return {
		who: actor?.name ?? m.publishing_nobody_yet(),
		what,
		until,
		state: { word: commitmentStateWord(standing), isLate },
	}
}
