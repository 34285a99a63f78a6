/** Writes an answer: to a focus theme, an initiative or one voice, with how many voices it reaches. */
import { redirect } from 'react-router'
import type { Route } from './+types/new-answer'
import { refusingAction, refusingLoader } from '#platform/http/refusals.ts'
import { Button, ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { errorOf, ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Voice } from '#platform/ui/voice.tsx'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, municipalityContext, requireRight, todayIn } from '#people/request.ts'
import { text } from '#platform/http/form-fields.ts'
import { answerWord } from '../answer-words.ts'
import { needsNextAnswer } from '../answer.rules.ts'
import { findAnswerTargets } from '../find-answer-targets.ts'
import { findAnswers } from '../find-answers.ts'
import { answeringLinks } from '../parts/unanswered-rows.tsx'
import { ANSWER_KINDS, type AnswerKind } from '../tables.ts'
import { writeAnswer, type AnswerTarget } from '../write-answer.ts'

export const links = answeringLinks

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'answer-voices', request)
	const asked = new URL(request.url).searchParams.get('an') ?? ''
	return inThisMunicipality(context, async (db) => {
		const targets = await findAnswerTargets(db, readTarget(asked))
		const offices = [...new Set((await findAnswers(db)).map(({ byOffice }) => byOffice))]
		return { asked, offices, ...targets }
	})
})

/** `kind:id`, as the select sends it. */
function readTarget(value: string): AnswerTarget {
	const [kind = '', id = ''] = value.split(':')
	return { kind: kind as AnswerTarget['kind'], id }
}

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const member = requireRight(context, 'answer-voices', request)
	const today = todayIn(context.get(municipalityContext))
	await inThisMunicipality(context, (db) =>
		writeAnswer(db, {
			to: readTarget(text(form, 'an')),
			kind: text(form, 'art') as AnswerKind,
			because: text(form, 'antwort'),
			byOffice: text(form, 'stelle'),
			nextAnswerBy: text(form, 'naechste') || null,
			by: member.accountId,
			today,
			at: new Date(),
		}),
	)
	return redirect('/werkstatt/antworten?geschrieben=ja', 303)
})

const FIELDS = {
	'answer-target-unknown': 'an',
	'answer-kind-unknown': 'art',
	'answer-because-missing': 'antwort',
	'answer-office-missing': 'stelle',
	'next-answer-missing': 'naechste',
	'day-past': 'naechste',
	'day-unreadable': 'naechste',
}

export default function NewAnswer({ loaderData, actionData }: Route.ComponentProps) {
	const { asked, voice, chosenReach } = loaderData
	return (
		<>
			<PageHead
				title={m.answering_write()}
				stage="answer"
				lead={m.answering_write_lead()}
				crumbs={[{ href: '/werkstatt/antworten', label: m.answering_title() }]}
			/>
			<ErrorSummary refusal={actionData?.refusal} fields={FIELDS} />
			{voice ? <Voice label={m.answering_to_voice()}>{voice.text}</Voice> : null}
			{chosenReach ? (
				<Notice title={m.answering_reaches({ voices: chosenReach.voices })}>
					<p>{m.answering_reaches_unanswered({ unanswered: chosenReach.unanswered })}</p>
				</Notice>
			) : null}
			<AnswerForm loaded={loaderData} refused={actionData} isVoice={voice !== null} asked={asked} />
		</>
	)
}

type AnswerFormProps = {
	loaded: Route.ComponentProps['loaderData']
	refused: Route.ComponentProps['actionData']
	isVoice: boolean
	asked: string
}

function AnswerForm({ loaded, refused, isVoice, asked }: AnswerFormProps) {
	const values = refused?.values
	const error = (name: string) => errorOf(refused?.refusal, FIELDS, name)
	return (
		<form method="post" className="sheet">
			{isVoice ? (
				<input type="hidden" name="an" value={asked} />
			) : (
				<Field
					kind="select"
					name="an"
					label={m.answering_to_label()}
					hint={m.answering_to_hint()}
					blank={m.answering_choose()}
					required
					options={loaded.options.map(({ value, title, voices }) => ({
						value,
						label: m.answering_target_option({ title, voices }),
					}))}
					value={values?.['an'] ?? asked}
					error={error('an')}
				/>
			)}
			<Field
				kind="radios"
				name="art"
				label={m.answering_kind_label()}
				required
				options={ANSWER_KINDS.map((kind) => ({
					value: kind,
					label: answerWord(kind),
					hint: needsNextAnswer(kind) ? m.answering_kind_needs_next() : undefined,
				}))}
				value={values?.['art']}
				error={error('art')}
			/>
			<Field
				kind="textarea"
				name="antwort"
				rows={6}
				label={m.answering_because_label()}
				hint={m.answering_because_hint()}
				required
				value={values?.['antwort']}
				error={error('antwort')}
			/>
			<Field
				name="stelle"
				label={m.answering_office_label()}
				hint={
					loaded.offices.length > 0
						? m.answering_office_known({ offices: loaded.offices.slice(0, 5).join(', ') })
						: m.answering_office_hint()
				}
				required
				value={values?.['stelle']}
				error={error('stelle')}
			/>
			<Field
				kind="date"
				name="naechste"
				label={m.answering_next_label()}
				hint={m.answering_next_hint()}
				value={values?.['naechste']}
				error={error('naechste')}
			/>
			<Buttons>
				<Button>{m.answering_send()}</Button>
				<ButtonLink look="tertiary" href="/werkstatt/antworten">
					{m.answering_cancel()}
				</ButtonLink>
			</Buttons>
		</form>
	)
}
