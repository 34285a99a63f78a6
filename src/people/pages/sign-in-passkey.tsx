import { useState } from 'react'
import { redirect } from 'react-router'
import {
	startAuthentication,
	type PublicKeyCredentialRequestOptionsJSON as PasskeyQuestion,
} from '@simplewebauthn/browser'
import type { Route } from './+types/sign-in-passkey'
import { refusingAction, refusingLoader } from '#platform/http/refusals.ts'
import { databaseContext, settingsContext, visitorContext } from '#platform/http/request-context.ts'
import { Button, ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { PasskeyScriptNotice, PasskeyTrouble } from '../parts/passkey-notices.tsx'
import { sendAnswer } from '../parts/send-answer.ts'
import { askForPasskey, siteOf } from '../passkeys.ts'
import { memberContext, municipalityContext, signInContext } from '../request.ts'
import { safeTarget } from '../safe-target.rules.ts'
import { admit } from '../sign-in-answer.ts'
import { QUESTION_LIMIT, VISITOR_LIMIT } from '../sign-in-limits.ts'

/** The browser's own script talks to the passkey: this page and the one that makes passkeys carry some. */
export const handle = { hydrate: true }

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	const target = safeTarget(new URL(request.url).searchParams.get('weiter'))
	if (context.get(memberContext)) throw redirect(target)
	QUESTION_LIMIT.take(context.get(visitorContext))
	const site = siteOf(context.get(settingsContext).baseUrl, context.get(municipalityContext).name)
	const question = JSON.stringify(await askForPasskey(context.get(databaseContext), site, new Date()))
	return { target, question }
})

export const action = refusingAction(async ({ context }: Route.ActionArgs, form) => {
	VISITOR_LIMIT.take(context.get(visitorContext))
	const { id: municipalityId, name } = context.get(municipalityContext)
	const site = siteOf(context.get(settingsContext).baseUrl, name)
	const answer = String(form.get('answer') ?? '')
	form.delete('answer')
	const entrance = await context.get(signInContext).withPasskey({ municipalityId, answer, site, at: new Date() })
	return admit(entrance, safeTarget(String(form.get('weiter') ?? '')), 'passkey-not-accepted')
})

export default function SignInPasskeyPage({ loaderData, actionData }: Route.ComponentProps) {
	const { target, question } = loaderData
	const [isInTrouble, setTrouble] = useState(false)
	return (
		<div className="page section">
			<PageHead title={m.people_passkey_title()} lead={m.people_passkey_lead()} />
			<ErrorSummary refusal={actionData?.refusal} />
			<PasskeyScriptNotice />
			{isInTrouble ? <PasskeyTrouble /> : null}
			<form
				method="post"
				onSubmit={(event) =>
					sendAnswer(event, () => startAuthentication({ optionsJSON: JSON.parse(question) as PasskeyQuestion })).catch(
						() => setTrouble(true),
					)
				}
			>
				<input type="hidden" name="weiter" value={target} />
				<input type="hidden" name="answer" />
				<Buttons>
					<Button>{m.people_passkey_button()}</Button>
					<ButtonLink href={`/werkstatt/anmelden?weiter=${encodeURIComponent(target)}`} look="tertiary">
						{m.people_back_to_sign_in()}
					</ButtonLink>
				</Buttons>
			</form>
		</div>
	)
}
