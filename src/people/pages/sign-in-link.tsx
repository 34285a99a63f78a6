import type { Route } from './+types/sign-in-link'
import { refusingAction } from '#platform/http/refusals.ts'
import { databaseContext, visitorContext } from '#platform/http/request-context.ts'
import { Button, ButtonLink } from '#platform/ui/buttons.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { findOwnWays } from '../confirm-identity.ts'
import { municipalityContext, signInContext } from '../request.ts'
import { admit } from '../sign-in-answer.ts'
import { VISITOR_LIMIT } from '../sign-in-limits.ts'

/** Reading the page uses nothing up: mail programs that look at links beforehand leave it whole. */
export const action = refusingAction(async ({ context, params }: Route.ActionArgs) => {
	VISITOR_LIMIT.take(context.get(visitorContext))
	const municipalityId = context.get(municipalityContext).id
	const entrance = await context.get(signInContext).withLink({ municipalityId, token: params.token, at: new Date() })
	const ways = entrance && (await findOwnWays(context.get(databaseContext), entrance.accountId))
	return admit(entrance, ways?.hasPassword ? '/werkstatt' : '/werkstatt/passwort', 'link-used')
})

export default function SignInLinkPage({ actionData }: Route.ComponentProps) {
	const refusal = actionData?.refusal
	return (
		<div className="page section">
			<PageHead title={m.people_link_title()} lead={refusal ? undefined : m.people_link_lead()} />
			<ErrorSummary refusal={refusal} />
			{refusal ? (
				<ButtonLink href="/werkstatt/anmelden" look="secondary">
					{m.people_back_to_sign_in()}
				</ButtonLink>
			) : (
				<form method="post">
					<Button>{m.people_sign_in_button()}</Button>
				</form>
			)}
		</div>
	)
}
