import { redirect } from 'react-router'
import type { Route } from './+types/sign-in'
import { refusingAction } from '#platform/http/refusals.ts'
import { visitorContext } from '#platform/http/request-context.ts'
import { Problem } from '#platform/problem.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { ErrorSummary, errorOf } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { recordSignIn } from '../record-sign-in.ts'
import { inThisMunicipality, memberContext, signInContext } from '../request.ts'
import { safeTarget } from '../safe-target.rules.ts'
import { ADDRESS_LIMIT, VISITOR_LIMIT } from '../sign-in-limits.ts'
import { withCookies } from '../with-cookies.ts'

export function loader({ context, request }: Route.LoaderArgs) {
	const target = safeTarget(new URL(request.url).searchParams.get('weiter'))
	if (context.get(memberContext)) throw redirect(target)
	return { target }
}

export const action = refusingAction(async ({ context }: Route.ActionArgs, form) => {
	const email = String(form.get('email') ?? '')
		.trim()
		.toLowerCase()
	const visitor = context.get(visitorContext)
	VISITOR_LIMIT.take(visitor)
	ADDRESS_LIMIT.take(email)
	const session = await context.get(signInContext).withPassword(email, String(form.get('password') ?? ''))
	form.delete('password')
	if (!session) throw new Problem('not-allowed', 'sign-in-failed')
	const { accountId, cookies } = session
	await inThisMunicipality(context, (db) => recordSignIn(db, { accountId, at: new Date() }))
	ADDRESS_LIMIT.forgive(email)
	return redirect(safeTarget(String(form.get('weiter') ?? '')), { status: 303, headers: withCookies(cookies) })
})

const FIELDS = { 'sign-in-failed': 'email' }

export default function SignInPage({ loaderData, actionData }: Route.ComponentProps) {
	const { refusal, values } = actionData ?? {}
	return (
		<div className="page section">
			<PageHead title={m.people_sign_in_title()} lead={m.people_sign_in_lead()} />
			<ErrorSummary refusal={refusal} fields={FIELDS} />
			<form method="post" className="form">
				<input type="hidden" name="weiter" value={loaderData.target} />
				<Field
					kind="email"
					name="email"
					label={m.people_email()}
					autoComplete="username"
					required
					value={values?.['email']}
					error={errorOf(refusal, FIELDS, 'email')}
				/>
				<Field kind="password" name="password" label={m.people_password()} autoComplete="current-password" required />
				<Button>{m.people_sign_in_button()}</Button>
			</form>
			<p className="muted">{m.people_sign_in_lost()}</p>
		</div>
	)
}
