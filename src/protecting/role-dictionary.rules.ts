/** The role dictionary: labels from fine to coarse, and how many people each stands for. Pure. */

/** People a public label stands for at least, unless a municipality asks for more. */
export const MINIMUM_PEOPLE = 10
/** No setting goes below this. */
export const LOWEST_MINIMUM = 5

export type DictionaryRole = {
	slug: string
	/** As printed, in the language of the dictionary. */
	label: string
	/** Other words for exactly these people, gendered ones and labels in other languages included. */
	forms: readonly string[]
	/** Words for an unknown part of them. */
	finer: readonly string[]
	parentSlug: string | null
	/** People in the whole municipality. */
	population: number
	/** By slug of the district; a district that is missing is unknown. */
	populationByDistrict: ReadonlyMap<string, number>
	/** Share of the smaller of its halves, women or men, at least; 0 is unknown. */
	smallerHalf: number
}

/** `population` 0 or left out is unknown. */
export type DictionaryPlace = { slug: string; name: string; population?: number }

export type RoleDictionary = {
	roles: ReadonlyMap<string, DictionaryRole>
	places: readonly DictionaryPlace[]
	/** What the municipality asks for: people a public label stands for at least. */
	minimum?: number
}

/**
 * `own`: the dictionary's label. `form`: another word for the same people, which may name one half only.
 * `finer`: a word for an unknown part of them.
 */
export type WordKind = 'own' | 'form' | 'finer'

/** Roles everybody who lives here has anyway: beside another role they say nothing. */
export const EVERYBODY: readonly string[] = ['voice', 'resident']

export function minimumOf(dictionary: RoleDictionary, asked?: number): number {
	return Math.max(asked ?? dictionary.minimum ?? MINIMUM_PEOPLE, LOWEST_MINIMUM)
}

/** People a word stands for at least, alone or together with a place; what is unknown counts as one. */
export function populationOf(role: DictionaryRole, place: DictionaryPlace | undefined, kind: WordKind): number {
	if (kind === 'finer') return 1
	const people = place ? Math.min(role.population, role.populationByDistrict.get(place.slug) ?? 1) : role.population
	return kind === 'own' ? people : Math.max(1, Math.floor(people * role.smallerHalf))
}

export function topRole(dictionary: RoleDictionary): DictionaryRole | undefined {
	return [...dictionary.roles.values()].find(({ parentSlug }) => parentSlug === null)
}

export function coarser(dictionary: RoleDictionary, role: DictionaryRole): DictionaryRole | undefined {
	return role.parentSlug === null ? undefined : dictionary.roles.get(role.parentSlug)
}

/** The role and everything coarser, up to the top. */
export function pathUp(dictionary: RoleDictionary, role: DictionaryRole | undefined): DictionaryRole[] {
	const path: DictionaryRole[] = []
	for (let step = role; step && !path.includes(step); step = coarser(dictionary, step)) path.push(step)
	return path
}
