/** Notes what somebody asked by letter, mail or telephone, to be dealt with later. */
import { redirect } from 'react-router'
import type { Route } from './+types/note-request'
import { findPerson } from '#listening/find-person.ts'
import { ASKED_BY_LETTER, noteRequestForLater } from '#listening/note-request-for-later.ts'
import { inThisMunicipality, municipalityContext, requireRight, todayIn } from '#people/request.ts'
import { isUuid } from '#platform/database/database.ts'
import { text } from '#platform/http/form-fields.ts'
import { refusingAction, refusingLoader } from '#platform/http/refusals.ts'
import { Problem } from '#platform/problem.ts'
import { Button, ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { errorOf, ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { howAsked } from '../parts/asked-by.tsx'
import { requestKindWord } from '../public-words.ts'

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'handle-requests', request)
	const speakerId = speakerAsked(new URL(request.url).searchParams.get('person') ?? '')
	const today = todayIn(context.get(municipalityContext))
	if (!speakerId) return { today, person: null }
	return inThisMunicipality(context, async (db) => ({ today, person: await findPerson(db, speakerId) }))
})

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const { accountId: by } = requireRight(context, 'handle-requests', request)
	const today = todayIn(context.get(municipalityContext))
	await inThisMunicipality(context, (db) =>
		noteRequestForLater(db, {
			kind: text(form, 'kind'),
			via: text(form, 'via') === 'in-person' ? 'in-person' : 'mail',
			speakerId: speakerAsked(text(form, 'person')),
			...{ wish: text(form, 'wish'), about: text(form, 'about'), receivedOn: text(form, 'received') },
			...{ by, today, at: new Date() },
		}),
	)
	return redirect('/werkstatt/anliegen?getan=noted', 303)
})

function speakerAsked(id: string): string | null {
	if (id !== '' && !isUuid(id)) throw new Problem('not-found', 'speaker-unknown')
	return id || null
}

const FIELDS = {
	'request-kind-missing': 'kind',
	'wish-empty': 'wish',
	'wish-too-long': 'wish',
	'day-unknown': 'received',
	'received-in-future': 'received',
}

export default function NoteRequest({ loaderData: { person, today }, actionData }: Route.ComponentProps) {
	const { refusal, values } = actionData ?? {}
	const asked = (name: string) => ({ name, value: values?.[name], error: errorOf(refusal, FIELDS, name) })
	return (
		<div className="page narrow">
			<PageHead
				stage="listen"
				title={m.publishing_requests_note_title()}
				lead={m.publishing_requests_note_lead()}
				crumbs={[{ href: '/werkstatt/anliegen', label: m.publishing_requests_title() }]}
			/>
			<ErrorSummary refusal={refusal} fields={FIELDS} />
			<form method="post" className="form section">
				{person ? (
					<p>
						{m.publishing_requests_note_who()}{' '}
						<a href={`/werkstatt/anliegen/${person.id}`}>{[person.title, person.code].join(' · ')}</a>
						<input type="hidden" name="person" value={person.id} />
					</p>
				) : (
					<Field
						{...asked('about')}
						kind="textarea"
						rows={3}
						label={m.publishing_requests_note_about()}
						hint={m.publishing_requests_note_about_hint()}
						optional
					/>
				)}
				<Field
					{...asked('kind')}
					kind="radios"
					label={m.publishing_requests_note_kind()}
					options={ASKED_BY_LETTER.map((kind) => ({ value: kind, label: requestKindWord(kind) }))}
					required
				/>
				<Field
					{...asked('wish')}
					kind="textarea"
					rows={4}
					spoken
					label={m.publishing_requests_note_wish()}
					hint={m.publishing_requests_note_wish_hint()}
					optional
				/>
				<Field
					{...asked('via')}
					kind="radios"
					label={m.publishing_requests_note_via()}
					value={values?.['via'] ?? 'mail'}
					options={howAsked()}
				/>
				<Field
					{...asked('received')}
					kind="date"
					label={m.publishing_requests_received()}
					hint={m.publishing_requests_note_received_hint()}
					value={values?.['received'] ?? today}
					max={today}
					width={16}
					required
				/>
				<Buttons>
					<Button>{m.publishing_requests_note_title()}</Button>
					<ButtonLink href="/werkstatt/anliegen" look="secondary">
						{m.publishing_withdrawal_back()}
					</ButtonLink>
				</Buttons>
			</form>
		</div>
	)
}
