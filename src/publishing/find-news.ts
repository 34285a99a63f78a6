/** What became public lately, for the feed: editions with their themes and voices, initiatives, answers. */
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { m } from '#platform/words/words.ts'
import { findInitiatives } from '#acting/find-initiatives.ts'
import { findAnswers } from '#answering/find-answers.ts'
import type { PublishedDossier } from './edition-content.ts'
import { findEditions, findLiveEdition, type Edition } from './find-edition.ts'
import { answerHref, publicAnswers } from './public-passages.ts'
import { answerKindWord, editionLabel, initiativeStateWord } from './public-words.ts'

export type News = {
	id: string
	title: string
	href: string
	/** ISO day of publication or of the last revision; never the time somebody spoke. */
	updatedOn: string
	/** Who says it, where it is not the convener. */
	author?: string
	paragraphs: string[]
	voices: { wording: string; label: string }[]
}

/** Newest first, at most this many. */
const MOST = 60

export async function findNews(db: MunicipalityDatabase, today: string): Promise<News[]> {
	const live = await findLiveEdition(db)
	const editions = await findEditions(db)
	const initiatives = await findInitiatives(db, { today })
	const answers = publicAnswers(await findAnswers(db))
	const news: News[] = [
		...editions.map(newsOfEdition),
		...(live?.content.dossiers.map((dossier) => newsOfDossier(dossier, live)) ?? []),
		...initiatives.map(({ id, slug, title, teaser, goal, state, stateReason, stateSince }) => ({
			id,
			title: `${title}: ${initiativeStateWord(state)}`,
			href: `/vorhaben/${slug}`,
			updatedOn: stateSince,
			paragraphs: [teaser, goal, stateReason ?? ''].filter((text) => text !== ''),
			voices: [],
		})),
		...answers.map(({ id, to, kind, because, byOffice, answeredOn }) => ({
			id,
			title: `${answerKindWord(kind)}: ${to.title}`,
			href: answerHref(to),
			updatedOn: answeredOn,
			author: byOffice,
			paragraphs: [because],
			voices: [],
		})),
	]
	return news.toSorted((one, other) => other.updatedOn.localeCompare(one.updatedOn)).slice(0, MOST)
}

function newsOfEdition({ id, title, frozenOn, revisedOn, ...edition }: Omit<Edition, 'content'>): News {
	return {
		id,
		title: `${editionLabel(edition)}: ${title}`,
		href: '/bericht',
		updatedOn: revisedOn ?? frozenOn,
		paragraphs: revisedOn ? [m.publishing_revised_note()] : [m.publishing_feed_edition()],
		voices: [],
	}
}

function newsOfDossier({ id, slug, title, teaser, conclusion, quotes }: PublishedDossier, live: Edition): News {
	return {
		id,
		title,
		href: `/themen/${slug}`,
		updatedOn: live.revisedOn ?? live.frozenOn,
		paragraphs: [teaser, ...conclusion].filter((text) => text !== ''),
		voices: quotes.map(({ wording, label }) => ({ wording, label })),
	}
}
