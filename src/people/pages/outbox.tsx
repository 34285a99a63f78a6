/** Mails that have not left: who waits for one, why, and what can be done. Their texts are shown to nobody. */
import { redirect } from 'react-router'
import type { Route } from './+types/outbox'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { settingsContext } from '#platform/http/request-context.ts'
import { mailTrouble, type MailTrouble } from '#platform/mail.rules.ts'
import { discardMail, findUnsentMails, tryMailAgain, type UnsentMail } from '#platform/outbox.ts'
import { Button, Buttons } from '#platform/ui/buttons.tsx'
import { TimeText } from '#platform/ui/date-text.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Row, Rows } from '#platform/ui/rows.tsx'
import { StateWord } from '#platform/ui/state-word.tsx'
import { m } from '#platform/words/words.ts'
import { appendAudit } from '../audit-log.ts'
import { canMail } from '../mail-links.ts'
import { inThisMunicipality, requireRight } from '../request.ts'

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'manage-team', request)
	return {
		hasServer: canMail(context.get(settingsContext)),
		mails: await inThisMunicipality(context, findUnsentMails),
		done: new URL(request.url).searchParams.get('getan'),
	}
})

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const { accountId: by } = requireRight(context, 'manage-team', request)
	const mailId = String(form.get('mail') ?? '')
	const isDiscarded = form.get('intent') === 'discard'
	await inThisMunicipality(context, async (db) => {
		await (isDiscarded ? discardMail : tryMailAgain)(db, mailId)
		const act = isDiscarded ? 'mail-discarded' : 'mail-tried-again'
		await appendAudit(db, { by, act, subject: 'outbox_mail', subjectId: mailId, at: new Date() })
	})
	return redirect(`/werkstatt/postausgang?getan=${isDiscarded ? 'verworfen' : 'versucht'}`, 303)
})

export default function Outbox({ loaderData, actionData }: Route.ComponentProps) {
	const { hasServer, mails, done } = loaderData
	const { refusal } = (actionData as RefusedForm | undefined) ?? {}
	return (
		<div className="page section">
			<PageHead
				title={m.people_outbox_title()}
				lead={m.people_outbox_lead()}
				crumbs={[{ href: '/werkstatt/team', label: m.people_team_title() }]}
			/>
			<ErrorSummary refusal={refusal} />
			{done && !refusal ? (
				<Notice
					kind="success"
					title={done === 'verworfen' ? m.people_outbox_discard_done() : m.people_outbox_again_done()}
					announce
				/>
			) : null}
			{hasServer ? null : (
				<Notice title={m.people_outbox_no_server()}>
					<p>{m.people_outbox_no_server_text()}</p>
				</Notice>
			)}
			{mails.length > 0 ? (
				<Rows label={m.people_outbox_title()}>
					{mails.map((mail) => (
						<Unsent key={mail.id} mail={mail} hasServer={hasServer} />
					))}
				</Rows>
			) : (
				<EmptyState title={m.people_outbox_none()}>{hasServer ? m.people_outbox_none_text() : null}</EmptyState>
			)}
		</div>
	)
}

const TROUBLES: Record<MailTrouble, () => string> = {
	unreachable: m.people_mail_trouble_unreachable,
	'sign-in': m.people_mail_trouble_sign_in,
	address: m.people_mail_trouble_address,
	refused: m.people_mail_trouble_refused,
}

function Unsent({ mail, hasServer }: { mail: UnsentMail; hasServer: boolean }) {
	const { id, recipient, subject, state, attempts, lastError, createdAt, nextTryAt } = mail
	return (
		<Row
			title={recipient}
			level={2}
			aside={
				state === 'failed' ? (
					<StateWord tone="late">{m.people_outbox_failed()}</StateWord>
				) : (
					<StateWord tone="plain">{m.people_outbox_waiting()}</StateWord>
				)
			}
		>
			<p>{subject}</p>
			<p className="note">
				{m.people_outbox_since()} <TimeText at={createdAt} /> ·{' '}
				{attempts === 0 ? m.people_outbox_not_tried() : m.people_outbox_tries({ count: attempts })}
				{hasServer && nextTryAt ? (
					<>
						{' '}
						· {m.people_outbox_next()} <TimeText at={nextTryAt} />
					</>
				) : null}
			</p>
			{lastError ? (
				<p>
					{TROUBLES[mailTrouble(lastError)]()} <code>{lastError}</code>
				</p>
			) : null}
			<form method="post">
				<input type="hidden" name="mail" value={id} />
				<Buttons>
					{hasServer ? (
						<Button
							small
							look="secondary"
							name="intent"
							value="again"
							aria-label={m.people_outbox_again_who({ recipient })}
						>
							{m.people_outbox_again()}
						</Button>
					) : null}
					<Button
						small
						look="danger"
						name="intent"
						value="discard"
						aria-label={m.people_outbox_discard_who({ recipient })}
					>
						{m.people_outbox_discard()}
					</Button>
				</Buttons>
			</form>
		</Row>
	)
}
