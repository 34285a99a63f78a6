/** Takes the fields of the settings page apart. */
import type { ChangedDistrict } from './save-districts.ts'
import type { SaveProfile } from './save-profile.ts'

export function readProfile(form: FormData): Omit<SaveProfile, 'by' | 'at'> {
	const text = (name: string) => String(form.get(name) ?? '')
	// Whoever picks another colour means it, whether the box above is ticked or not.
	const isPicked = text('colour-shown') !== `${text('colour-light')} ${text('colour-dark')}`.toLowerCase()
	const colour = { light: text('colour-light').toLowerCase(), dark: text('colour-dark').toLowerCase() }
	return {
		name: text('name'),
		convener: text('convener'),
		address: text('address').split(/\r?\n/),
		email: text('email'),
		responsible: text('responsible'),
		dataProtectionOfficer: text('officer'),
		supervisoryAuthority: text('authority'),
		...((form.has('own-colour') || (form.has('colour-shown') && isPicked)) && { townColour: colour }),
	}
}

/** Fields `name-ID` and `population-ID`; the row `new` counts once it has a name. An empty number means unknown. */
export function readDistricts(form: FormData): ChangedDistrict[] {
	const ids = [...form.keys()].filter((key) => key.startsWith('name-')).map((key) => key.slice('name-'.length))
	return ids
		.map((id) => ({
			...(id !== 'new' && { id }),
			name: String(form.get(`name-${id}`) ?? ''),
			population: readCount(form.get(`population-${id}`)),
		}))
		.filter(({ id, name }) => id !== undefined || name.trim() !== '')
}

/** Fields `population-ID`. */
export function readRolePopulations(form: FormData): Map<string, number> {
	const fields = [...form].filter(([name]) => name.startsWith('population-'))
	return new Map(fields.map(([name, value]) => [name.slice('population-'.length), readCount(value)]))
}

/** German thousands dots and spaces are fine; anything else is no number. */
function readCount(value: FormDataEntryValue | null): number {
	const digits = String(value ?? '').replace(/[\s.]/g, '')
	if (digits === '') return 0
	return /^\d+$/.test(digits) ? Number(digits) : Number.NaN
}
