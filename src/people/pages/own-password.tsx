import { redirect } from 'react-router'
import type { Route } from './+types/own-password'
import { refusingAction, refusingLoader } from '#platform/http/refusals.ts'
import { databaseContext, secretsContext } from '#platform/http/request-context.ts'
import { Button, ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { ErrorSummary, errorOf } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { SHORTEST_PASSWORD } from '../account.rules.ts'
import { confirmIdentity, findOwnWays } from '../confirm-identity.ts'
import { ConfirmField } from '../parts/confirm-field.tsx'
import { findOwnSession, municipalityContext, requireRight, signInContext } from '../request.ts'
import { setOwnAccess } from '../set-own-access.ts'
import { CONFIRM_LIMIT } from '../sign-in-limits.ts'
import { withCookies } from '../with-cookies.ts'

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	const { accountId, name, email } = requireRight(context, 'enter-workshop', request)
	const { hasPassword, hasSecondFactor } = await findOwnWays(context.get(databaseContext), accountId)
	return { name, email, hasPassword, asksAgain: hasPassword || hasSecondFactor }
})

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const { accountId } = requireRight(context, 'enter-workshop', request)
	const entered = (name: string) => String(form.get(name) ?? '')
	const wanted = { name: entered('name'), email: entered('email'), password: entered('password') }
	const typed = entered('current')
	// What was typed as a password never comes back in a page.
	form.delete('password')
	form.delete('current')
	CONFIRM_LIMIT.take(accountId)
	const session = await findOwnSession(context, request)
	const [database, at] = [context.get(databaseContext), new Date()]
	await confirmIdentity(database, { session, typed, key: context.get(secretsContext), at })
	CONFIRM_LIMIT.forgive(accountId)
	const municipalityId = context.get(municipalityContext).id
	await setOwnAccess(database, { ...wanted, municipalityId, session, at })
	const cookies = await context.get(signInContext).renew(session)
	return redirect('/werkstatt?zugang=gespeichert', { status: 303, headers: withCookies(cookies) })
})

const FIELDS = {
	'person-name-missing': 'name',
	'email-invalid': 'email',
	'email-taken': 'email',
	'password-too-short': 'password',
	'password-too-long': 'password',
	'confirmation-wrong': 'current',
}

export default function OwnAccessPage({ loaderData, actionData }: Route.ComponentProps) {
	const { refusal, values } = actionData ?? {}
	const { hasPassword, asksAgain } = loaderData
	const error = (name: string) => errorOf(refusal, FIELDS, name)
	return (
		<div className="page section">
			<PageHead
				title={hasPassword ? m.people_access_change_title() : m.people_access_first_title()}
				lead={hasPassword ? m.people_access_lead() : m.people_access_first_lead()}
			/>
			<ErrorSummary refusal={refusal} fields={FIELDS} />
			<form method="post" className="form">
				<Field
					name="name"
					label={m.people_name()}
					autoComplete="name"
					required
					value={values?.['name'] ?? loaderData.name}
					error={error('name')}
				/>
				<Field
					kind="email"
					name="email"
					label={m.people_email()}
					hint={m.people_access_email_hint()}
					autoComplete="username"
					required
					value={values?.['email'] ?? loaderData.email}
					error={error('email')}
				/>
				{asksAgain ? <ConfirmField error={error('current')} /> : null}
				<Field
					kind="password"
					name="password"
					label={m.people_password_new()}
					hint={m.people_password_hint({ shortest: SHORTEST_PASSWORD })}
					autoComplete="new-password"
					required
					error={error('password')}
				/>
				<Buttons>
					<Button>{m.people_save()}</Button>
					<ButtonLink href={hasPassword ? '/werkstatt/zugang' : '/werkstatt'} look="tertiary">
						{hasPassword ? m.people_access_back() : m.people_access_later()}
					</ButtonLink>
				</Buttons>
			</form>
		</div>
	)
}
