import { redirect } from 'react-router'
import type { Route } from './+types/team'
import { refusingAction, refusingLoader } from '#platform/http/refusals.ts'
import { databaseContext, settingsContext } from '#platform/http/request-context.ts'
import { ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { changePart } from '../change-part.ts'
import { findTeam } from '../find-team.ts'
import { findOpenInvitations, revokeInvitation } from '../invite.ts'
import { linkAddress } from '../link-address.ts'
import { FreshLink } from '../parts/fresh-link.tsx'
import { InvitationList } from '../parts/invitation-list.tsx'
import { MemberList } from '../parts/member-list.tsx'
import { removeMember } from '../remove-member.ts'
import { renewAccess } from '../renew-access.ts'
import { inThisMunicipality, municipalityContext, requireRight, signInContext } from '../request.ts'
import { parsePart } from '../rights.ts'

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	const { accountId } = requireRight(context, 'manage-team', request)
	return {
		own: accountId,
		team: await findTeam(context.get(databaseContext), context.get(municipalityContext).id),
		invitations: await inThisMunicipality(context, (db) => findOpenInvitations(db, new Date())),
		done: doneWord(new URL(request.url).searchParams),
	}
})

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const { accountId: by } = requireRight(context, 'manage-team', request)
	const entered = (name: string) => String(form.get(name) ?? '')
	const [accountId, at] = [entered('account'), new Date()]
	switch (entered('intent')) {
		case 'link': {
			const municipalityId = context.get(municipalityContext).id
			const email = await renewAccess(context.get(databaseContext), { municipalityId, accountId, by, at })
			const link = linkAddress(context.get(settingsContext), await context.get(signInContext).createLink(email))
			return { link, email, refusal: undefined, values: undefined }
		}
		case 'part':
			await inThisMunicipality(context, (db) => changePart(db, { accountId, part: parsePart(entered('part')), by, at }))
			break
		case 'remove':
			await inThisMunicipality(context, (db) => removeMember(db, { accountId, by, at }))
			break
		case 'revoke': {
			const invitationId = entered('invitation')
			await inThisMunicipality(context, (db) => revokeInvitation(db, { invitationId, by, at }))
		}
	}
	return redirect(`/werkstatt/team?getan=${encodeURIComponent(entered('intent'))}`, 303)
})

function doneWord(search: URLSearchParams): string | undefined {
	if (search.has('eingeladen')) return m.people_invited()
	const done = search.get('getan')
	if (done === 'part') return m.people_part_changed()
	if (done === 'remove') return m.people_removed()
	return done === 'revoke' ? m.people_invitation_revoked() : undefined
}

export default function TeamPage({ loaderData, actionData }: Route.ComponentProps) {
	const { own, team, invitations, done } = loaderData
	return (
		<div className="page section">
			<PageHead title={m.people_team_title()} lead={m.people_team_lead()}>
				<Buttons>
					<ButtonLink href="/werkstatt/team/einladen">{m.people_invite_title()}</ButtonLink>
					<ButtonLink href="/werkstatt/postausgang" look="tertiary">
						{m.people_outbox_title()}
					</ButtonLink>
				</Buttons>
			</PageHead>
			<ErrorSummary refusal={actionData?.refusal} />
			{done && !actionData ? <Notice kind="success" title={done} announce /> : null}
			{actionData && 'link' in actionData ? <FreshLink link={actionData.link} email={actionData.email} /> : null}
			<MemberList team={team} own={own} />
			<InvitationList invitations={invitations} />
		</div>
	)
}
