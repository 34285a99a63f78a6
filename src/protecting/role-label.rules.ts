/**
 * May this label stand in public beside somebody's words? Pure: it is told the role dictionary.
 *
 * Source: reference on disclosure control, section 5. A label stands for at least as many people as the municipality asks
 * for; what is unknown counts as one person; a gendered word names one half of a group and stands only where both halves are
 * known to be large enough; two attributes in one label are never known together; a place stands beside a label only when
 * both together still reach the minimum.
 */
import { readLabel } from './read-label.rules.ts'
import {
	coarser,
	minimumOf,
	pathUp,
	populationOf,
	topRole,
	type DictionaryPlace,
	type DictionaryRole,
	type RoleDictionary,
	type WordKind,
} from './role-dictionary.rules.ts'

export type LabelReason =
	/** Allowed. */
	| 'enough-people'
	/** A word of the dictionary that stands for too few. */
	| 'too-few-people'
	/** It names the women or the men of a group, and that half is too small or nobody knows how large it is. */
	| 'half-too-small'
	/** A word for an unknown part of a role. */
	| 'other-word'
	/** Nobody knows how many people it stands for. */
	| 'unknown-word'
	/** Two roles, or a role and something unknown. */
	| 'several-attributes'
	/** The role alone would do, with the place it does not. */
	| 'place-too-small'
	/** A place the municipality does not have, or more than one. */
	| 'place-unknown'

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
	/** The dictionary's, unless given. */
	minimum?: number
}

export function judgeLabel(dictionary: RoleDictionary, { label, district, minimum }: JudgeLabel): LabelJudgement {
	const enough = minimumOf(dictionary, minimum)
	const read = readLabel(dictionary, label, district)
	const [first, second] = read.roles
	const [place] = read.places
	const refused = (reason: LabelReason, from: DictionaryRole | undefined, at?: DictionaryPlace): LabelJudgement => ({
		allowed: false,
		population: 1,
		reason,
		suggestion: finestLabel(dictionary, from, at, enough),
	})

	if (first && second) return refused('several-attributes', coarser(dictionary, first.role))
	if (!first) return refused('unknown-word', undefined)
	if (read.hasUnknownWords) return refused('several-attributes', first.role)
	if (read.hasUnknownPlace || read.places.length > 1) return refused('place-unknown', first.role)
	const population = populationOf(first.role, place, first.kind)
	if (population >= enough) return { allowed: true, population, reason: 'enough-people', suggestion: null }
	return { ...refused(reasonFor(first.role, place, first.kind, enough), first.role, place), population }
}

/** The finest label that may stand beside words of somebody in this role and place; null when there is none. */
export function finestPublicLabel(
	dictionary: RoleDictionary,
	{
		roleSlug,
		districtSlug,
		minimum,
	}: { roleSlug: string | null; districtSlug?: string | null; minimum?: number | undefined },
): string | null {
	const place = dictionary.places.find(({ slug }) => slug === districtSlug)
	const role = roleSlug === null ? undefined : dictionary.roles.get(roleSlug)
	return finestLabel(dictionary, role, place, minimumOf(dictionary, minimum))
}

export type LabelStep = {
	label: string
	/** People it stands for, at least. */
	population: number
	/** The last step before “anybody here”, or that one: not finer than the group somebody belongs to. */
	isGroup: boolean
}

/**
 * From the wished label up to the coarsest, one step at a time: a gendered word becomes the neutral one, then the place goes,
 * then the role climbs. What is wished but cannot be read starts at the speaker's own role. Steps with too few people are
 * among them; the same label always has the same next step.
 */
export function labelLadder(dictionary: RoleDictionary, wished: string, roleSlug: string | null): LabelStep[] {
	const read = readLabel(dictionary, wished)
	const [first, second] = read.roles
	const isRead = first && !second && !read.hasUnknownWords && !read.hasUnknownPlace && read.places.length < 2
	const own = isRead
		? first.role
		: ((second && first && coarser(dictionary, first.role)) ?? dictionary.roles.get(roleSlug ?? ''))
	const role = own ?? topRole(dictionary)
	if (!role) return []
	const place = isRead ? read.places[0] : undefined
	const steps = pathUp(dictionary, role).map((step) => stepOf(dictionary, step))
	if (place) steps.unshift(placedStep(role, place, 'own'))
	if (isRead && first.kind === 'form') {
		const label = wished.replace(/\s+/g, ' ').trim()
		steps.unshift({ label, population: populationOf(role, place, 'form'), isGroup: false })
	}
	return steps
}

function stepOf(dictionary: RoleDictionary, role: DictionaryRole): LabelStep {
	const parent = coarser(dictionary, role)
	return { label: role.label, population: role.population, isGroup: !parent || parent.parentSlug === null }
}

function placedStep(role: DictionaryRole, place: DictionaryPlace, kind: WordKind): LabelStep {
	return { label: `${role.label}, ${place.name}`, population: populationOf(role, place, kind), isGroup: false }
}

function reasonFor(
	role: DictionaryRole,
	place: DictionaryPlace | undefined,
	kind: WordKind,
	enough: number,
): LabelReason {
	if (place && populationOf(role, undefined, kind) >= enough) return 'place-too-small'
	if (kind === 'finer') return 'other-word'
	return kind === 'form' && role.population >= enough ? 'half-too-small' : 'too-few-people'
}

/** Drops the place before it climbs, and climbs until enough people stand behind the label. */
function finestLabel(
	dictionary: RoleDictionary,
	start: DictionaryRole | undefined,
	place: DictionaryPlace | undefined,
	enough: number,
): string | null {
	for (const role of pathUp(dictionary, start ?? topRole(dictionary))) {
		if (place && populationOf(role, place, 'own') >= enough) return `${role.label}, ${place.name}`
		if (role.population >= enough) return role.label
	}
	return null
}
