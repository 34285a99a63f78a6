import type { Refusal } from '#platform/http/refusals.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { errorOf } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { m } from '#platform/words/words.ts'
import type { MunicipalityProfile } from '../tables.ts'

export const PROFILE_FIELDS = {
	'municipality-name-missing': 'name',
	'convener-missing': 'convener',
	'email-invalid': 'email',
	'colour-invalid': 'colour-light',
	'colour-too-weak-light': 'colour-light',
	'colour-too-weak-dark': 'colour-dark',
}

type ProfileFormProps = {
	name: string
	profile: MunicipalityProfile
	refusal: Refusal | undefined
	/** What had been entered in this form before it was refused. */
	entered: Record<string, string> | undefined
}

/** What a town has that chose no colour of its own. */
const PLAIN = { light: '#0b5cad', dark: '#7fb8f5' }

export function ProfileForm({ name, profile, refusal, entered }: ProfileFormProps) {
	const { townColour } = profile
	const error = (field: string) => errorOf(refusal, PROFILE_FIELDS, field)
	return (
		<section className="section" aria-labelledby="auftritt">
			<h2 id="auftritt">{m.people_profile_title()}</h2>
			<form method="post" className="form">
				<input type="hidden" name="intent" value="profile" />
				<Field
					name="name"
					label={m.people_profile_name()}
					required
					value={entered?.['name'] ?? name}
					error={error('name')}
				/>
				<Field
					name="convener"
					label={m.people_profile_convener()}
					hint={m.people_profile_convener_hint()}
					required
					value={entered?.['convener'] ?? profile.convener}
					error={error('convener')}
				/>
				<Field
					kind="textarea"
					rows={4}
					name="address"
					label={m.people_profile_address()}
					value={entered?.['address'] ?? profile.address.join('\n')}
				/>
				<Field
					kind="email"
					name="email"
					label={m.people_profile_email()}
					value={entered?.['email'] ?? profile.email}
					error={error('email')}
				/>
				<Field
					name="responsible"
					label={m.people_profile_responsible()}
					value={entered?.['responsible'] ?? profile.responsible}
				/>
				<Field
					name="officer"
					label={m.people_profile_officer()}
					hint={m.people_profile_officer_hint()}
					optional
					value={entered?.['officer'] ?? profile.dataProtectionOfficer ?? ''}
				/>
				<Field
					name="authority"
					label={m.people_profile_authority()}
					hint={m.people_profile_authority_hint()}
					optional
					value={entered?.['authority'] ?? profile.supervisoryAuthority ?? ''}
				/>
				<input
					type="hidden"
					name="colour-shown"
					value={`${townColour?.light ?? PLAIN.light} ${townColour?.dark ?? PLAIN.dark}`}
				/>
				<Field
					kind="checkbox"
					name="own-colour"
					label={m.people_profile_own_colour()}
					checked={entered ? entered['own-colour'] !== undefined : townColour !== undefined}
				/>
				<Field
					kind="color"
					name="colour-light"
					label={m.people_profile_colour_light()}
					value={entered?.['colour-light'] ?? townColour?.light ?? PLAIN.light}
					error={error('colour-light')}
				/>
				<Field
					kind="color"
					name="colour-dark"
					label={m.people_profile_colour_dark()}
					value={entered?.['colour-dark'] ?? townColour?.dark ?? PLAIN.dark}
					error={error('colour-dark')}
				/>
				<Button>{m.people_save()}</Button>
			</form>
		</section>
	)
}
