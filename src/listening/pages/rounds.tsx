/** All rounds: what each has heard, which one takes voices from the public form, and a new one. */
import { redirect } from 'react-router'
import type { Route } from './+types/rounds'
import { mayDo } from '#people/rights.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { DateText } from '#platform/ui/date-text.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { errorOf, ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Row, Rows } from '#platform/ui/rows.tsx'
import { StateWord } from '#platform/ui/state-word.tsx'
import { m } from '#platform/words/words.ts'
import { createRound } from '../create-round.ts'
import { findRounds, type ListedRound } from '../find-rounds.ts'
import { closeRound, openRound } from '../open-round.ts'
import { textOf } from '../parts/form-fields.ts'

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	const { part } = requireRight(context, 'read-transcripts', request)
	return { mayPlan: mayDo(part, 'plan-rounds'), rounds: await inThisMunicipality(context, findRounds) }
})

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	requireRight(context, 'plan-rounds', request)
	const created = await inThisMunicipality(context, async (db) => {
		const roundId = textOf(form, 'round')
		if (textOf(form, 'do') === 'open') await openRound(db, { roundId })
		else if (textOf(form, 'do') === 'close') await closeRound(db, { roundId })
		else
			return createRound(db, {
				title: textOf(form, 'title'),
				question: textOf(form, 'question'),
				startsOn: textOf(form, 'starts'),
				endsOn: textOf(form, 'ends'),
				at: new Date(),
			})
		return undefined
	})
	return redirect(created ? `/werkstatt/runden/${created.slug}` : '/werkstatt/runden', 303)
})

export default function Rounds({ loaderData, actionData }: Route.ComponentProps) {
	const { rounds, mayPlan } = loaderData
	return (
		<div className="page section">
			<PageHead stage="listen" title={m.listening_rounds_title()} lead={m.listening_rounds_lead()} />
			{rounds.length === 0 ? (
				<EmptyState title={m.listening_rounds_none()}>{m.listening_rounds_none_hint()}</EmptyState>
			) : null}
			<Rows>
				{rounds.map((round) => (
					<RoundRow key={round.id} round={round} mayPlan={mayPlan} />
				))}
			</Rows>
			{mayPlan ? <NewRound refused={actionData as RefusedForm | undefined} /> : null}
		</div>
	)
}

function RoundRow({ round, mayPlan }: { round: ListedRound; mayPlan: boolean }) {
	const { id, slug, title, startsOn, endsOn, isOpen, conversations, voices } = round
	return (
		<Row
			title={title}
			href={`/werkstatt/runden/${slug}`}
			stage="listen"
			level={2}
			aside={
				isOpen ? (
					<StateWord stage="act">{m.listening_round_open()}</StateWord>
				) : (
					<StateWord tone="quiet">{m.listening_round_closed()}</StateWord>
				)
			}
		>
			<p>
				{m.listening_round_heard({ conversations, voices })}
				{startsOn ? (
					<>
						{' · '}
						<DateText day={startsOn} />
						{endsOn ? (
							<>
								{' – '}
								<DateText day={endsOn} />
							</>
						) : null}
					</>
				) : null}
			</p>
			{mayPlan ? (
				<form method="post">
					<input type="hidden" name="round" value={id} />
					<Button look="secondary" small name="do" value={isOpen ? 'close' : 'open'}>
						{isOpen ? m.listening_round_close() : m.listening_round_do_open()}
					</Button>
				</form>
			) : null}
		</Row>
	)
}

const FIELDS = {
	'round-title-missing': 'title',
	'round-slug-taken': 'title',
	'round-slug-invalid': 'title',
	'round-ends-before-it-starts': 'ends',
}

function NewRound({ refused }: { refused: RefusedForm | undefined }) {
	const values = refused?.values ?? {}
	return (
		<section aria-labelledby="neu" className="section">
			<h2 id="neu">{m.listening_round_new()}</h2>
			<form method="post">
				<ErrorSummary refusal={refused?.refusal} fields={FIELDS} />
				<Field
					name="title"
					label={m.listening_round_title()}
					required
					maxLength={200}
					value={values['title']}
					error={errorOf(refused?.refusal, FIELDS, 'title')}
				/>
				<Field
					name="question"
					label={m.listening_round_question()}
					hint={m.listening_round_question_hint()}
					optional
					maxLength={200}
					value={values['question']}
				/>
				<Field kind="date" name="starts" label={m.listening_round_starts()} optional value={values['starts']} />
				<Field
					kind="date"
					name="ends"
					label={m.listening_round_ends()}
					optional
					value={values['ends']}
					error={errorOf(refused?.refusal, FIELDS, 'ends')}
				/>
				<Button name="do" value="create">
					{m.listening_round_create()}
				</Button>
			</form>
		</section>
	)
}
