/** Which round takes voices from the public form: at most one. */
import { eq, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { rounds } from './tables.ts'

/** Opens this round for the public form and closes any other. @throws {Problem} `round-unknown` */
export async function openRound(db: MunicipalityDatabase, { roundId }: { roundId: string }) {
	const changed = await db
		.update(rounds)
		.set({ isOpen: sql`${rounds.id} = ${roundId}::uuid` })
		.returning({ id: rounds.id })
	if (!changed.some(({ id }) => id === roundId)) throw new Problem('not-found', 'round-unknown')
}

/** Takes no more voices from the public form. @throws {Problem} `round-unknown` */
export async function closeRound(db: MunicipalityDatabase, { roundId }: { roundId: string }) {
	const changed = await db
		.update(rounds)
		.set({ isOpen: false })
		.where(eq(rounds.id, roundId))
		.returning({ id: rounds.id })
	if (changed.length === 0) throw new Problem('not-found', 'round-unknown')
}
