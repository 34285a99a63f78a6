import { redirect } from 'react-router'
import type { Route } from './+types/settings'
import { refusingAction, refusingLoader } from '#platform/http/refusals.ts'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { language, m } from '#platform/words/words.ts'
import { findSettings } from '../find-settings.ts'
import { DistrictsForm } from '../parts/districts-form.tsx'
import { ProfileForm, PROFILE_FIELDS } from '../parts/profile-form.tsx'
import { RolesForm } from '../parts/roles-form.tsx'
import { inThisMunicipality, municipalityContext, requireRight } from '../request.ts'
import { saveDistricts } from '../save-districts.ts'
import { saveProfile } from '../save-profile.ts'
import { saveRolePopulations } from '../save-role-populations.ts'
import { readDistricts, readProfile, readRolePopulations } from '../settings-form.rules.ts'

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'manage-municipality', request)
	const { name, profile } = context.get(municipalityContext)
	const settings = await inThisMunicipality(context, (db) => findSettings(db, language()))
	return { ...settings, name, profile, isSaved: new URL(request.url).searchParams.has('gespeichert') }
})

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const { accountId: by } = requireRight(context, 'manage-municipality', request)
	const at = new Date()
	await inThisMunicipality(context, async (db) => {
		switch (form.get('intent')) {
			case 'profile':
				return saveProfile(db, { ...readProfile(form), by, at })
			case 'districts':
				return saveDistricts(db, { districts: readDistricts(form), by, at })
			case 'roles':
				return saveRolePopulations(db, { populations: readRolePopulations(form), by, at })
		}
	})
	return redirect('/werkstatt/einstellungen?gespeichert', 303)
})

export default function SettingsPage({ loaderData, actionData }: Route.ComponentProps) {
	const { name, profile, districts, roles, isSaved } = loaderData
	const { refusal, values } = actionData ?? {}
	const entered = (intent: string) => (values?.['intent'] === intent ? values : undefined)
	return (
		<div className="page section">
			<PageHead title={m.people_settings_title()} lead={m.people_settings_lead()} />
			<ErrorSummary refusal={refusal} fields={PROFILE_FIELDS} />
			{isSaved && !refusal ? <Notice kind="success" title={m.people_saved()} announce /> : null}
			<ProfileForm name={name} profile={profile} refusal={refusal} entered={entered('profile')} />
			<DistrictsForm districts={districts} entered={entered('districts')} />
			<RolesForm roles={roles} entered={entered('roles')} />
		</div>
	)
}
