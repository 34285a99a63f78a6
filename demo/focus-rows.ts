/** Dossiers, perspectives, initiatives and answers as package rows. */
import type { z } from 'zod'
import { KNOWN_NAME_KINDS } from '#people/tables.ts'
import type { PackageRow } from '#publishing/package/package-tables.ts'
import { idOf, type Rows } from './conversation-rows.ts'
import type { Actors, Answers, FocusTheme, Initiatives, KnownNames, Perspective, Round } from './demo-files.ts'

/** The codings of every conversation, by its slug, to find the evidence people name by its words. */
export type CodingsBySlug = ReadonlyMap<string, PackageRow<'codings'>[]>

/** The label of a role, to print under a quote. */
export type LabelOf = (role: string) => string

export function focusThemeRows(theme: z.infer<typeof FocusTheme>, position: number, roundSlug: string, codings: CodingsBySlug, labelOf: LabelOf): Rows {
	const { slug } = theme
	const focusThemeId = idOf('focus-theme', slug)
	const parts = [
		{ kind: 'analysis' as const, list: theme.analysis },
		{ kind: 'conclusion' as const, list: theme.conclusion.map(withoutEvidence) },
		{ kind: 'conditions' as const, list: theme['conditions-introduction'].map(withoutEvidence) },
	]
	const written = parts.flatMap(({ kind, list }) =>
		list.map((paragraph, at) => ({ ...paragraph, partId: idOf('part', `${slug}/${kind}`), id: idOf('paragraph', `${slug}/${kind}/${at}`), at })),
	)
	return {
		focusThemes: [
			{ id: focusThemeId, roundId: idOf('round', roundSlug), slug, title: theme.title, teaser: theme.teaser, guidingQuestion: theme['guiding-question'], position },
		],
		focusThemeThemes: theme.themes.map((key) => ({ id: idOf('gathers', `${slug}/${key}`), focusThemeId, themeId: idOf('theme', key) })),
		dossierParts: parts.map(({ kind }) => ({ id: idOf('part', `${slug}/${kind}`), focusThemeId, kind })),
		paragraphs: written.map(({ id, partId, at, text }) => ({ id, dossierPartId: partId, position: at, text })),
		paragraphEvidence: written.flatMap(({ id, evidence }) =>
			citedCodings(codings, evidence, slug).map((codingId) => ({ id: idOf('evidence', `${id}/${codingId}`), paragraphId: id, codingId })),
		),
		quotes: theme.voices.map(({ conversation, passage, wording, label }, at) => ({
			id: idOf('quote', `${slug}/${at}`),
			focusThemeId,
			codingId: codingWith(codings, conversation, passage, slug).id!,
			wording: wording ?? passage,
			publicLabel: labelOf(label),
			position: at,
		})),
		conditions: Object.entries(theme.conditions).map(([level, text], at) => ({
			id: idOf('condition', `${slug}/${level}`),
			focusThemeId,
			level: level as PackageRow<'conditions'>['level'],
			text,
			position: at,
		})),
		fieldsOfAction: theme.fields.map(({ title, text }, at) => ({ id: idOf('field', `${slug}/${title}`), focusThemeId, title, text, position: at })),
	}
}

export function perspectiveRows(perspective: z.infer<typeof Perspective>, position: number, roundSlug: string, codings: CodingsBySlug): Rows {
	const { slug, title, introduction, closing, points } = perspective
	const perspectiveId = idOf('perspective', slug)
	const pointId = (at: number) => idOf('point', `${slug}/${at}`)
	return {
		perspectives: [{ id: perspectiveId, roundId: idOf('round', roundSlug), slug, title, introduction, closing, position }],
		perspectivePoints: points.map((point, at) => ({
			id: pointId(at),
			perspectiveId,
			position: at,
			title: point.title,
			text: point.text,
			focusThemeId: point['focus-theme'] ? idOf('focus-theme', point['focus-theme']) : null,
		})),
		pointEvidence: points.flatMap(({ evidence }, at) =>
			citedCodings(codings, evidence, slug).map((codingId) => ({ id: idOf('point-evidence', `${slug}/${at}/${codingId}`), perspectivePointId: pointId(at), codingId })),
		),
	}
}

export function roundTextRows({ slug, choice, report }: z.infer<typeof Round>): Rows {
	const roundId = idOf('round', slug)
	const { 'foreword-signed-by': signedBy, ...lists } = report
	const texts = { ...lists, 'foreword-signed-by': [signedBy] }
	return {
		focusChoices: [{ id: idOf('choice', slug), roundId, reasons: choice.reasons, leftOut: choice['left-out'] }],
		reportTexts: Object.entries(texts).flatMap(([kind, list]) =>
			list.map((text, position) => ({
				id: idOf('report-text', `${slug}/${kind}/${position}`),
				roundId,
				kind: kind as PackageRow<'reportTexts'>['kind'],
				position,
				text,
			})),
		),
	}
}

export function actorRows(actors: z.infer<typeof Actors>): Rows {
	return { actors: actors.map((actor) => ({ id: idOf('actor', actor.slug), ...actor })) }
}

export function knownNameRows(known: z.infer<typeof KnownNames>): Rows {
	return { knownNames: KNOWN_NAME_KINDS.flatMap((kind) => known[kind].map((name) => ({ id: idOf('known-name', `${kind}/${name}`), kind, name }))) }
}

/** `moved` turns a day as written into the day it has now. */
export function initiativeRows(initiative: z.infer<typeof Initiatives>[number], moved: (day: string) => string): Rows {
	const { slug } = initiative
	const initiativeId = idOf('initiative', slug)
	const movedOrNull = (day: string | null | undefined) => (day ? moved(day) : null)
	const states = initiative.history.length > 0 ? initiative.history : [{ state: initiative.state, since: initiative['state-since'], reason: null }]
	return {
		initiatives: [
			{
				id: initiativeId,
				slug,
				kind: initiative.kind,
				title: initiative.title,
				teaser: initiative.teaser,
				goal: initiative.goal,
				firstStep: initiative['first-step'],
				ownerId: idOf('actor', initiative.owner),
				level: initiative.level,
				districtId: initiative.district ? idOf('district', initiative.district) : null,
				focusThemeId: idOf('focus-theme', initiative['focus-theme']),
				state: initiative.state,
				stateReason: initiative['state-reason'] ?? null,
				stateSince: moved(initiative['state-since']),
				nextAnswerBy: movedOrNull(initiative['next-answer-by']),
			},
		],
		initiativePartners: initiative.partners.map(({ actor, part }) => ({ id: idOf('partner', `${slug}/${actor}`), initiativeId, actorId: idOf('actor', actor), part })),
		initiativeFields: initiative.fields.map((title) => ({
			id: idOf('takes-up', `${slug}/${title}`),
			initiativeId,
			fieldOfActionId: idOf('field', `${initiative['focus-theme']}/${title}`),
		})),
		initiativeStates: states.map(({ state, since, reason }, at) => ({ id: idOf('state', `${slug}/${at}`), initiativeId, state, since: moved(since), reason: reason ?? null })),
		commitments: initiative.commitments.map((commitment, position) => ({
			id: idOf('commitment', `${slug}/${position}`),
			initiativeId,
			actorId: commitment.who ? idOf('actor', commitment.who) : null,
			what: commitment.what,
			until: movedOrNull(commitment.until),
			state: commitment.state,
			closingNote: commitment['closing-note'] ?? null,
			closedOn: movedOrNull(commitment['closed-on']),
			position,
		})),
	}
}

export function answerRows(answers: z.infer<typeof Answers>, moved: (day: string) => string): Rows {
	return {
		answers: answers.map((answer, at) => ({
			id: idOf('answer', String(at)),
			...('initiative' in answer.to
				? { initiativeId: idOf('initiative', answer.to.initiative) }
				: { focusThemeId: idOf('focus-theme', answer.to['focus-theme']) }),
			kind: answer.kind,
			because: answer.because,
			byOffice: answer['by-office'],
			answeredOn: moved(answer['answered-on']),
			nextAnswerBy: answer['next-answer-by'] ? moved(answer['next-answer-by']) : null,
		})),
	}
}

function withoutEvidence(text: string) {
	return { text, evidence: [] as Record<string, string>[] }
}

function citedCodings(codings: CodingsBySlug, evidence: Record<string, string>[], where: string): string[] {
	const ids = evidence.flatMap((entry) => Object.entries(entry)).map(([slug, words]) => codingWith(codings, slug, words, where).id!)
	return [...new Set(ids)]
}

/** The shortest coded passage that holds the words. */
function codingWith(codings: CodingsBySlug, slug: string, words: string, where: string): PackageRow<'codings'> {
	const holding = (codings.get(slug) ?? []).filter(({ quote }) => quote.includes(words))
	const [coding] = holding.toSorted((one, other) => one.quote.length - other.quote.length)
	if (!coding) throw new Error(`${where}: no coded passage of ${slug} holds: ${words.slice(0, 60)}`)
	return coding
}
