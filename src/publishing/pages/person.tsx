/** One person's request in the hands of the team: everything kept of them, and what the law lets them ask for. */
import { redirect } from 'react-router'
import type { Route } from './+types/person'
import { findPerson } from '#listening/find-person.ts'
import { findOpenRequests } from '#listening/find-data-requests.ts'
import { assignDataRequest } from '#listening/finish-data-request.ts'
import { noteDataRequest } from '#listening/note-data-request.ts'
import { releaseSpeaker, restrictSpeaker } from '#listening/restrict-speaker.ts'
import { appendAudit } from '#people/audit-log.ts'
import { inThisMunicipality, municipalityContext, requireRight, todayIn } from '#people/request.ts'
import { isUuid } from '#platform/database/database.ts'
import { text } from '#platform/http/form-fields.ts'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { languageContext, secretsContext } from '#platform/http/request-context.ts'
import { Problem } from '#platform/problem.ts'
import { Button, ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { errorOf, ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { eraseOwn } from '../erase-own.ts'
import { findOwnData } from '../own-data/find-own-data.ts'
import { AskedBy } from '../parts/asked-by.tsx'
import { OwnDataView } from '../parts/own-data-view.tsx'
import receiptLook from '../parts/receipt.css?url'
import { AssignRequest, WaitingRequests } from '../parts/requests-of-person.tsx'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: receiptLook }]

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	const { accountId: by } = requireRight(context, 'handle-requests', request)
	const speakerId = speakerIn(params)
	const municipality = context.get(municipalityContext)
	const today = todayIn(municipality)
	const [secrets, language] = [context.get(secretsContext), context.get(languageContext)]
	return inThisMunicipality(context, async (db) => {
		const person = await findPerson(db, speakerId)
		const data = await findOwnData(db, { municipality, secrets, speakerIds: [speakerId], today, language })
		await appendAudit(db, { by, act: 'own-data-read', subject: 'speaker', subjectId: speakerId, at: new Date() })
		const open = await findOpenRequests(db)
		const waiting = open.filter(({ speaker }) => speaker?.id === speakerId)
		const unassigned = open.filter(({ speaker }) => speaker === null)
		return { person, data, waiting, unassigned, done: doneWord(new URL(request.url).searchParams.get('getan')) }
	})
})

export const action = refusingAction(async ({ context, request, params }: Route.ActionArgs, form) => {
	const { accountId: by } = requireRight(context, 'handle-requests', request)
	const speakerId = speakerIn(params)
	const [today, at] = [todayIn(context.get(municipalityContext)), new Date()]
	const intent = text(form, 'intent')
	const via = text(form, 'via') === 'mail' ? 'mail' : 'in-person'
	await inThisMunicipality(context, async (db) => {
		await findPerson(db, speakerId)
		if (intent === 'erase') {
			if (text(form, 'sure') !== 'ja') throw new Problem('invalid', 'erase-not-confirmed')
			return eraseOwn(db, { speakerIds: [speakerId], via, by, today, at })
		}
		if (intent === 'assign') return assignDataRequest(db, { requestId: uuidIn(form, 'request'), speakerId, by, at })
		if (intent !== 'restrict' && intent !== 'release') throw new Problem('invalid', 'own-change-unknown')
		await (intent === 'restrict' ? restrictSpeaker : releaseSpeaker)(db, { speakerId, by, at })
		await noteDataRequest(db, { kind: intent, via, speakerId, receivedOn: today, doneOn: today, doneBy: by })
	})
	return redirect(
		intent === 'erase' ? '/werkstatt/anliegen?getan=erase' : `/werkstatt/anliegen/${speakerId}?getan=${intent}`,
		303,
	)
})

function uuidIn(form: FormData, name: string): string {
	const id = text(form, name)
	if (!isUuid(id)) throw new Problem('not-found', 'data-request-unknown')
	return id
}

function speakerIn({ speaker }: { speaker: string }): string {
	if (!isUuid(speaker)) throw new Problem('not-found', 'speaker-unknown')
	return speaker
}

function doneWord(intent: string | null): string | undefined {
	if (intent === 'restrict') return m.publishing_person_done_restrict()
	if (intent === 'assign') return m.publishing_person_assigned()
	return intent === 'release' ? m.publishing_person_done_release() : undefined
}

const FIELDS = { 'erase-not-confirmed': 'sure' }

export default function Person({ loaderData, actionData }: Route.ComponentProps) {
	const { person, data, waiting, unassigned, done } = loaderData
	const { refusal } = (actionData as RefusedForm | undefined) ?? {}
	const isRestricted = person.restrictedAt !== null
	return (
		<div className="page narrow section">
			<PageHead
				stage="listen"
				title={[person.title, person.code].join(' · ')}
				lead={m.publishing_person_lead()}
				crumbs={[{ href: '/werkstatt/anliegen', label: m.publishing_requests_title() }]}
			>
				<Buttons>
					<ButtonLink href={`/werkstatt/anliegen/${person.id}/widerruf`}>{m.publishing_person_withdraw()}</ButtonLink>
					<ButtonLink href={`/werkstatt/anliegen/${person.id}/daten.json`} look="secondary" download>
						{m.publishing_person_export()}
					</ButtonLink>
					<ButtonLink href={`/werkstatt/gespraeche/${person.slug}/sprechende`} look="tertiary">
						{m.publishing_person_correct()}
					</ButtonLink>
					<ButtonLink href={`/werkstatt/anliegen/neu?person=${person.id}`} look="tertiary">
						{m.publishing_requests_note()}
					</ButtonLink>
				</Buttons>
			</PageHead>
			<ErrorSummary refusal={refusal} fields={FIELDS} />
			{done && !refusal ? <Notice kind="success" title={done} announce /> : null}
			<WaitingRequests requests={waiting} />
			<p className="note">{m.publishing_person_check()}</p>
			<AssignRequest requests={unassigned} />
			<details className="right">
				<summary>{isRestricted ? m.publishing_rights_release() : m.publishing_rights_restrict()}</summary>
				<form method="post" className="flow">
					<AskedBy />
					<Button name="intent" value={isRestricted ? 'release' : 'restrict'} look="secondary">
						{isRestricted ? m.publishing_rights_release() : m.publishing_rights_restrict()}
					</Button>
				</form>
			</details>
			<details className="right" open={Boolean(refusal)}>
				<summary>{m.publishing_person_erase()}</summary>
				<form method="post" className="flow">
					<AskedBy />
					<Field
						kind="checkbox"
						name="sure"
						label={m.publishing_person_erase_sure()}
						error={errorOf(refusal, FIELDS, 'sure')}
						required
					/>
					<Button name="intent" value="erase" look="danger">
						{m.publishing_erase_now()}
					</Button>
				</form>
			</details>
			<OwnDataView data={data} />
		</div>
	)
}
