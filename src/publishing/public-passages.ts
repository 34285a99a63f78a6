/** Everything the public may read, in passages that can be searched: the live edition, the initiatives, the answers. Pure. */
import type { InitiativeInList } from '#acting/find-initiatives.ts'
import type { AnswerView } from '#answering/find-answers.ts'
import type { EditionContent, PublishedDossier } from './edition-content.ts'

export const PASSAGE_GROUPS = ['voices', 'themes', 'perspectives', 'initiatives', 'answers'] as const
export type PassageGroup = (typeof PASSAGE_GROUPS)[number]

export type PublicPassage = {
	group: PassageGroup
	/** What it stands in: the theme, the perspective, the initiative. */
	title: string
	href: string
	text: string
	/** Who said it, for voices. */
	label?: string
}

export type PublicMatter = { content: EditionContent | null; initiatives: InitiativeInList[]; answers: AnswerView[] }

export function publicPassages({ content, initiatives, answers }: PublicMatter): PublicPassage[] {
	const passages = [
		...(content?.dossiers.flatMap(passagesOfDossier) ?? []),
		...(content?.perspectives.flatMap(({ slug, title, introduction, points, closing }) => {
			const texts = [title, introduction, ...points.map((point) => `${point.title}. ${point.text}`), closing]
			return texts.map((text) => ({ group: 'perspectives' as const, title, href: `/blickwinkel/${slug}`, text }))
		}) ?? []),
		...initiatives.flatMap(({ slug, title, teaser, goal, firstStep, commitments }) =>
			[title, teaser, goal, firstStep, ...commitments.map(({ what }) => what)].map((text) => ({
				group: 'initiatives' as const,
				title,
				href: `/vorhaben/${slug}`,
				text,
			})),
		),
		...publicAnswers(answers).map(({ to, because, byOffice }) => ({
			group: 'answers' as const,
			title: `${to.title} · ${byOffice}`,
			href: answerHref(to),
			text: because,
		})),
	]
	return passages.filter(({ text }) => text !== '')
}

/** Answers everybody may read; what a single person is told is theirs alone. */
export function publicAnswers(answers: AnswerView[]): AnswerView[] {
	return answers.filter(({ to }) => to.kind !== 'voice')
}

export function answerHref({ kind, slug }: AnswerView['to']): string {
	return kind === 'initiative' ? `/vorhaben/${slug}` : `/themen/${slug}`
}

function passagesOfDossier(dossier: PublishedDossier): PublicPassage[] {
	const { slug, title } = dossier
	const written = [
		title,
		dossier.teaser,
		...dossier.analysis.map(({ text }) => text),
		...dossier.conclusion,
		dossier.guidingQuestion,
		...dossier.fieldsOfAction.map((field) => `${field.title}. ${field.text}`),
		...dossier.conditionsIntroduction,
		...dossier.conditions.map(({ text }) => text),
		...(dossier.paraphrases ?? []).map(({ text }) => text),
	]
	return [
		...dossier.quotes.map(({ id, wording, label }) => ({
			group: 'voices' as const,
			title,
			href: `/themen/${slug}#stimme-${id}`,
			text: wording,
			label,
		})),
		...written.map((text) => ({ group: 'themes' as const, title, href: `/themen/${slug}`, text })),
	]
}
