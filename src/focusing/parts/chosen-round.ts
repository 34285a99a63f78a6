/** Which round a page of the team is about. */
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { findRounds, type ListedRound } from '#listening/find-rounds.ts'

/** The round named by `?runde=slug`, else the newest that heard something, else the newest; null when there is none. */
export async function chosenRound(
	db: MunicipalityDatabase,
	request: Request,
): Promise<{ round: ListedRound | null; rounds: ListedRound[] }> {
	const rounds = await findRounds(db)
	const slug = new URL(request.url).searchParams.get('runde')
	const round = rounds.find((one) => one.slug === slug) ?? rounds.find(({ voices }) => voices > 0) ?? rounds[0] ?? null
	return { round, rounds }
}
