import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { freeSlug, slugOf } from './slugs.rules.ts'
import { actors } from './tables.ts'

export const ACTOR_KINDS = actors.kind.enumValues
export type ActorKind = (typeof ACTOR_KINDS)[number]

/** `privateContact` is for the team only and never shown in public. */
export type AddActor = { kind: ActorKind; name: string; privateContact?: string | null }

/**
 * Adds somebody who can own, promise, help or answer. Whoever has the same name already is the same actor.
 *
 * @throws {Problem} `actor-name-missing`, `actor-kind-unknown`
 */
export async function addActor(
	db: MunicipalityDatabase,
	{ kind, name, privateContact = null }: AddActor,
): Promise<{ id: string }> {
	const named = name.replace(/\s+/g, ' ').trim()
	if (named === '') throw new Problem('invalid', 'actor-name-missing')
	if (!ACTOR_KINDS.includes(kind)) throw new Problem('invalid', 'actor-kind-unknown')
	const others = await db.select({ id: actors.id, name: actors.name, slug: actors.slug }).from(actors)
	const same = others.find((other) => other.name.toLowerCase() === named.toLowerCase())
	if (same) return { id: same.id }
	const slug = freeSlug(
		slugOf(named) || 'akteur',
		others.map((other) => other.slug),
	)
	const [added] = await db
		.insert(actors)
		.values({ slug, kind, name: named, privateContact })
		.returning({ id: actors.id })
	return added!
}
