import { Button, Buttons } from '#platform/ui/buttons.tsx'
import { DateText } from '#platform/ui/date-text.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { Field } from '#platform/ui/field.tsx'
import { m } from '#platform/words/words.ts'
import type { Actor } from '#people/find-actors.ts'
import type { CommitmentView } from '../find-initiatives.ts'
import { ActorChoice } from './actor-choice.tsx'
import { CommitmentWord } from './standing.tsx'

type Values = Record<string, string> | undefined
type CommitmentListProps = { commitments: readonly CommitmentView[]; actors: readonly Actor[]; values: Values }

/** Who does what until when, kept and broken promises included. */
export function CommitmentList({ commitments, actors, values }: CommitmentListProps) {
	if (commitments.length === 0) return <EmptyState title={m.acting_commitments_empty()} />
	return (
		<ul className="commitments">
			{commitments.map((commitment) => (
				<li key={commitment.id}>
					<CommitmentHead commitment={commitment} />
					{commitment.state === 'open' || commitment.state === 'promised' ? (
						<CommitmentForms commitment={commitment} actors={actors} values={values} />
					) : null}
				</li>
			))}
		</ul>
	)
}

function CommitmentHead({ commitment }: { commitment: CommitmentView }) {
	const { what, actor, until, hours, closingNote, closedOn, standing } = commitment
	return (
		<>
			<div className="commitment__head">
				<h3>{what}</h3>
				<CommitmentWord standing={standing} />
			</div>
			<p>
				{actor?.name ?? m.acting_nobody_yet()}
				{until ? (
					<>
						{' · '}
						{m.acting_until()} <DateText day={until} />
					</>
				) : null}
				{hours ? ` · ${m.acting_hours({ hours })}` : null}
			</p>
			{closedOn ? (
				<p>
					<DateText day={closedOn} />
					{closingNote ? `: ${closingNote}` : null}
				</p>
			) : null}
		</>
	)
}

function CommitmentForms({
	commitment,
	actors,
	values,
}: Pick<CommitmentListProps, 'actors' | 'values'> & { commitment: CommitmentView }) {
	const { id, state, what, until } = commitment
	const isRefused = values?.['zusage'] === id
	return (
		<details open={isRefused}>
			<summary>
				{state === 'open' ? m.acting_take_or_drop() : m.acting_keep_or_drop()}
				<span className="hidden">: {what}</span>
			</summary>
			<div className="commitment__forms">
				{state === 'open' ? (
					<form method="post">
						<input type="hidden" name="zusage" value={id} />
						<ActorChoice
							name={`wer-${id}`}
							label={m.acting_who()}
							blank={m.acting_choose()}
							actors={actors}
							values={values}
						/>
						<Field
							kind="date"
							name={`bis-${id}`}
							label={m.acting_until_label()}
							value={values?.[`bis-${id}`] ?? until}
						/>
						<Button name="was" value="uebernehmen">
							{m.acting_take()}
						</Button>
					</form>
				) : null}
				<form method="post">
					<input type="hidden" name="zusage" value={id} />
					<Field
						name={`notiz-${id}`}
						label={m.acting_note_label()}
						hint={m.acting_note_hint()}
						value={values?.[`notiz-${id}`]}
					/>
					<Buttons>
						{state === 'promised' ? (
							<Button name="was" value="gehalten">
								{m.acting_keep()}
							</Button>
						) : null}
						<Button look="tertiary" name="was" value="zurueck">
							{m.acting_withdraw()}
						</Button>
					</Buttons>
				</form>
			</div>
		</details>
	)
}
