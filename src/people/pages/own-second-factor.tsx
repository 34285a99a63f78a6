import type { Route } from './+types/own-second-factor'
import { data, redirect } from 'react-router'
import { refusingAction, refusingLoader, toRefusal } from '#platform/http/refusals.ts'
import { databaseContext, secretsContext } from '#platform/http/request-context.ts'
import { Problem } from '#platform/problem.ts'
import { drawQr } from '#platform/qr-drawing.ts'
import { ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { confirmIdentity, findOwnWays } from '../confirm-identity.ts'
import { RecoveryCodes } from '../parts/recovery-codes.tsx'
import { SecondFactorChoices } from '../parts/second-factor-choices.tsx'
import { SecondFactorSetup, type Setup } from '../parts/second-factor-setup.tsx'
import { findOwnSession, municipalityContext, requireRight, signInContext } from '../request.ts'
import {
	beginSecondFactor,
	confirmSecondFactor,
	endSecondFactor,
	findBegunSecret,
	renewRecoveryCodes,
} from '../set-up-second-factor.ts'
import { CONFIRM_LIMIT } from '../sign-in-limits.ts'
import { totpAddress } from '../totp.ts'
import { withCookies } from '../with-cookies.ts'
import lookHref from '../parts/own-access.css?url'

export const links = () => [{ rel: 'stylesheet', href: lookHref }]

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	const { accountId } = requireRight(context, 'enter-workshop', request)
	const { hasPassword, hasSecondFactor } = await findOwnWays(context.get(databaseContext), accountId)
	return { isOn: hasSecondFactor, asksAgain: hasPassword || hasSecondFactor }
})

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const { accountId, email } = requireRight(context, 'enter-workshop', request)
	const [typed, intent] = [String(form.get('current') ?? ''), String(form.get('intent') ?? '')]
	form.delete('current')
	const [database, key, at] = [context.get(databaseContext), context.get(secretsContext), new Date()]
	const { id: municipalityId, name: town } = context.get(municipalityContext)
	const session = await findOwnSession(context, request)
	const own = { municipalityId, session, key, at }
	const shown = (secret: string) => showSetup(secret, town, email)
	CONFIRM_LIMIT.take(accountId)
	if (intent === 'confirm') return finishSetup()
	await confirmIdentity(database, { session, typed, key, at })
	CONFIRM_LIMIT.forgive(accountId)
	if (intent === 'end') {
		await endSecondFactor(database, own)
		return redirect('/werkstatt/zugang?zweiter-schritt=aus', 303)
	}
	if (intent === 'renew') return { ...NOTHING, codes: await renewRecoveryCodes(database, own) }
	return { ...NOTHING, setup: shown(await beginSecondFactor(database, own)) }

	/** A wrong code shows the picture again: nobody has to begin anew. */
	async function finishSetup() {
		try {
			const codes = await confirmSecondFactor(database, { ...own, typed: String(form.get('code') ?? '') })
			CONFIRM_LIMIT.forgive(accountId)
			const cookies = await context.get(signInContext).renew(session)
			return data({ ...NOTHING, codes }, { headers: withCookies(cookies) })
		} catch (error) {
			if (!(error instanceof Problem) || error.code !== 'code-wrong') throw error
			const setup = shown(await findBegunSecret(database, own))
			return data({ ...NOTHING, refusal: toRefusal(error), setup }, { status: error.status })
		}
	}
})

type Answer = { refusal: ReturnType<typeof toRefusal> | undefined; setup?: Setup; codes?: string[] }
const NOTHING: Answer = { refusal: undefined }

function showSetup(secret: string, town: string, email: string): Setup {
	return { secret, qr: drawQr(totpAddress(secret, `Gehört ${town}`, email)) }
}

const FIELDS = { 'code-wrong': 'code', 'confirmation-wrong': 'current' }

export default function OwnSecondFactorPage({ loaderData, actionData }: Route.ComponentProps) {
	const answer = (actionData ?? NOTHING) as Answer
	const { refusal, setup, codes } = answer
	return (
		<div className="page section">
			<PageHead title={m.people_factor_title()} lead={codes ? undefined : m.people_factor_lead()} />
			<ErrorSummary refusal={refusal} fields={FIELDS} />
			{codes ? (
				<RecoveryCodes codes={codes} />
			) : setup ? (
				<SecondFactorSetup setup={setup} refusal={refusal} />
			) : (
				<SecondFactorChoices isOn={loaderData.isOn} asksAgain={loaderData.asksAgain} refusal={refusal} />
			)}
			<Buttons>
				<ButtonLink href="/werkstatt/zugang" look="tertiary">
					{m.people_access_back()}
				</ButtonLink>
			</Buttons>
		</div>
	)
}
