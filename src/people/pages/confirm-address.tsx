import { redirect } from 'react-router'
import type { Route } from './+types/confirm-address'
import { refusingAction, refusingLoader } from '#platform/http/refusals.ts'
import { databaseContext } from '#platform/http/request-context.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { confirmByMail } from '../mail-links.ts'
import { findOwnSession, municipalityContext, requireRight } from '../request.ts'

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	const { email } = requireRight(context, 'enter-workshop', request)
	return { email }
})

export const action = refusingAction(async ({ context, request, params }: Route.ActionArgs) => {
	requireRight(context, 'enter-workshop', request)
	const session = await findOwnSession(context, request)
	const municipality = context.get(municipalityContext)
	await confirmByMail(context.get(databaseContext), { municipality, session, token: params.token, at: new Date() })
	return redirect('/werkstatt/zugang?adresse', 303)
})

export default function ConfirmAddressPage({ loaderData, actionData }: Route.ComponentProps) {
	const refusal = actionData?.refusal
	return (
		<div className="page section">
			<PageHead title={m.people_address_confirm()} lead={loaderData.email} />
			<ErrorSummary refusal={refusal} />
			{refusal ? null : (
				<form method="post">
					<Button>{m.people_address_confirm()}</Button>
				</form>
			)}
		</div>
	)
}
