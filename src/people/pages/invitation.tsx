import type { Route } from './+types/invitation'
import { refusingAction, refusingLoader } from '#platform/http/refusals.ts'
import { databaseContext, visitorContext } from '#platform/http/request-context.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { ErrorSummary, errorOf } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { acceptInvitation } from '../accept-invitation.ts'
import { SHORTEST_PASSWORD } from '../account.rules.ts'
import { findInvitation } from '../invite.ts'
import { partLabel, partText } from '../part-words.ts'
import { inThisMunicipality, municipalityContext, signInContext } from '../request.ts'
import { admit } from '../sign-in-answer.ts'
import { ADDRESS_LIMIT, VISITOR_LIMIT } from '../sign-in-limits.ts'

/** Reading the page uses nothing up: mail programs that look at links beforehand leave it whole. */
export const loader = refusingLoader(async ({ context, params }: Route.LoaderArgs) => {
	const { name, email, part } = await inThisMunicipality(context, (db) => findInvitation(db, params.code, new Date()))
	return { name, email, part, town: context.get(municipalityContext).name }
})

export const action = refusingAction(async ({ context, params }: Route.ActionArgs, form) => {
	const entered = (field: string) => String(form.get(field) ?? '')
	const wanted = { code: params.code, name: entered('name'), email: entered('email'), password: entered('password') }
	form.delete('password')
	VISITOR_LIMIT.take(context.get(visitorContext))
	// A code in the wrong hands tries few addresses and passwords.
	ADDRESS_LIMIT.take(params.code)
	const [municipalityId, at] = [context.get(municipalityContext).id, new Date()]
	const accountId = await acceptInvitation(context.get(databaseContext), { ...wanted, municipalityId, at })
	return admit(await context.get(signInContext).asShown({ municipalityId, accountId, at }), '/werkstatt')
})

const FIELDS = {
	'person-name-missing': 'name',
	'email-invalid': 'email',
	'invitation-not-for-you': 'password',
	'password-too-short': 'password',
	'password-too-long': 'password',
}

export default function InvitationPage({ loaderData, actionData }: Route.ComponentProps) {
	const { name, email, part, town } = loaderData
	const { refusal, values } = actionData ?? {}
	const error = (field: string) => errorOf(refusal, FIELDS, field)
	return (
		<div className="page section">
			<PageHead
				title={m.people_invitation_title({ town })}
				lead={m.people_invitation_lead({ part: partLabel(part), text: partText(part) })}
			/>
			<ErrorSummary refusal={refusal} fields={FIELDS} />
			<form method="post" className="form">
				<Field
					name="name"
					label={m.people_name()}
					autoComplete="name"
					required
					value={values?.['name'] ?? name}
					error={error('name')}
				/>
				{email ? (
					<p>{m.people_invitation_for({ email })}</p>
				) : (
					<Field
						kind="email"
						name="email"
						label={m.people_email()}
						hint={m.people_access_email_hint()}
						autoComplete="username"
						required
						value={values?.['email']}
						error={error('email')}
					/>
				)}
				<Field
					kind="password"
					name="password"
					label={m.people_password()}
					hint={m.people_invitation_password_hint({ shortest: SHORTEST_PASSWORD })}
					autoComplete="new-password"
					required
					error={error('password')}
				/>
				<Button>{m.people_invitation_join()}</Button>
			</form>
		</div>
	)
}
