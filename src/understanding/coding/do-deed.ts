import { and, eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { plannedOnce } from '#platform/database/planned-once.ts'
import { carryOut } from './carry-out.ts'
import type { Coding } from './code-passage.ts'
import type { DecidedSuggestion, DeedPart } from './deeds.rules.ts'
import { noteDeeds } from './note-deeds.ts'
import { decideByDeed } from '../suggesting/follow-deed.ts'
import { codingDeeds } from '../tables.ts'

export type DoDeed = {
	/** Chosen by whoever asks, so that asking twice does it once. */
	id: string
	transcriptId: string
	coderId: string
	parts: readonly DeedPart[]
	/** What the machine proposed and this decides on. */
	suggestions?: DecidedSuggestion[] | undefined
	/** By coding id: the version somebody has seen and changes whatever it says. */
	seen?: Record<string, number> | undefined
	at: Date
}

/**
 * Does several things at the desk as one step: all of it or nothing.
 *
 * @throws {Problem} those of `carryOut`
 */
export async function doDeed(db: MunicipalityDatabase, { id, suggestions = [], ...wanted }: DoDeed): Promise<Coding[]> {
	const { transcriptId, coderId, at } = wanted
	const own = and(eq(codingDeeds.id, id), eq(codingDeeds.coderId, coderId))
	const [known] = await plannedOnce(db, db.select({ id: codingDeeds.id }).from(codingDeeds).where(own))
	if (known) return []
	const { codings, done } = await carryOut(db, wanted)
	const deed = { parts: done, ...(suggestions.length > 0 && { suggestions }) }
	await noteDeeds(db, { coderId, at, deeds: [{ id, transcriptId, deed }] })
	if (suggestions.length > 0) await decideByDeed(db, { deedId: id, transcriptId, coderId, suggestions, at })
	return codings
}
