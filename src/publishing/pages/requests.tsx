/** What people asked about their own data, with the day by which it must be answered, and the one way to find somebody. */
import { redirect } from 'react-router'
import type { Route } from './+types/requests'
import { findDoneRequests, findOpenRequests } from '#listening/find-data-requests.ts'
import { findReceipt, readTypedCode } from '#listening/find-receipt.ts'
import { extendDataRequest } from '#listening/extend-data-request.ts'
import { finishDataRequest } from '#listening/finish-data-request.ts'
import { receiptTries } from '#listening/receipt-tries.ts'
import { appendAudit } from '#people/audit-log.ts'
import { inThisMunicipality, municipalityContext, requireRight, todayIn } from '#people/request.ts'
import { isUuid } from '#platform/database/database.ts'
import { text } from '#platform/http/form-fields.ts'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { secretsContext, visitorContext } from '#platform/http/request-context.ts'
import { Problem } from '#platform/problem.ts'
import { ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Rows } from '#platform/ui/rows.tsx'
import { m } from '#platform/words/words.ts'
import { findNamedPeople, findSomebody, type FoundSomebody } from '../find-somebody.ts'
import { FindSomebody, PeopleFound } from '../parts/find-somebody.tsx'
import receiptLook from '../parts/receipt.css?url'
import { becauseOf, DoneRequest, longerOf, OpenRequest } from '../parts/request-rows.tsx'
import css from '../parts/search.css?url'

export const links: Route.LinksFunction = () => [css, receiptLook].map((href) => ({ rel: 'stylesheet', href }))

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	const { accountId: by } = requireRight(context, 'handle-requests', request)
	const { searchParams } = new URL(request.url)
	const words = searchParams.get('q') ?? ''
	const named = searchParams.getAll('person').filter(isUuid)
	const today = todayIn(context.get(municipalityContext))
	return inThisMunicipality(context, async (db) => {
		const isLookingFor = words !== '' || named.length > 0
		if (isLookingFor) await appendAudit(db, { by, act: 'voices-searched', subject: 'voice', at: new Date() })
		const found = named.length > 0 ? await findNamedPeople(db, named) : await findSomebody(db, words)
		return {
			today,
			words,
			found: isLookingFor ? found : null,
			justDone: doneWord(searchParams.get('getan')),
			open: await findOpenRequests(db),
			done: await findDoneRequests(db),
		}
	})
})

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const { accountId: by } = requireRight(context, 'handle-requests', request)
	if (form.has('code')) return redirect(await peopleOfReceipt(context, text(form, 'code')), 303)
	const [day, at] = [todayIn(context.get(municipalityContext)), new Date()]
	const how = (['decline', 'extend'] as const).find((name) => form.has(name)) ?? 'request'
	const requestId = text(form, how)
	if (!isUuid(requestId)) throw new Problem('not-found', 'data-request-unknown')
	await inThisMunicipality(context, (db) => {
		const request = { requestId, by, day, at }
		if (how === 'extend') return extendDataRequest(db, { ...request, because: text(form, longerOf(requestId)) })
		const declined = how === 'decline' ? { declinedBecause: text(form, becauseOf(requestId)) } : {}
		return finishDataRequest(db, { ...request, ...declined })
	})
	return redirect(`/werkstatt/anliegen?getan=${how}`, 303)
})

/** Where whoever holds this receipt is to be found. The code itself is never part of an address. */
async function peopleOfReceipt(context: Route.ActionArgs['context'], typed: string): Promise<string> {
	const code = readTypedCode(typed)
	await receiptTries.begin(context.get(visitorContext))
	const secrets = context.get(secretsContext)
	const municipalityId = context.get(municipalityContext).id
	const ids = await inThisMunicipality(context, (db) => findReceipt(db, { municipalityId, secrets, code })).catch(
		(error: unknown) => {
			if (error instanceof Problem && error.code === 'receipt-unknown') receiptTries.failed()
			throw error
		},
	)
	const [only, another] = ids
	if (only && !another) return `/werkstatt/anliegen/${only}`
	return `/werkstatt/anliegen?${new URLSearchParams(ids.map((id) => ['person', id])).toString()}`
}

function doneWord(what: string | null): string | undefined {
	if (what === 'request') return m.publishing_requests_done_now()
	if (what === 'noted') return m.publishing_requests_noted()
	if (what === 'decline') return m.publishing_requests_declined_now()
	if (what === 'extend') return m.publishing_requests_extended_now()
	return what === 'erase' ? m.publishing_person_done_erase() : undefined
}

const FIELDS = {
	'receipt-code-incomplete': 'code',
	'receipt-code-typo': 'code',
	'receipt-unknown': 'code',
	'receipt-not-linked': 'code',
}

export default function Requests({ loaderData, actionData }: Route.ComponentProps) {
	const { today, words, justDone, open, done, found } = loaderData
	const refused = actionData as RefusedForm | undefined
	const refusal = refused?.refusal
	const { decline = '', extend = '' } = refused?.values ?? {}
	const about = decline ? becauseOf(decline) : extend ? longerOf(extend) : ''
	const fields = about ? { [refusal?.code ?? '']: about } : FIELDS
	return (
		<div className="page section">
			<PageHead stage="listen" title={m.publishing_requests_title()} lead={m.publishing_requests_lead()}>
				<Buttons>
					<ButtonLink href="/werkstatt/anliegen/neu" look="secondary">
						{m.publishing_requests_note()}
					</ButtonLink>
				</Buttons>
			</PageHead>
			<ErrorSummary refusal={refusal} fields={fields} />
			{justDone && !refusal ? <Notice kind="success" title={justDone} announce /> : null}
			<WhoAsks words={words} found={found} refused={refused} />
			<section className="section" aria-labelledby="offen">
				<h2 id="offen">{m.publishing_requests_open()}</h2>
				{open.length === 0 ? (
					<EmptyState title={m.publishing_requests_none()} />
				) : (
					<Rows>
						{open.map((one) => (
							<OpenRequest
								key={one.id}
								request={one}
								today={today}
								refused={about.endsWith(one.id) ? refused : undefined}
							/>
						))}
					</Rows>
				)}
			</section>
			{done.length > 0 ? (
				<section className="section" aria-labelledby="erledigt">
					<h2 id="erledigt">{m.publishing_requests_done()}</h2>
					<ul>
						{done.map((request) => (
							<DoneRequest key={request.id} request={request} />
						))}
					</ul>
				</section>
			) : null}
		</div>
	)
}

type WhoAsksProps = { words: string; found: FoundSomebody[] | null; refused: RefusedForm | undefined }

function WhoAsks({ words, found, refused }: WhoAsksProps) {
	return (
		<section className="section" aria-labelledby="person">
			<h2 id="person">{m.publishing_requests_find()}</h2>
			<p>{m.publishing_requests_find_text()}</p>
			<FindSomebody words={words} refused={refused} fields={FIELDS} />
			{found ? <PeopleFound people={found} /> : null}
		</section>
	)
}
