import { redirect } from 'react-router'
import type { Route } from './+types/sign-in'
import { refusingAction } from '#platform/http/refusals.ts'
import { visitorContext } from '#platform/http/request-context.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { ErrorSummary, errorOf } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { OtherWaysIn } from '../parts/other-ways-in.tsx'
import { memberContext, municipalityContext, providerContext, signInContext } from '../request.ts'
import { safeTarget } from '../safe-target.rules.ts'
import { admit } from '../sign-in-answer.ts'
import { ADDRESS_LIMIT, VISITOR_LIMIT } from '../sign-in-limits.ts'

export function loader({ context, request }: Route.LoaderArgs) {
	const { searchParams } = new URL(request.url)
	const target = safeTarget(searchParams.get('weiter'))
	if (context.get(memberContext)) throw redirect(target)
	return {
		target,
		isSentHere: searchParams.has('weiter'),
		provider: context.get(providerContext)?.name ?? null,
		isRefusedElsewhere: searchParams.get('anbieter') === 'abgelehnt',
		isProviderSilent: searchParams.get('anbieter') === 'still',
	}
}

export const action = refusingAction(async ({ context }: Route.ActionArgs, form) => {
	const email = String(form.get('email') ?? '')
		.trim()
		.toLowerCase()
	const password = String(form.get('password') ?? '')
	// What was typed as a password never comes back in a page.
	form.delete('password')
	VISITOR_LIMIT.take(context.get(visitorContext))
	ADDRESS_LIMIT.take(email)
	const municipalityId = context.get(municipalityContext).id
	const entrance = await context.get(signInContext).withPassword({ municipalityId, email, password, at: new Date() })
	const answer = admit(entrance, safeTarget(String(form.get('weiter') ?? '')))
	ADDRESS_LIMIT.forgive(email)
	return answer
})

const FIELDS = { 'sign-in-failed': 'email' }

export default function SignInPage({ loaderData, actionData }: Route.ComponentProps) {
	const { refusal, values } = actionData ?? {}
	const { target, isSentHere, provider, isRefusedElsewhere, isProviderSilent } = loaderData
	return (
		<div className="page section">
			<PageHead title={m.people_sign_in_title()} lead={m.people_sign_in_lead()} />
			<ErrorSummary refusal={refusal} fields={FIELDS} />
			{isSentHere && !isProviderSilent && !refusal ? (
				<Notice title={m.people_sent_here()}>
					<p>{m.people_sent_here_text()}</p>
				</Notice>
			) : null}
			{isRefusedElsewhere ? (
				<Notice kind="warning" title={m.people_provider_refused({ provider: provider ?? '' })} announce>
					<p>{m.people_provider_refused_text()}</p>
				</Notice>
			) : null}
			{isProviderSilent && provider ? (
				<Notice kind="warning" title={m.people_provider_silent({ provider })} announce>
					<p>{m.people_provider_silent_text()}</p>
				</Notice>
			) : null}
			<form method="post" className="form">
				<input type="hidden" name="weiter" value={target} />
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
			<OtherWaysIn target={target} provider={provider} />
		</div>
	)
}
