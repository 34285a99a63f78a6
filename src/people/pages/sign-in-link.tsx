import { redirect } from 'react-router'
import type { Route } from './+types/sign-in-link'
import { refusingAction } from '#platform/http/refusals.ts'
import { visitorContext } from '#platform/http/request-context.ts'
import { Problem } from '#platform/problem.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { recordSignIn } from '../record-sign-in.ts'
import { inThisMunicipality, signInContext } from '../request.ts'
import { VISITOR_LIMIT } from '../sign-in-limits.ts'
import { withCookies } from '../with-cookies.ts'

/** Reading the page uses nothing up: mail programs that look at links beforehand leave it whole. */
export const action = refusingAction(async ({ context, params }: Route.ActionArgs) => {
	VISITOR_LIMIT.take(context.get(visitorContext))
	const session = await context.get(signInContext).withLink(params.token)
	if (!session) throw new Problem('not-allowed', 'link-used')
	const { accountId, cookies } = session
	await inThisMunicipality(context, (db) => recordSignIn(db, { accountId, at: new Date() }))
	return redirect('/werkstatt/passwort', { status: 303, headers: withCookies(cookies) })
})

export default function SignInLinkPage({ actionData }: Route.ComponentProps) {
	const refusal = actionData?.refusal
	return (
		<div className="page section">
			<PageHead title={m.people_link_title()} lead={m.people_link_lead()} />
			<ErrorSummary refusal={refusal} />
			{refusal ? null : (
				<form method="post">
					<Button>{m.people_sign_in_button()}</Button>
				</form>
			)}
		</div>
	)
}
