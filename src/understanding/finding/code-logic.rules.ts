/** Questions to the codings: where theme A stands with, without or near theme B. */

export const RELATIONS = [
	'alone',
	'overlapping',
	'same-turn',
	'near-turns',
	'near-words',
	'same-conversation',
	'without-turn',
	'without-overlap',
] as const
export type Relation = (typeof RELATIONS)[number]

export function readRelation(given: string | null): Relation {
	return RELATIONS.find((one) => one === given) ?? 'alone'
}

/** How many turns or words two passages may be apart; 3 and 20 unless somebody says otherwise. */
export function readDistance(given: string | null, relation: Relation): number {
	const asked = Number(given)
	if (Number.isInteger(asked) && asked > 0) return Math.min(asked, 200)
	return relation === 'near-words' ? 20 : 3
}
