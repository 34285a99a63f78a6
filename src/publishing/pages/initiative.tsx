/** One initiative: goal, who promised what until when, how it stood and stands, and the answers to it. */
import type { ReactNode } from 'react'
import type { Route } from './+types/initiative'
import { findInitiative } from '#acting/find-initiative.ts'
import type { CommitmentView } from '#acting/find-initiatives.ts'
import { findAnswers } from '#answering/find-answers.ts'
import { refusingLoader } from '#platform/http/refusals.ts'
import { DateText } from '#platform/ui/date-text.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Row, Rows } from '#platform/ui/rows.tsx'
import { StateWord } from '#platform/ui/state-word.tsx'
import { Thread, type Station } from '#platform/ui/thread.tsx'
import { m } from '#platform/words/words.ts'
import { answerStation } from '../parts/dossier-stations.tsx'
import { InitiativeState } from '../parts/initiative-row.tsx'
import { commitmentStateWord, initiativeStateWord, levelName } from '../public-words.ts'
import { readPublic } from '../requested-edition.ts'

export const loader = refusingLoader(async ({ context, params }: Route.LoaderArgs) =>
	readPublic(context, async ({ db, today }) => {
		const initiative = await findInitiative(db, params.slug, today)
		return { initiative, answers: await findAnswers(db, { initiativeId: initiative.id }) }
	}),
)

type Data = Route.ComponentProps['loaderData']

export default function Initiative({ loaderData: { initiative, answers } }: Route.ComponentProps) {
	return (
		<div className="page">
			<PageHead
				title={initiative.title}
				titleLang="de"
				label={<InitiativeState initiative={initiative} />}
				stage="act"
				lead={<p lang="de">{initiative.goal || initiative.teaser}</p>}
				description={initiative.teaser}
			/>
			{initiative.stateReason ? (
				<p>
					<strong>{m.publishing_because()}</strong> <span lang="de">{initiative.stateReason}</span>
				</p>
			) : null}
			<div className="columns section">
				<section className="section" aria-labelledby="promises">
					<h2 id="promises">{m.publishing_promises()}</h2>
					<Promises commitments={initiative.commitments} />
				</section>
				<section className="section" aria-labelledby="story">
					<h2 id="story">{m.publishing_story()}</h2>
					<Thread stations={stationsOf({ initiative, answers })} />
				</section>
			</div>
			<Facts initiative={initiative} />
		</div>
	)
}

/** Rows rather than a table: on a phone the state must not slide out of sight. */
function Promises({ commitments }: { commitments: CommitmentView[] }) {
	return (
		<Rows>
			{commitments.map(({ id, what, closingNote, actor, until, standing }) => (
				<Row
					key={id}
					title={<span lang="de">{what}</span>}
					stage="act"
					aside={
						<StateWord tone={PROMISE_TONES[standing.kind] ?? 'plain'} stage="act">
							{commitmentStateWord(standing)}
						</StateWord>
					}
				>
					{actor || until ? (
						<p>
							{actor?.name}
							{actor && until ? ', ' : null}
							{until ? (
								<>
									{m.publishing_until()} <DateText day={until} />
								</>
							) : null}
						</p>
					) : null}
					{closingNote ? (
						<p className="note" lang="de">
							{closingNote}
						</p>
					) : null}
				</Row>
			))}
		</Rows>
	)
}

const PROMISE_TONES: Partial<Record<CommitmentView['standing']['kind'], 'late' | 'quiet'>> = {
	late: 'late',
	open: 'quiet',
}

function Facts({ initiative }: Pick<Data, 'initiative'>) {
	const facts: [string, ReactNode][] = [
		[m.publishing_owner(), initiative.owner?.name ?? m.publishing_nobody_yet()],
		[
			m.publishing_partners(),
			initiative.partners.map(({ name, part }) => (part ? `${name} (${part})` : name)).join(', '),
		],
		[m.publishing_first_step(), initiative.firstStep],
		[m.publishing_level(), levelName(initiative.level)],
		[m.publishing_district(), initiative.district?.name],
		[
			m.publishing_from_theme(),
			initiative.focusTheme ? (
				<a href={`/themen/${initiative.focusTheme.slug}`}>{initiative.focusTheme.title}</a>
			) : null,
		],
	]
	return (
		<section className="section" aria-labelledby="facts">
			<h2 id="facts">{m.publishing_facts()}</h2>
			<dl className="definitions">
				{facts
					.filter(([, value]) => value)
					.map(([name, value]) => (
						<div key={name}>
							<dt>{name}</dt>
							<dd lang={name === m.publishing_level() ? undefined : 'de'}>{value}</dd>
						</div>
					))}
			</dl>
		</section>
	)
}

function stationsOf({ initiative, answers }: Data): Station[] {
	const states = initiative.history.map(({ state, since, reason }, at) => ({
		day: since,
		station: {
			key: `state-${at}`,
			stage: 'act' as const,
			state: at === initiative.history.length - 1 ? ('now' as const) : undefined,
			label: <DateText day={since} />,
			children: (
				<p>
					{initiativeStateWord(state)}
					{reason ? <span lang="de">: {reason}</span> : null}
				</p>
			),
		},
	}))
	const past = [...states, ...answers.map(answerStation)]
		.toSorted((one, other) => (one.day < other.day ? -1 : 1))
		.map(({ station }) => station)
	if (!initiative.nextAnswerBy || ['done', 'refused'].includes(initiative.state)) return past
	const owed: Station = {
		key: 'owed',
		stage: 'answer',
		state: 'open',
		label: (
			<>
				{m.publishing_promised_until()} <DateText day={initiative.nextAnswerBy} />
			</>
		),
		children: (
			<p>
				{initiative.daysOverdue > 0
					? m.publishing_days_overdue({ days: initiative.daysOverdue })
					: m.publishing_next_answer()}
			</p>
		),
	}
	return [...past, owed]
}
