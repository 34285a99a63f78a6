import { redirect } from 'react-router'
import type { Route } from './+types/invitation-code'
import { refusingAction } from '#platform/http/refusals.ts'
import { visitorContext } from '#platform/http/request-context.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { ErrorSummary, errorOf } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { findInvitation } from '../invite.ts'
import { plainCode } from '../readable-code.ts'
import { inThisMunicipality } from '../request.ts'
import { VISITOR_LIMIT } from '../sign-in-limits.ts'

export const action = refusingAction(async ({ context }: Route.ActionArgs, form) => {
	VISITOR_LIMIT.take(context.get(visitorContext))
	const code = plainCode(String(form.get('code') ?? ''))
	await inThisMunicipality(context, (db) => findInvitation(db, code, new Date()))
	return redirect(`/werkstatt/einladung/${code}`, 303)
})

const FIELDS = { 'invitation-not-open': 'code' }

export default function InvitationCodePage({ actionData }: Route.ComponentProps) {
	const { refusal, values } = actionData ?? {}
	return (
		<div className="page section">
			<PageHead title={m.people_by_invitation()} lead={m.people_invitation_code_lead()} />
			<ErrorSummary refusal={refusal} fields={FIELDS} />
			<form method="post" className="form">
				<Field
					name="code"
					label={m.people_invitation_code()}
					hint={m.people_invitation_code_hint()}
					autoComplete="off"
					autoCapitalize="characters"
					spellCheck={false}
					required
					value={values?.['code']}
					error={errorOf(refusal, FIELDS, 'code')}
				/>
				<Button>{m.people_continue()}</Button>
			</form>
		</div>
	)
}
