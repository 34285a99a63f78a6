/** Where the team takes back what somebody asked them to, by mail, on the telephone or at the door. */
import { redirect } from 'react-router'
import type { Route } from './+types/withdrawal'
import { appendAudit } from '#people/audit-log.ts'
import { inThisMunicipality, municipalityContext, requireRight, todayIn } from '#people/request.ts'
import { text } from '#platform/http/form-fields.ts'
import { refusingAction, refusingLoader, toRefusal, type RefusedForm } from '#platform/http/refusals.ts'
import { Problem } from '#platform/problem.ts'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { nameOf } from '../parts/find-somebody.tsx'
import { AskToConfirm, ChooseChannels, WhatToReply, WhereItStands } from '../parts/withdrawal-steps.tsx'
import { findWhatStands } from '../withdrawing/find-what-stands.ts'
import { withdrawForPerson } from '../withdrawing/withdraw-for-person.ts'

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	const { accountId: by } = requireRight(context, 'handle-requests', request)
	const search = new URL(request.url).searchParams
	const asked = {
		channels: search.getAll('kanal'),
		via: search.get('via') === 'in-person' ? ('in-person' as const) : ('mail' as const),
		isDone: search.has('getan'),
		withdrawn: search.getAll('getan'),
	}
	return inThisMunicipality(context, async (db) => {
		const stands = await findWhatStands(db, params.speaker)
		const subjectId = stands.person.id
		const isNothingChosen = search.has('via') && asked.channels.length === 0
		await appendAudit(db, { by, act: 'transcript-read', subject: 'speaker', subjectId, at: new Date() })
		return {
			asked,
			stands,
			nothing: isNothingChosen ? toRefusal(new Problem('invalid', 'channels-missing')) : undefined,
		}
	})
})

export const action = refusingAction(async ({ context, request, params }: Route.ActionArgs, form) => {
	const { accountId: by } = requireRight(context, 'handle-requests', request)
	const speakerId = params.speaker
	const channels = form.getAll('kanal').map(String)
	const via = text(form, 'via') === 'in-person' ? 'in-person' : 'mail'
	const [today, at] = [todayIn(context.get(municipalityContext)), new Date()]
	await inThisMunicipality(context, (db) => withdrawForPerson(db, { speakerId, channels, via, by, today, at }))
	const done = new URLSearchParams(channels.map((channel) => ['getan', channel]))
	return redirect(`/werkstatt/anliegen/${speakerId}/widerruf?${done.toString()}`, 303)
})

const FIELDS = { 'channels-missing': 'kanal' }

export default function Withdrawal({ loaderData: { asked, stands, nothing }, actionData }: Route.ComponentProps) {
	const refusal = (actionData as RefusedForm | undefined)?.refusal ?? nothing
	const crumbs = [
		{ href: '/werkstatt/anliegen', label: m.publishing_requests_title() },
		{ href: `/werkstatt/anliegen/${stands.person.id}`, label: nameOf(stands.person) },
	]
	return (
		<div className="page narrow">
			<PageHead
				stage="listen"
				title={m.publishing_withdrawal_title()}
				lead={m.publishing_withdrawal_lead()}
				crumbs={crumbs}
			/>
			<ErrorSummary refusal={refusal} fields={FIELDS} />
			{asked.isDone ? <WhatToReply stands={stands} withdrawn={asked.withdrawn} /> : null}
			{!asked.isDone && asked.channels.length > 0 ? (
				<AskToConfirm stands={stands} channels={asked.channels} via={asked.via} />
			) : null}
			<WhereItStands stands={stands} />
			{asked.isDone || asked.channels.length > 0 ? null : <ChooseChannels stands={stands} />}
			{asked.isDone ? (
				<p>
					<a href="/werkstatt/anliegen">{m.publishing_withdrawal_another()}</a>
				</p>
			) : null}
		</div>
	)
}
