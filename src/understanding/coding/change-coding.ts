import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { carryOut } from './carry-out.ts'
import type { Coding } from './code-passage.ts'
import type { CodingState, DeedPart } from './deeds.rules.ts'
import { noteDeeds } from './note-deeds.ts'
import { codings } from '../tables.ts'

/** What may change; borders move inside their contribution. */
export type CodingChange = Partial<CodingState>

/** Who changes, for their undo; without it nobody can take it back. */
export type ByPerson = { coderId?: string | undefined; at?: Date | undefined }

/**
 * @param version the one whoever changes it has seen
 * @throws {Problem} `coding-changed` with both versions when there is a newer one, and those of `carryOut`
 */
export async function changeCoding(
	db: MunicipalityDatabase,
	{
		codingId,
		change,
		version,
		...by
	}: { codingId: string; change: CodingChange; version?: number | undefined } & ByPerson,
): Promise<Coding> {
	return carryOutOne(db, { codingId, before: {}, after: change }, { ...by, version })
}

/** One change of one coding, as a deed of its own. */
export async function carryOutOne(
	db: MunicipalityDatabase,
	part: DeedPart,
	{ coderId, version, at = new Date() }: ByPerson & { version?: number | undefined },
): Promise<Coding> {
	const { codingId } = part
	const [known] = await db.select({ transcriptId: codings.transcriptId }).from(codings).where(eq(codings.id, codingId))
	if (!known) throw new Problem('not-found', 'coding-unknown')
	const { transcriptId } = known
	const seen = version === undefined ? {} : { [codingId]: version }
	const { codings: now, done } = await carryOut(db, { transcriptId, parts: [part], coderId: coderId ?? null, seen, at })
	if (coderId && done.length > 0) await noteDeeds(db, { coderId, at, deeds: [{ transcriptId, deed: { parts: done } }] })
	return now[0]!
}
