/**
 * What one stage tells the later ones. An announcement is a row written with the change it tells of, and the reactions
 * run in the same transaction: either all of it happens or nothing. A reaction that takes long queues a job instead.
 */
import type { MunicipalityDatabase } from './database/database.ts'
import { announcements } from './tables.ts'

/** Every kind there is, with what it carries: ids and plain facts, never contents. Stages add theirs by declaration. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Announcements {}

export type AnnouncementKind = keyof Announcements

type Reaction<Kind extends AnnouncementKind> = (db: MunicipalityDatabase, about: Announcements[Kind]) => Promise<void>

const reactions = new Map<string, Reaction<never>[]>()

/** Subscribes a later stage; called once per process, from the stage's `reactions.ts`. */
export function react<Kind extends AnnouncementKind>(kind: Kind, reaction: Reaction<Kind>) {
	reactions.set(kind, [...(reactions.get(kind) ?? []), reaction as Reaction<never>])
}

/** Tells the later stages, in the transaction of `db`. */
export async function announce<Kind extends AnnouncementKind>(
	db: MunicipalityDatabase,
	kind: Kind,
	about: Announcements[Kind],
) {
	await db.insert(announcements).values({ kind, about: about as Record<string, unknown> })
	for (const reaction of reactions.get(kind) ?? []) await reaction(db, about as never)
}
