import { redirect } from 'react-router'
import type { Route } from './+types/own-access'
import { refusingAction, refusingLoader } from '#platform/http/refusals.ts'
import { databaseContext, settingsContext } from '#platform/http/request-context.ts'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { endAllSessions } from '../end-sessions.ts'
import { findOwnAccess } from '../find-own-access.ts'
import { canMail, mailConfirmation } from '../mail-links.ts'
import { AddressPart, LeavePart, PasskeyPart, SecondFactorPart, SessionPart } from '../parts/own-access-parts.tsx'
import { removePasskey } from '../passkeys.ts'
import { removeMember } from '../remove-member.ts'
import { findOwnSession, inThisMunicipality, municipalityContext, requireRight, signInContext } from '../request.ts'
import { LINK_LIMIT } from '../sign-in-limits.ts'
import { withCookies } from '../with-cookies.ts'

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	const { name } = requireRight(context, 'enter-workshop', request)
	const session = await findOwnSession(context, request)
	const access = await findOwnAccess(context.get(databaseContext), session, new Date())
	const { searchParams } = new URL(request.url)
	const news = NEWS.find((kind) => searchParams.has(kind)) ?? null
	return { name, access, canMail: canMail(context.get(settingsContext)), news }
})

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const { accountId, email } = requireRight(context, 'enter-workshop', request)
	const [database, settings, at] = [context.get(databaseContext), context.get(settingsContext), new Date()]
	const municipality = context.get(municipalityContext)
	const session = await findOwnSession(context, request)
	const own = { municipalityId: municipality.id, session, at }
	const signedOut = async () => {
		const cookies = await context.get(signInContext).signOut(request)
		return redirect('/werkstatt/anmelden', { status: 303, headers: withCookies(cookies) })
	}
	switch (form.get('intent')) {
		case 'confirm-address':
			LINK_LIMIT.take(email)
			await mailConfirmation(database, { municipality, settings }, { session, email, at })
			return redirect('/werkstatt/zugang?adresse-gesendet', 303)
		case 'remove-passkey':
			await removePasskey(database, own, String(form.get('passkey') ?? ''))
			break
		case 'end-sessions':
			await endAllSessions(database, own)
			return signedOut()
		case 'leave':
			await inThisMunicipality(context, (db) => removeMember(db, { accountId, by: accountId, at }))
			return signedOut()
	}
	return redirect('/werkstatt/zugang', 303)
})

const NEWS = ['passkey', 'zweiter-schritt', 'adresse-gesendet', 'adresse'] as const

function newsSentence(kind: (typeof NEWS)[number]): string {
	return {
		passkey: m.people_news_passkey,
		'zweiter-schritt': m.people_news_factor_off,
		'adresse-gesendet': m.people_news_address_sent,
		adresse: m.people_news_address,
	}[kind]()
}

export default function OwnAccessPage({ loaderData, actionData }: Route.ComponentProps) {
	const { name, access, news } = loaderData
	return (
		<div className="page section">
			<PageHead title={m.people_access_title()} label={name} lead={m.people_access_page_lead()} />
			<ErrorSummary refusal={actionData?.refusal} />
			{news ? <Notice kind="success" title={newsSentence(news)} announce /> : null}
			<AddressPart access={access} canMail={loaderData.canMail} />
			<PasskeyPart access={access} />
			<SecondFactorPart access={access} />
			<SessionPart access={access} />
			<LeavePart />
		</div>
	)
}
