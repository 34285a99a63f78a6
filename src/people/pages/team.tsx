import { redirect } from 'react-router'
import type { Route } from './+types/team'
import { refusingAction, refusingLoader } from '#platform/http/refusals.ts'
import { databaseContext, settingsContext } from '#platform/http/request-context.ts'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { addMember } from '../add-member.ts'
import { changePart } from '../change-part.ts'
import { findTeam } from '../find-team.ts'
import { linkAddress } from '../link-address.ts'
import { AddMemberForm, ADD_FIELDS } from '../parts/add-member-form.tsx'
import { FreshLink } from '../parts/fresh-link.tsx'
import { MemberList } from '../parts/member-list.tsx'
import { removeMember } from '../remove-member.ts'
import { renewAccess } from '../renew-access.ts'
import { inThisMunicipality, municipalityContext, requireRight, signInContext } from '../request.ts'
import { parsePart } from '../rights.ts'

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	const { accountId } = requireRight(context, 'manage-team', request)
	return { own: accountId, team: await findTeam(context.get(databaseContext), context.get(municipalityContext).id) }
})

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const { accountId: by } = requireRight(context, 'manage-team', request)
	const entered = (name: string) => String(form.get(name) ?? '')
	const [database, municipalityId, at] = [context.get(databaseContext), context.get(municipalityContext).id, new Date()]
	const accountId = entered('account')
	const freshLink = async (email: string) => ({
		link: linkAddress(context.get(settingsContext), await context.get(signInContext).createLink(email)),
		email,
		refusal: undefined,
		values: undefined,
	})
	switch (entered('intent')) {
		case 'add': {
			const wanted = { email: entered('email'), name: entered('name'), part: parsePart(entered('part')) }
			const added = await addMember(database, { ...wanted, municipalityId, by, at })
			if (added.needsLink) return freshLink(added.email)
			break
		}
		case 'link':
			return freshLink(await renewAccess(database, { municipalityId, accountId, by, at }))
		case 'part':
			await inThisMunicipality(context, (db) => changePart(db, { accountId, part: parsePart(entered('part')), by, at }))
			break
		case 'remove':
			await inThisMunicipality(context, (db) => removeMember(db, { accountId, by, at }))
	}
	return redirect('/werkstatt/team', 303)
})

export default function TeamPage({ loaderData, actionData }: Route.ComponentProps) {
	const { refusal, values } = actionData ?? {}
	const isAdding = values?.['intent'] === 'add'
	return (
		<div className="page section">
			<PageHead title={m.people_team_title()} lead={m.people_team_lead()} />
			<ErrorSummary refusal={refusal} fields={isAdding ? ADD_FIELDS : {}} />
			{actionData && 'link' in actionData ? <FreshLink link={actionData.link} email={actionData.email} /> : null}
			<MemberList team={loaderData.team} own={loaderData.own} />
			<AddMemberForm refusal={isAdding ? refusal : undefined} values={isAdding ? values : undefined} />
		</div>
	)
}
