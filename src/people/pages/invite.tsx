import { redirect } from 'react-router'
import type { Route } from './+types/invite'
import { refusingAction, refusingLoader } from '#platform/http/refusals.ts'
import { settingsContext } from '#platform/http/request-context.ts'
import { drawQr } from '#platform/qr-drawing.ts'
import { ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { invite } from '../invite.ts'
import { invitationAddress } from '../link-address.ts'
import { canMail, mailInvitation } from '../mail-links.ts'
import { InvitationSheet, type Sheet } from '../parts/invitation-sheet.tsx'
import { InviteForm, INVITE_FIELDS } from '../parts/invite-form.tsx'
import { inGroups } from '../readable-code.ts'
import { inThisMunicipality, municipalityContext, requireRight } from '../request.ts'
import { parsePart } from '../rights.ts'
import lookHref from '../parts/own-access.css?url'

export const links = () => [{ rel: 'stylesheet', href: lookHref }]

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'manage-team', request)
	return { canMail: canMail(context.get(settingsContext)) }
})

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const { accountId: by, name: from } = requireRight(context, 'manage-team', request)
	const entered = (name: string) => String(form.get(name) ?? '')
	const [settings, municipality] = [context.get(settingsContext), context.get(municipalityContext)]
	const wanted = { name: entered('name'), part: parsePart(entered('part')), by, at: new Date() }
	if (entered('way') === 'mail') {
		await inThisMunicipality(context, async (db) => {
			const invitation = await invite(db, { ...wanted, email: entered('email') })
			await mailInvitation(db, { municipality, settings }, invitation, from)
		})
		return redirect('/werkstatt/team?eingeladen', 303)
	}
	const { code, name, part, expiresAt } = await inThisMunicipality(context, (db) => invite(db, wanted))
	const address = invitationAddress(settings, code)
	// As people type it: without `https://`.
	const typedAt = `${settings.baseUrl.replace(/^https?:\/\//, '')}/werkstatt/einladung`
	const sheet: Sheet = { name, part, expiresAt, code: inGroups(code, 4), qr: drawQr(address), address: typedAt }
	return { sheet, refusal: undefined, values: undefined }
})

export default function InvitePage({ loaderData, actionData }: Route.ComponentProps) {
	const { refusal, values } = actionData ?? {}
	const sheet = actionData && 'sheet' in actionData ? actionData.sheet : null
	return (
		<div className="page section">
			<PageHead title={m.people_invite_title()} lead={sheet ? m.people_sheet_lead() : m.people_invite_lead()} />
			<ErrorSummary refusal={refusal} fields={INVITE_FIELDS} />
			{sheet ? (
				<InvitationSheet sheet={sheet} />
			) : (
				<InviteForm canMail={loaderData.canMail} refusal={refusal} values={values} />
			)}
			<Buttons>
				<ButtonLink href="/werkstatt/team" look="tertiary">
					{m.people_back_to_team()}
				</ButtonLink>
			</Buttons>
		</div>
	)
}
