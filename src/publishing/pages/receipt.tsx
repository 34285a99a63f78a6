/** What became of a voice, for whoever holds its receipt. No account, no script, gone from the browser after 15 minutes. */
import { redirect } from 'react-router'
import type { Route } from './+types/receipt'
import { findThreads } from '#answering/find-thread.ts'
import type { Thread as VoiceThread } from '#answering/thread.rules.ts'
import { findOwnVoices } from '#listening/find-own-voices.ts'
import { findReceipt, readTypedCode } from '#listening/find-receipt.ts'
import { receiptTries } from '#listening/receipt-tries.ts'
import { inThisMunicipality, municipalityContext, todayIn } from '#people/request.ts'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { secretsContext, visitorContext } from '#platform/http/request-context.ts'
import { Problem } from '#platform/problem.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { ErrorSummary, errorOf } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Thread } from '#platform/ui/thread.tsx'
import { m } from '#platform/words/words.ts'
import { threadStations } from '../parts/thread-stations.tsx'
import { closeReceiptSession, openReceiptSession, readReceiptSession } from '../receipt-session.ts'

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	const speakerIds = await readReceiptSession(context, request, Date.now())
	if (!speakerIds) return { threads: null }
	const today = todayIn(context.get(municipalityContext))
	return inThisMunicipality(context, async (db) => ({
		threads: await findThreads(db, { voiceIds: await findOwnVoices(db, speakerIds), today }),
	}))
})

export const action = refusingAction(async ({ context }: Route.ActionArgs, form) => {
	if (form.has('leave'))
		return redirect('/', { status: 303, headers: { 'set-cookie': await closeReceiptSession(context) } })
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
	return redirect('/beleg', {
		status: 303,
		headers: { 'set-cookie': await openReceiptSession(context, speakerIds, Date.now()) },
	})
})

export default function Receipt({ loaderData: { threads }, actionData }: Route.ComponentProps) {
	return (
		<div className="page narrow section">
			{threads ? <Opened threads={threads} /> : <Closed refused={actionData as RefusedForm | undefined} />}
		</div>
	)
}

const FIELDS = { 'receipt-code-incomplete': 'code', 'receipt-code-typo': 'code', 'receipt-unknown': 'code' }

function Closed({ refused }: { refused: RefusedForm | undefined }) {
	return (
		<>
			<PageHead
				title={m.publishing_receipt_title()}
				lead={m.publishing_receipt_lead()}
				stage="answer"
				description={m.publishing_receipt_lead()}
			/>
			<ErrorSummary refusal={refused?.refusal} fields={FIELDS} />
			<form method="post" className="flow">
				<Field
					name="code"
					label={m.publishing_receipt_code()}
					hint={m.publishing_receipt_code_hint()}
					error={errorOf(refused?.refusal, FIELDS, 'code')}
					value={refused?.values['code']}
					autoComplete="off"
					autoCapitalize="characters"
					spellCheck={false}
					required
				/>
				<Button>{m.publishing_receipt_open()}</Button>
			</form>
			<p className="note">{m.publishing_receipt_privacy()}</p>
		</>
	)
}

function Opened({ threads }: { threads: VoiceThread[] }) {
	return (
		<>
			<PageHead title={m.publishing_receipt_opened_title()} label={m.publishing_receipt_only_you()} stage="answer">
				<form method="post">
					<Button name="leave" value="1" look="secondary">
						{m.publishing_receipt_leave()}
					</Button>
				</form>
			</PageHead>
			{threads.length === 0 ? (
				<EmptyState title={m.publishing_receipt_nothing()}>
					<p>{m.publishing_receipt_nothing_text()}</p>
				</EmptyState>
			) : null}
			{threads.map((thread) => (
				<Thread key={thread.voice.id} label={m.publishing_receipt_thread()} stations={threadStations(thread)} />
			))}
			<p className="note">{m.publishing_receipt_ends()}</p>
		</>
	)
}
