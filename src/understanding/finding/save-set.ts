/** Passages kept together under a name: hits of a search, answers to a question about themes. */
import { and, eq, ne, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import type { PlaceInVoice } from './place-in-voice.rules.ts'
import { passageSetEntries, passageSets } from '../tables.ts'

export type SaveSet = {
	name: string
	places: PlaceInVoice[]
	/** The address they were found at, from its path on. */
	query: string
	coderId: string
	at: Date
}

const LONGEST_NAME = 120

/**
 * Keeps these passages; a set of this name gets them behind its own, each once.
 *
 * @returns the set's id and how many passages are new to it
 * @throws {Problem} `set-name-missing`, `set-empty`
 */
export async function saveSet(db: MunicipalityDatabase, { name, places, query, coderId, at }: SaveSet) {
	const wanted = readName(name)
	if (places.length === 0) throw new Problem('invalid', 'set-empty')
	const [made] = await db
		.insert(passageSets)
		.values({ name: wanted, query: query.slice(0, 1_000), coderId, createdAt: at })
		.onConflictDoNothing()
		.returning({ id: passageSets.id })
	const [set] = made
		? [made]
		: await db.select({ id: passageSets.id }).from(passageSets).where(eq(passageSets.name, wanted))
	const { rowCount } = await db.execute(sql`
		insert into passage_set_entry (passage_set_id, voice_id, start, "end", position)
		select ${set!.id}::uuid, voice.id, given.start, given."end",
			given.n + (select coalesce(max(position) + 1, 0) from passage_set_entry where passage_set_id = ${set!.id})
		from jsonb_to_recordset(${JSON.stringify(places.map(({ voiceId, ...place }, n) => ({ id: voiceId, n, ...place })))}::jsonb)
			as given (id uuid, n int, start int, "end" int)
		join voice on voice.id = given.id
		where not exists (
			select from passage_set_entry as known where known.passage_set_id = ${set!.id} and known.voice_id = voice.id
				and known.start is not distinct from given.start and known."end" is not distinct from given."end"
		)`)
	return { setId: set!.id, added: rowCount ?? 0 }
}

/** @throws {Problem} `set-name-missing`, `set-name-taken`, `set-unknown` */
export async function renameSet(db: MunicipalityDatabase, { setId, name }: { setId: string; name: string }) {
	const wanted = readName(name)
	const [other] = await db
		.select({ id: passageSets.id })
		.from(passageSets)
		.where(and(eq(passageSets.name, wanted), ne(passageSets.id, setId)))
	if (other) throw new Problem('conflict', 'set-name-taken', { name: wanted })
	const renamed = await db.update(passageSets).set({ name: wanted }).where(eq(passageSets.id, setId)).returning()
	if (renamed.length === 0) throw new Problem('not-found', 'set-unknown')
}

/** The passages stay where they were said. Twice is once. */
export async function deleteSet(db: MunicipalityDatabase, { setId }: { setId: string }) {
	await db.delete(passageSets).where(eq(passageSets.id, setId))
}

/** @throws {Problem} `set-unknown` */
export async function takeOutOfSet(
	db: MunicipalityDatabase,
	{ setId, entryIds }: { setId: string; entryIds: string[] },
) {
	const [set] = await db.select({ id: passageSets.id }).from(passageSets).where(eq(passageSets.id, setId))
	if (!set) throw new Problem('not-found', 'set-unknown')
	await db
		.delete(passageSetEntries)
		.where(
			and(
				eq(passageSetEntries.passageSetId, setId),
				sql`${passageSetEntries.id} in (select jsonb_array_elements_text(${JSON.stringify(entryIds)}::jsonb)::uuid)`,
			),
		)
}

function readName(name: string): string {
	const wanted = name.trim().replace(/\s+/g, ' ').slice(0, LONGEST_NAME)
	if (wanted === '') throw new Problem('invalid', 'set-name-missing')
	return wanted
}
