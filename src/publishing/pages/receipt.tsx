/** The place of whoever holds a receipt: what became of their words, what they allow, and their data. No account. */
import { redirect } from 'react-router'
import type { Route } from './+types/receipt'
import { findThreads } from '#answering/find-thread.ts'
import type { Thread as VoiceThread } from '#answering/thread.rules.ts'
import { findOwnConsents, type OwnConsent } from '#listening/find-own-consents.ts'
import { findOwnVoices } from '#listening/find-own-voices.ts'
import { findReceipt, readTypedCode } from '#listening/find-receipt.ts'
import { isRestricted } from '#listening/is-restricted.ts'
import { receiptTries } from '#listening/receipt-tries.ts'
import { inThisMunicipality, municipalityContext, todayIn } from '#people/request.ts'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { languageContext, secretsContext, visitorContext } from '#platform/http/request-context.ts'
import { Problem } from '#platform/problem.ts'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { ConsentSwitches } from '../parts/consent-switches.tsx'
import { OwnRequests } from '../parts/own-requests.tsx'
import { OwnRights, WISH_REFUSALS } from '../parts/own-rights.tsx'
import { OwnThreads } from '../parts/own-threads.tsx'
import { CODE_REFUSALS, ReceiptCodeForm } from '../parts/receipt-code-form.tsx'
import { LeaveQuickly, ReceiptScript } from '../parts/receipt-frame.tsx'
import receiptLook from '../parts/receipt.css?url'
import { doneWord } from '../public-words.ts'
import { changeOwn } from '../change-own.ts'
import { findOwnRequests } from '../own-data/find-own-data.ts'
import type { OwnConversation } from '../own-data/own-data.ts'
import { closeReceiptSession, openReceiptSession, readReceiptSession, requireReceipt } from '../receipt-session.ts'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: receiptLook }]

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	const done = new URL(request.url).searchParams.get('getan') ?? ''
	const speakerIds = await readReceiptSession(context, request, Date.now())
	if (!speakerIds) return { done, opened: null }
	const today = todayIn(context.get(municipalityContext))
	return inThisMunicipality(context, async (db) => {
		const voiceIds = await findOwnVoices(db, speakerIds)
		// Erased meanwhile, by the person on another phone or by the team.
		if (voiceIds.length === 0) return { done, opened: null }
		const language = context.get(languageContext)
		const consents: OwnConsent[] = []
		for (const speakerId of speakerIds) consents.push(...(await findOwnConsents(db, { speakerId, language })))
		return {
			done,
			opened: {
				threads: await findThreads(db, { voiceIds, today }),
				consents,
				requests: await findOwnRequests(db, speakerIds),
				isRestricted: await isRestricted(db, speakerIds),
			},
		}
	})
})

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	if (form.has('leave')) return go('/', await closeReceiptSession(context))
	if (form.has('intent')) {
		const speakerIds = await requireReceipt(context, request)
		const today = todayIn(context.get(municipalityContext))
		const done = await inThisMunicipality(context, (db) => changeOwn(db, { speakerIds, form, today, at: new Date() }))
		return redirect(`/beleg?getan=${done}`, 303)
	}
	const code = readTypedCode(String(form.get('code') ?? ''))
	await receiptTries.begin(context.get(visitorContext))
	const secrets = context.get(secretsContext)
	const municipalityId = context.get(municipalityContext).id
	const speakerIds = await inThisMunicipality(context, (db) =>
		findReceipt(db, { municipalityId, secrets, code }),
	).catch((error: unknown) => {
		if (error instanceof Problem && error.code === 'receipt-unknown') receiptTries.failed()
		throw error
	})
	return go('/beleg', await openReceiptSession(context, speakerIds, Date.now()))
})

const go = (where: string, cookie: string) => redirect(where, { status: 303, headers: { 'set-cookie': cookie } })

export default function Receipt({ loaderData: { opened, done }, actionData }: Route.ComponentProps) {
	const refused = actionData as RefusedForm | undefined
	return (
		<div className="page narrow section">
			{opened ? <Opened {...opened} done={done} refused={refused} /> : <Closed done={done} refused={refused} />}
			<ReceiptScript />
		</div>
	)
}

function Closed({ done, refused }: { done: string; refused: RefusedForm | undefined }) {
	return (
		<>
			<PageHead
				title={m.publishing_receipt_title()}
				lead={m.publishing_receipt_lead()}
				stage="answer"
				description={m.publishing_receipt_lead()}
			/>
			<ErrorSummary refusal={refused?.refusal} fields={CODE_REFUSALS} />
			{done === 'erase' && !refused ? <Notice kind="success" title={m.publishing_done_erase()} announce /> : null}
			<ReceiptCodeForm refused={refused} />
			<p className="note">{m.publishing_receipt_privacy()}</p>
		</>
	)
}

type OpenedProps = {
	threads: VoiceThread[]
	consents: OwnConsent[]
	requests: OwnConversation['requests']
	isRestricted: boolean
	done: string
	refused: RefusedForm | undefined
}

function Opened({ threads, consents, requests, isRestricted, done, refused }: OpenedProps) {
	const mayBeUsed = !isRestricted && consents.some((given) => given.channel === 'analyse' && given.withdrawnOn === null)
	return (
		<>
			<LeaveQuickly />
			<PageHead title={m.publishing_receipt_opened_title()} label={m.publishing_receipt_only_you()} stage="answer" />
			<ErrorSummary refusal={refused?.refusal} fields={WISH_REFUSALS} />
			{doneWord(done) && !refused ? <Notice kind="success" title={doneWord(done)} announce /> : null}
			{isRestricted ? <Notice title={m.publishing_receipt_restricted()} /> : null}
			<OwnThreads threads={threads} mayBeUsed={mayBeUsed} />
			<OwnRequests requests={requests} />
			<section aria-labelledby="zustimmung" className="own-section">
				<h2 id="zustimmung">{m.publishing_consent_heading()}</h2>
				<p>{m.publishing_consent_lead()}</p>
				<ConsentSwitches consents={consents} />
			</section>
			<section aria-labelledby="daten" className="own-section">
				<h2 id="daten">{m.publishing_rights_heading()}</h2>
				<p>{m.publishing_rights_lead()}</p>
				<OwnRights isRestricted={isRestricted} refused={refused} />
			</section>
			<details className="own-section">
				<summary>{m.publishing_receipt_another()}</summary>
				<ReceiptCodeForm />
			</details>
			<p className="note">{m.publishing_receipt_ends()}</p>
		</>
	)
}
