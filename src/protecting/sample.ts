/** A dictionary for tests: the method pack’s roles in a town of six places. */
import { FINER_WORDS, SMALLER_HALF } from '#method/role-words.ts'
import { PACK_ROLES } from '#method/roles.ts'
import { EVERYBODY, type RoleDictionary } from './role-dictionary.rules.ts'

const PLACES = [
	{ slug: 'kernstadt', name: 'Kernstadt', population: 5650 },
	{ slug: 'oberlohe', name: 'Oberlohe', population: 1140 },
	{ slug: 'muehlgrund', name: 'Mühlgrund', population: 453 },
	{ slug: 'hinterbuch', name: 'Hinterbuch', population: 28 },
	{ slug: 'an-der-linde', name: 'An der Linde', population: 7 },
]

export function sampleDictionary(minimum?: number): RoleDictionary {
	const roles = PACK_ROLES.map((role) => ({
		...role,
		label: role.label.de,
		forms: [...Object.values(role.label), ...role.forms],
		finer: FINER_WORDS[role.slug] ?? [],
		smallerHalf: SMALLER_HALF[role.slug] ?? 0,
		parentSlug: role.parent,
		populationByDistrict: new Map(
			EVERYBODY.includes(role.slug) ? PLACES.map(({ slug, population }) => [slug, population]) : [],
		),
	}))
	return {
		places: PLACES,
		roles: new Map(roles.map((role) => [role.slug, role])),
		...(minimum === undefined ? {} : { minimum }),
	}
}
