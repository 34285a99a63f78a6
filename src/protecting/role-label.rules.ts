/**
 * May this label stand in public beside somebody's words? Pure: it is told the role dictionary.
 *
 * Source: reference on disclosure control, section 5. A label stands for at least `minimum` people; what is unknown counts
 * as one person; a gendered or finer word for a role is answered with the role's neutral label; two attributes in one label
 * are never known together; a place stands beside a label only when both together still reach the minimum.
 */
import { normalisedWords } from './label-words.rules.ts'

/** People a public label stands for at least, unless a municipality asks for more. */
export const MINIMUM_PEOPLE = 10
/** No setting goes below this. */
export const LOWEST_MINIMUM = 5
/** In groups with about as many women as men, a gendered form stands for at least this share. */
const BALANCED_SHARE = 0.4

export type DictionaryRole = {
	slug: string
	/** As printed, in the language of the dictionary. */
	label: string
	/** Other words for somebody in that role, labels in other languages included. */
	forms: readonly string[]
	parentSlug: string | null
	/** People in the whole municipality. */
	population: number
	/** By slug of the district; a district that is missing is unknown. */
	populationByDistrict: ReadonlyMap<string, number>
	isBalanced: boolean
}

export type DictionaryPlace = { slug: string; name: string }

export type RoleDictionary = { roles: ReadonlyMap<string, DictionaryRole>; places: readonly DictionaryPlace[] }

export type LabelReason =
	/** Allowed. */
	| 'enough-people'
	/** A word of the dictionary that stands for too few. */
	| 'too-few-people'
	/** A gendered or finer word for a role. */
	| 'other-word'
	/** Nobody knows how many people it stands for. */
	| 'unknown-word'
	/** Two roles, or a role and something unknown. */
	| 'several-attributes'
	/** The role alone would do, with the place it does not. */
	| 'place-too-small'

export type LabelJudgement = {
	allowed: boolean
	/** People the label as it was typed stands for, at least. */
	population: number
	reason: LabelReason
	/** What may stand instead; null when the label is allowed, or when not even the coarsest one reaches the minimum. */
	suggestion: string | null
}

export type JudgeLabel = {
	label: string
	/** Slug or name of the district named beside the label. */
	district?: string | undefined
	minimum?: number
}

export function judgeLabel(
	dictionary: RoleDictionary,
	{ label, district, minimum = MINIMUM_PEOPLE }: JudgeLabel,
): LabelJudgement {
	const enough = Math.max(minimum, LOWEST_MINIMUM)
	const { attributes, places } = readLabel(dictionary, label, district)
	const [first] = attributes
	const place = places.length === 1 ? places[0] : undefined
	const suggest = (role: DictionaryRole | undefined) => finestLabel(dictionary, role, place, enough)

	if (attributes.length > 1 || places.length > 1) {
		return {
			allowed: false,
			population: 1,
			reason: 'several-attributes',
			suggestion: suggest(first?.role && coarser(dictionary, first.role)),
		}
	}
	if (!first?.role) return { allowed: false, population: 1, reason: 'unknown-word', suggestion: suggest(undefined) }
	const population = populationOf(first.role, place, first.isOwnLabel)
	if (population >= enough) return { allowed: true, population, reason: 'enough-people', suggestion: null }
	const reason = reasonFor(first.role, place, first.isOwnLabel, enough)
	return { allowed: false, population, reason, suggestion: suggest(first.role) }
}

/** The finest label that may stand beside words of somebody in this role and place; null when there is none. */
export function finestPublicLabel(
	dictionary: RoleDictionary,
	{
		roleSlug,
		districtSlug,
		minimum = MINIMUM_PEOPLE,
	}: { roleSlug: string | null; districtSlug?: string | null; minimum?: number },
): string | null {
	const place = dictionary.places.find(({ slug }) => slug === districtSlug)
	const role = roleSlug === null ? undefined : dictionary.roles.get(roleSlug)
	return finestLabel(dictionary, role, place, Math.max(minimum, LOWEST_MINIMUM))
}

function reasonFor(
	role: DictionaryRole,
	place: DictionaryPlace | undefined,
	isOwnLabel: boolean,
	enough: number,
): LabelReason {
	if (place && populationOf(role, undefined, isOwnLabel) >= enough) return 'place-too-small'
	return isOwnLabel ? 'too-few-people' : 'other-word'
}

function populationOf(role: DictionaryRole, place: DictionaryPlace | undefined, isOwnLabel: boolean): number {
	const people = place ? Math.min(role.population, role.populationByDistrict.get(place.slug) ?? 1) : role.population
	if (isOwnLabel) return people
	return role.isBalanced ? Math.max(1, Math.floor(people * BALANCED_SHARE)) : 1
}

/** Drops the place before it climbs, and climbs until enough people stand behind the label. */
function finestLabel(
	dictionary: RoleDictionary,
	start: DictionaryRole | undefined,
	place: DictionaryPlace | undefined,
	enough: number,
): string | null {
	const top = [...dictionary.roles.values()].find(({ parentSlug }) => parentSlug === null)
	for (
		let role = start ?? top, steps = 0;
		role && steps <= dictionary.roles.size;
		role = coarser(dictionary, role), steps++
	) {
		if (place && populationOf(role, place, true) >= enough) return `${role.label}, ${place.name}`
		if (role.population >= enough) return role.label
	}
	return null
}

function coarser(dictionary: RoleDictionary, role: DictionaryRole): DictionaryRole | undefined {
	return role.parentSlug === null ? undefined : dictionary.roles.get(role.parentSlug)
}

type Attribute = { role?: DictionaryRole; isOwnLabel: boolean }

/** Takes a typed label apart: roles the dictionary knows, words it does not, places. */
function readLabel(
	dictionary: RoleDictionary,
	label: string,
	district: string | undefined,
): { attributes: Attribute[]; places: DictionaryPlace[] } {
	const named =
		district === undefined
			? []
			: [dictionary.places.find(({ slug, name }) => slug === district || sameWords(name, district))]
	const whole = findAttribute(dictionary, label)
	const { rest, places } = whole ? { rest: label, places: [] } : takePlaces(dictionary, label)
	const known = [...new Set([...named, ...places].filter((place) => place !== undefined))]
	const attributes = whole ? [whole] : readAttributes(dictionary, rest, known.length > 0)
	// A district nobody knows is one more attribute nobody can count.
	if (named.includes(undefined)) attributes.push({ isOwnLabel: false })
	return { attributes, places: known }
}

function readAttributes(dictionary: RoleDictionary, text: string, hasPlace: boolean): Attribute[] {
	const whole = findAttribute(dictionary, text)
	if (whole) return [whole]
	const parts = text.split(/[,;·|/]|\s(?:und|and|&|als|sowie)\s/u).filter((part) => /[\p{L}\p{N}]/u.test(part))
	const found = parts.map((part) => findAttribute(dictionary, part) ?? { isOwnLabel: false })
	const distinct = found.filter(({ role }, at) => !role || found.findIndex((other) => other.role === role) === at)
	const resident = dictionary.roles.get('resident')
	return distinct.length === 0 && hasPlace && resident ? [{ role: resident, isOwnLabel: true }] : distinct
}

function findAttribute(dictionary: RoleDictionary, text: string): Attribute | undefined {
	for (const role of dictionary.roles.values()) if (isSameText(role.label, text)) return { role, isOwnLabel: true }
	for (const role of dictionary.roles.values()) {
		if ([role.label, ...role.forms].some((form) => sameWords(form, text))) return { role, isOwnLabel: false }
	}
	return undefined
}

function takePlaces(dictionary: RoleDictionary, label: string): { rest: string; places: DictionaryPlace[] } {
	const longestFirst = dictionary.places.toSorted((one, other) => other.name.length - one.name.length)
	const places: DictionaryPlace[] = []
	let rest = label
	for (const place of longestFirst) {
		const name = RegExp.escape(place.name)
		const pattern = new RegExp(
			`[\\s,(]*(?:(?<!\\p{L})(?:aus|in|von|vom|im|bei|from|of)(?: der| dem| the)?(?: Ortsteil)?\\s+)?(?<!\\p{L})${name}(?!\\p{L})\\)?`,
			'iu',
		)
		if (!pattern.test(rest)) continue
		rest = rest.replace(pattern, ' ')
		places.push(place)
	}
	return { rest, places }
}

function isSameText(one: string, other: string): boolean {
	const plain = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
	return plain(one) === plain(other)
}

function sameWords(one: string, other: string): boolean {
	return normalisedWords(one) === normalisedWords(other)
}
