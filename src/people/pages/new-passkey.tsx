import { useState } from 'react'
import { redirect } from 'react-router'
import {
	startRegistration,
	type PublicKeyCredentialCreationOptionsJSON as NewPasskeyQuestion,
} from '@simplewebauthn/browser'
import type { Route } from './+types/new-passkey'
import { refusingAction, refusingLoader } from '#platform/http/refusals.ts'
import { databaseContext, secretsContext, settingsContext } from '#platform/http/request-context.ts'
import { Button, ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { ErrorSummary, errorOf } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { confirmIdentity, findOwnWays } from '../confirm-identity.ts'
import { ConfirmField } from '../parts/confirm-field.tsx'
import { PasskeyScriptNotice, PasskeyTrouble } from '../parts/passkey-notices.tsx'
import { sendAnswer } from '../parts/send-answer.ts'
import { askForNewPasskey, keepPasskey, siteOf } from '../passkeys.ts'
import { findOwnSession, municipalityContext, requireRight } from '../request.ts'
import { CONFIRM_LIMIT } from '../sign-in-limits.ts'

export const handle = { hydrate: true }

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	const { accountId } = requireRight(context, 'enter-workshop', request)
	const { hasPassword, hasSecondFactor } = await findOwnWays(context.get(databaseContext), accountId)
	return { asksAgain: hasPassword || hasSecondFactor }
})

/** First the name and who somebody is, then the question to the device, then its answer. */
export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const { accountId } = requireRight(context, 'enter-workshop', request)
	const entered = (field: string) => String(form.get(field) ?? '')
	const [database, at, name, answer] = [context.get(databaseContext), new Date(), entered('name'), entered('answer')]
	const typed = entered('current')
	form.delete('current')
	form.delete('answer')
	const session = await findOwnSession(context, request)
	const municipality = context.get(municipalityContext)
	const own = { municipalityId: municipality.id, session, at }
	const site = siteOf(context.get(settingsContext).baseUrl, municipality.name)
	if (entered('intent') === 'keep') {
		await keepPasskey(database, own, { answer, name, site })
		return redirect('/werkstatt/zugang?passkey=neu', 303)
	}
	CONFIRM_LIMIT.take(accountId)
	await confirmIdentity(database, { session, typed, key: context.get(secretsContext), at })
	CONFIRM_LIMIT.forgive(accountId)
	const question = JSON.stringify(await askForNewPasskey(database, own, site))
	return { question, name, refusal: undefined, values: undefined }
})

const FIELDS = { 'confirmation-wrong': 'current' }

export default function NewPasskeyPage({ loaderData, actionData }: Route.ComponentProps) {
	const { refusal, values } = actionData ?? {}
	const asked = actionData && 'question' in actionData ? actionData : null
	const [isInTrouble, setTrouble] = useState(false)
	return (
		<div className="page section">
			<PageHead title={m.people_passkey_new()} lead={asked ? m.people_passkey_ask() : m.people_passkey_new_lead()} />
			<ErrorSummary refusal={refusal} fields={FIELDS} />
			<PasskeyScriptNotice />
			{isInTrouble ? <PasskeyTrouble /> : null}
			{asked ? (
				<form
					method="post"
					onSubmit={(event) =>
						sendAnswer(event, () =>
							startRegistration({ optionsJSON: JSON.parse(asked.question) as NewPasskeyQuestion }),
						).catch(() => setTrouble(true))
					}
				>
					<input type="hidden" name="intent" value="keep" />
					<input type="hidden" name="name" value={asked.name} />
					<input type="hidden" name="answer" />
					<Button>{m.people_passkey_make()}</Button>
				</form>
			) : (
				<form method="post" className="form">
					<Field
						name="name"
						label={m.people_passkey_name()}
						hint={m.people_passkey_name_hint()}
						autoComplete="off"
						required
						maxLength={80}
						value={values?.['name']}
					/>
					{loaderData.asksAgain ? <ConfirmField error={errorOf(refusal, FIELDS, 'current')} /> : null}
					<Buttons>
						<Button>{m.people_continue()}</Button>
						<ButtonLink href="/werkstatt/zugang" look="tertiary">
							{m.people_access_back()}
						</ButtonLink>
					</Buttons>
				</form>
			)}
		</div>
	)
}
