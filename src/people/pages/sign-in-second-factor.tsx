import { redirect } from 'react-router'
import type { Route } from './+types/sign-in-second-factor'
import { refusingAction } from '#platform/http/refusals.ts'
import { visitorContext } from '#platform/http/request-context.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { ErrorSummary, errorOf } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { municipalityContext, signInContext } from '../request.ts'
import { safeTarget } from '../safe-target.rules.ts'
import { admit } from '../sign-in-answer.ts'
import { VISITOR_LIMIT } from '../sign-in-limits.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
	const target = safeTarget(new URL(request.url).searchParams.get('weiter'))
	if (!(await context.get(signInContext).isHalfway(request))) throw redirect('/werkstatt/anmelden')
	return { target }
}

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const typed = String(form.get('code') ?? '')
	form.delete('code')
	VISITOR_LIMIT.take(context.get(visitorContext))
	const municipalityId = context.get(municipalityContext).id
	const wanted = { municipalityId, request, typed, at: new Date() }
	const entrance = await context.get(signInContext).withSecondFactor(wanted)
	return admit(entrance, safeTarget(String(form.get('weiter') ?? '')), 'code-wrong')
})

const FIELDS = { 'code-wrong': 'code', 'second-factor-rests': 'code' }

export default function SecondFactorPage({ loaderData, actionData }: Route.ComponentProps) {
	const refusal = actionData?.refusal
	return (
		<div className="page section">
			<PageHead title={m.people_second_title()} lead={m.people_second_lead()} />
			<ErrorSummary refusal={refusal} fields={FIELDS} />
			<form method="post" className="form">
				<input type="hidden" name="weiter" value={loaderData.target} />
				<Field
					name="code"
					label={m.people_second_code()}
					hint={m.people_second_code_hint()}
					autoComplete="one-time-code"
					autoCapitalize="characters"
					spellCheck={false}
					required
					width={16}
					error={errorOf(refusal, FIELDS, 'code')}
				/>
				<Button>{m.people_sign_in_button()}</Button>
			</form>
			<p className="muted">{m.people_second_lost()}</p>
		</div>
	)
}
