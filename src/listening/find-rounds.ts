import { count, desc, eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import type { Round } from './create-round.ts'
import { conversations, rounds, voices } from './tables.ts'

/** @throws {Problem} `round-unknown` */
export async function findRound(db: MunicipalityDatabase, slug: string): Promise<Round> {
	const [round] = await db.select().from(rounds).where(eq(rounds.slug, slug))
	if (!round) throw new Problem('not-found', 'round-unknown', { slug: slug.slice(0, 60) })
	return round
}

/** The round that takes voices from the public form, if there is one. */
export async function findOpenRound(
	db: MunicipalityDatabase,
): Promise<Pick<Round, 'id' | 'title' | 'question'> | undefined> {
	const [round] = await db
		.select({ id: rounds.id, title: rounds.title, question: rounds.question })
		.from(rounds)
		.where(eq(rounds.isOpen, true))
		.limit(1)
	return round
}

export type ListedRound = Pick<Round, 'id' | 'slug' | 'title' | 'question' | 'startsOn' | 'endsOn' | 'isOpen'> & {
	conversations: number
	voices: number
}

/** All rounds, the newest first, with how much each has heard. */
export async function findRounds(db: MunicipalityDatabase): Promise<ListedRound[]> {
	const found = await db.select().from(rounds).orderBy(desc(rounds.createdAt), rounds.slug)
	const heard = await db
		.select({ roundId: conversations.roundId, count: count() })
		.from(conversations)
		.groupBy(conversations.roundId)
	const said = await db
		.select({ roundId: conversations.roundId, count: count() })
		.from(voices)
		.innerJoin(conversations, eq(voices.conversationId, conversations.id))
		.groupBy(conversations.roundId)
	const countOf = (counts: typeof heard, id: string) => counts.find(({ roundId }) => roundId === id)?.count ?? 0
	return found.map(({ municipalityId: _, createdAt: __, ...round }) => ({
		...round,
		conversations: countOf(heard, round.id),
		voices: countOf(said, round.id),
	}))
}
