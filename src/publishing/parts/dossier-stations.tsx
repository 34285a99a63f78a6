/** What became of a focus theme, as stations of the thread. */
import type { InitiativeInList } from '#acting/find-initiatives.ts'
import type { AnswerView } from '#answering/find-answers.ts'
import { DateText } from '#platform/ui/date-text.tsx'
import type { Station } from '#platform/ui/thread.tsx'
import { m } from '#platform/words/words.ts'
import type { PublishedDossier } from '../edition-content.ts'
import { answerKindWord, initiativeStateWord } from '../public-words.ts'

export type DossierStory = {
	dossier: PublishedDossier
	frozenOn: string
	initiatives: InitiativeInList[]
	answers: AnswerView[]
}

/** Heard, chosen, then everything with a day in the order of its day, then what is still promised. */
export function dossierStations({ dossier, frozenOn, initiatives, answers }: DossierStory): Station[] {
	const begun = [
		{
			key: 'heard',
			stage: 'listen' as const,
			label: m.publishing_station_heard(),
			children: <p>{m.publishing_station_heard_in({ count: dossier.conversations })}</p>,
		},
		{
			key: 'chosen',
			stage: 'focus' as const,
			label: m.publishing_station_chosen(),
			children: (
				<p>
					{m.publishing_station_published()} <DateText day={frozenOn} />.{' '}
					<a href="/themen#why">{m.publishing_station_why()}</a>
				</p>
			),
		},
	]
	const dated = [...initiatives.map(initiativeStation), ...answers.map(answerStation)]
	return [
		...begun,
		...dated.toSorted((one, other) => (one.day < other.day ? -1 : 1)).map(({ station }) => station),
		...promised(initiatives, answers),
	]
}

type Dated = { day: string; station: Station }

function initiativeStation({ slug, title, state, stateSince }: InitiativeInList): Dated {
	return {
		day: stateSince,
		station: {
			key: `initiative-${slug}`,
			stage: 'act',
			state: state === 'running' ? 'now' : undefined,
			label: (
				<>
					{initiativeStateWord(state)} · <DateText day={stateSince} style="month" />
				</>
			),
			children: (
				<p>
					<a href={`/vorhaben/${slug}`} lang="de">
						{title}
					</a>
				</p>
			),
		},
	}
}

export function answerStation({ id, kind, because, byOffice, answeredOn }: AnswerView): Dated {
	return {
		day: answeredOn,
		station: {
			key: `answer-${id}`,
			stage: 'answer',
			label: (
				<>
					{m.publishing_answer_by({ office: byOffice })} · <DateText day={answeredOn} style="medium" />
				</>
			),
			children: (
				<p>
					<strong>{answerKindWord(kind)}:</strong> <span lang="de">{because}</span>
				</p>
			),
		},
	}
}

/** The next day on which an answer is owed, drawn open. */
function promised(initiatives: InitiativeInList[], answers: AnswerView[]): Station[] {
	const owed = [
		...initiatives
			.filter(({ nextAnswerBy, state }) => nextAnswerBy && !['done', 'refused'].includes(state))
			.map(({ nextAnswerBy, title }) => ({ day: nextAnswerBy!, about: title })),
		...answers
			.slice(0, 1)
			.flatMap(({ nextAnswerBy, byOffice }) => (nextAnswerBy ? [{ day: nextAnswerBy, about: byOffice }] : [])),
	].toSorted((one, other) => (one.day < other.day ? -1 : 1))
	return owed.slice(0, 2).map(({ day, about }) => ({
		key: `owed-${day}-${about}`,
		stage: 'answer',
		state: 'open',
		label: (
			<>
				{m.publishing_promised_until()} <DateText day={day} style="medium" />
			</>
		),
		children: <p>{m.publishing_answer_about({ about })}</p>,
	}))
}
