/** Where the team takes back what somebody asked them to, by mail, on the telephone or at the door. */
import { redirect } from 'react-router'
import type { Route } from './+types/withdrawal'
import { findReceipt, readTypedCode } from '#listening/find-receipt.ts'
import { receiptTries } from '#listening/receipt-tries.ts'
import { appendAudit } from '#people/audit-log.ts'
import { inThisMunicipality, municipalityContext, requireRight, todayIn } from '#people/request.ts'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { text } from '#platform/http/form-fields.ts'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { secretsContext, visitorContext } from '#platform/http/request-context.ts'
import { Problem } from '#platform/problem.ts'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { AskToConfirm, ChooseChannels, WhatToReply, WhereItStands } from '../parts/withdrawal-steps.tsx'
import { FindPerson, PeopleFound } from '../parts/withdrawal-search.tsx'
import css from '../parts/search.css?url'
import { findNamedPeople, findPeopleToWithdraw } from '../withdrawing/find-people-to-withdraw.ts'
import { findWhatStands } from '../withdrawing/find-what-stands.ts'
import { withdrawForPerson } from '../withdrawing/withdraw-for-person.ts'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: css }]

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	const { accountId: by } = requireRight(context, 'handle-requests', request)
	const search = new URL(request.url).searchParams
	const asked = {
		words: search.get('q') ?? '',
		people: search.getAll('person'),
		channels: search.getAll('kanal'),
		via: search.get('via') === 'in-person' ? ('in-person' as const) : ('mail' as const),
		isDone: search.has('getan'),
		withdrawn: search.getAll('getan'),
	}
	return inThisMunicipality(context, async (db) => {
		const [only, another] = asked.people
		if (only && !another) return { asked, found: null, stands: await readPerson(db, only, by) }
		const found = another
			? await findNamedPeople(db, asked.people)
			: asked.words === ''
				? null
				: await findPeopleToWithdraw(db, asked.words)
		return { asked, found, stands: null }
	})
})

async function readPerson(db: MunicipalityDatabase, speakerId: string, by: string) {
	const stands = await findWhatStands(db, speakerId)
	await appendAudit(db, { by, act: 'transcript-read', subject: 'speaker', subjectId: speakerId, at: new Date() })
	return stands
}

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const { accountId: by } = requireRight(context, 'handle-requests', request)
	if (form.has('code'))
		return redirect(`/werkstatt/widerruf?${await peopleOfReceipt(context, text(form, 'code'))}`, 303)
	const speakerId = text(form, 'person')
	const channels = form.getAll('kanal').map(String)
	const via = text(form, 'via') === 'in-person' ? 'in-person' : 'mail'
	const [today, at] = [todayIn(context.get(municipalityContext)), new Date()]
	await inThisMunicipality(context, (db) => withdrawForPerson(db, { speakerId, channels, via, by, today, at }))
	const done = new URLSearchParams([['person', speakerId], ...channels.map((channel) => ['getan', channel])])
	return redirect(`/werkstatt/widerruf?${done.toString()}`, 303)
})

/** The code itself is never part of an address. */
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
	return new URLSearchParams(ids.map((id) => ['person', id])).toString()
}

const FIELDS = {
	'receipt-code-incomplete': 'code',
	'receipt-code-typo': 'code',
	'receipt-unknown': 'code',
	'receipt-not-linked': 'code',
	'channels-missing': 'kanal',
}

export default function Withdrawal({ loaderData: { asked, found, stands }, actionData }: Route.ComponentProps) {
	const refused = actionData as RefusedForm | undefined
	return (
		<div className="page narrow">
			<PageHead title={m.publishing_withdrawal_title()} lead={m.publishing_withdrawal_lead()} />
			<ErrorSummary refusal={refused?.refusal} fields={FIELDS} />
			{stands === null ? (
				<>
					<FindPerson words={asked.words} refused={refused} fields={FIELDS} />
					{found ? <PeopleFound people={found} /> : null}
				</>
			) : (
				<>
					{asked.isDone ? <WhatToReply stands={stands} withdrawn={asked.withdrawn} /> : null}
					{!asked.isDone && asked.channels.length > 0 ? (
						<AskToConfirm stands={stands} channels={asked.channels} via={asked.via} />
					) : null}
					<WhereItStands stands={stands} />
					{asked.isDone || asked.channels.length > 0 ? null : <ChooseChannels stands={stands} />}
					<p>
						<a href="/werkstatt/widerruf">{m.publishing_withdrawal_another()}</a>
					</p>
				</>
			)}
		</div>
	)
}
