import { asc } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { ActorKind } from './add-actor.ts'
import { actors } from './tables.ts'

/** As they stand in public, without their contact. */
export type Actor = { id: string; slug: string; kind: ActorKind; name: string }

/** Everyone who can own, promise, help or answer, by name. */
export function findActors(db: MunicipalityDatabase): Promise<Actor[]> {
	return db
		.select({ id: actors.id, slug: actors.slug, kind: actors.kind, name: actors.name })
		.from(actors)
		.orderBy(asc(actors.name))
}
