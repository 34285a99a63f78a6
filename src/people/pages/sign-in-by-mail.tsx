import { redirect } from 'react-router'
import type { Route } from './+types/sign-in-by-mail'
import { refusingAction } from '#platform/http/refusals.ts'
import { databaseContext, settingsContext, visitorContext } from '#platform/http/request-context.ts'
import { Button, ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { ErrorSummary, errorOf } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { MAILED_LINK_MINUTES, parseEmail } from '../account.rules.ts'
import { canMail, mailSignInLink, requireMail } from '../mail-links.ts'
import { municipalityContext } from '../request.ts'
import { afterAnswer } from '../sign-in-answer.ts'
import { LINK_LIMIT, VISITOR_LIMIT } from '../sign-in-limits.ts'

export function loader({ context, request }: Route.LoaderArgs) {
	const isAsked = new URL(request.url).searchParams.has('gesendet')
	return { canMail: canMail(context.get(settingsContext)), isAsked }
}

/** The same answer for every address, given before anything is looked up. */
export const action = refusingAction(async ({ context }: Route.ActionArgs, form) => {
	const settings = context.get(settingsContext)
	requireMail(settings)
	const email = parseEmail(String(form.get('email') ?? ''))
	VISITOR_LIMIT.take(context.get(visitorContext))
	LINK_LIMIT.take(email)
	const [database, municipality] = [context.get(databaseContext), context.get(municipalityContext)]
	afterAnswer(() => mailSignInLink(database, { municipality, settings }, email, new Date()))
	return redirect('/werkstatt/anmelden/link?gesendet', 303)
})

const FIELDS = { 'email-invalid': 'email' }

export default function SignInByMailPage({ loaderData, actionData }: Route.ComponentProps) {
	const { refusal, values } = actionData ?? {}
	const isAsked = loaderData.isAsked && !refusal
	return (
		<div className="page section">
			<PageHead title={m.people_by_mail_title()} lead={isAsked ? undefined : m.people_by_mail_lead()} />
			<ErrorSummary refusal={refusal} fields={FIELDS} />
			{isAsked ? (
				<Notice kind="success" title={m.people_by_mail_sent()} announce>
					<p>{m.people_by_mail_sent_text({ minutes: MAILED_LINK_MINUTES })}</p>
				</Notice>
			) : loaderData.canMail ? (
				<form method="post" className="form">
					<Field
						kind="email"
						name="email"
						label={m.people_email()}
						autoComplete="username"
						required
						value={values?.['email']}
						error={errorOf(refusal, FIELDS, 'email')}
					/>
					<Button>{m.people_by_mail_button()}</Button>
				</form>
			) : (
				<Notice title={m.people_by_mail_none()}>
					<p>{m.people_sign_in_lost()}</p>
				</Notice>
			)}
			<Buttons>
				<ButtonLink href="/werkstatt/anmelden" look="tertiary">
					{m.people_back_to_sign_in()}
				</ButtonLink>
			</Buttons>
		</div>
	)
}
