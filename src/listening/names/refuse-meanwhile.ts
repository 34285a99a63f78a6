/** Two people at one names desk: what somebody else decided meanwhile is not overwritten unseen. */
import { and, gt, inArray, ne } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { nameFindings } from '../names.tables.ts'
import { withoutEnding } from './number-names.rules.ts'

type Wish = Pick<typeof nameFindings.$inferSelect, 'state' | 'replacement'>
type Wished = Wish & { id: string }

/**
 * `seenAt`: when whoever decides last saw these places. Their own decisions, and others that say the same, stand in
 * nobody's way.
 *
 * @throws {Problem} `names-kept-meanwhile`, `names-replaced-meanwhile`, `names-replaced-otherwise`: with both decisions
 */
export async function refuseMeanwhile(
	db: MunicipalityDatabase,
	{ wished, seenAt, by }: { wished: readonly Wished[]; seenAt: Date | undefined; by: string | null },
): Promise<void> {
	if (seenAt === undefined || by === null || wished.length === 0) return
	const wishes = new Map(wished.map((one) => [one.id, one]))
	const others = await db
		.select({ id: nameFindings.id, state: nameFindings.state, replacement: nameFindings.replacement })
		.from(nameFindings)
		.where(
			and(
				inArray(nameFindings.id, [...wishes.keys()]),
				gt(nameFindings.decidedAt, seenAt),
				ne(nameFindings.decidedBy, by),
			),
		)
	const other = others.find((one) => !saySame(one, wishes.get(one.id)!))
	if (other) throw asProblem(other, wishes.get(other.id)!)
}

/** An undo takes back what stands there only when it is still one's own. @throws {Problem} as `refuseMeanwhile` */
export async function refuseUndoMeanwhile(
	db: MunicipalityDatabase,
	{ after, by }: { after: readonly Wished[]; by: string | null },
): Promise<void> {
	if (by === null) return
	const ids = after.map(({ id }) => id)
	const others = await db
		.select({ id: nameFindings.id, state: nameFindings.state, replacement: nameFindings.replacement })
		.from(nameFindings)
		.where(and(inArray(nameFindings.id, ids), ne(nameFindings.decidedBy, by)))
	const mine = new Map(after.map((one) => [one.id, one]))
	const other = others.find((one) => !saySame(one, mine.get(one.id)!))
	if (other) throw asProblem(other, mine.get(other.id)!)
}

/** A replacement that is not used does not differ. */
export function saySame(one: Wish, other: Wish): boolean {
	if (one.state !== other.state) return false
	return one.state !== 'replaced' || withoutEnding(one.replacement) === withoutEnding(other.replacement)
}

function asProblem(theirs: Wish, yours: Wish): Problem {
	const facts = { theirs: withoutEnding(theirs.replacement), yours: withoutEnding(yours.replacement) }
	if (theirs.state === 'kept') return new Problem('conflict', 'names-kept-meanwhile', { yours: facts.yours })
	return yours.state === 'replaced'
		? new Problem('conflict', 'names-replaced-otherwise', facts)
		: new Problem('conflict', 'names-replaced-meanwhile', { theirs: facts.theirs })
}
