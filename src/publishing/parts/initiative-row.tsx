import type { CommitmentView, InitiativeInList } from '#acting/find-initiatives.ts'
import { DateText } from '#platform/ui/date-text.tsx'
import { Row } from '#platform/ui/rows.tsx'
import { StateWord } from '#platform/ui/state-word.tsx'
import { m } from '#platform/words/words.ts'
import { initiativeStateWord } from '../public-words.ts'

/** An initiative in a list: its state in a word, and the next step with who and until when. */
export function InitiativeRow({ initiative, level = 3 }: { initiative: InitiativeInList; level?: 2 | 3 }) {
	return (
		<Row
			title={<span lang="de">{initiative.title}</span>}
			href={`/vorhaben/${initiative.slug}`}
			stage="act"
			aside={<InitiativeState initiative={initiative} />}
			level={level}
		>
			<p lang="de">{initiative.teaser || initiative.goal}</p>
			<NextStep initiative={initiative} />
		</Row>
	)
}

/** Late is said before anything else; the state follows. */
export function InitiativeState({ initiative }: { initiative: InitiativeInList }) {
	if (initiative.daysOverdue > 0)
		return <StateWord tone="late">{m.publishing_days_overdue({ days: initiative.daysOverdue })}</StateWord>
	return <StateWord stage="act">{initiativeStateWord(initiative.state)}</StateWord>
}

function NextStep({ initiative }: { initiative: InitiativeInList }) {
	const next =
		initiative.commitments.find(({ state }) => state === 'promised') ??
		initiative.commitments.find(({ state }) => state === 'open')
	if (!next) return null
	return (
		<p className="note">
			{m.publishing_next_step()}: <span lang="de">{next.what}</span>
			<CommitmentEnd commitment={next} />
		</p>
	)
}

function CommitmentEnd({ commitment: { until, actor } }: { commitment: CommitmentView }) {
	return (
		<>
			{until ? (
				<>
					, {m.publishing_until()} <DateText day={until} style="medium" />
				</>
			) : null}
			{' · '}
			{actor ? m.publishing_promised_by({ name: actor.name }) : m.publishing_nobody_yet()}
		</>
	)
}
