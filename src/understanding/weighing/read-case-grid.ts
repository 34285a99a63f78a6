/** The grid of case summaries an address asks for; page and file show the same. */
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { findFilterChoices, idOf } from '../find-filters.ts'
import { findCases, findConversation } from './find-case-summaries.ts'

export const CASES_PER_PAGE = 25

/** @throws {Problem} `conversation-unknown` */
export async function readCaseGrid(db: MunicipalityDatabase, search: URLSearchParams, page: number | null) {
	const { rounds, themes: themeChoices } = await findFilterChoices(db)
	const [round, theme, conversation] = ['runde', 'thema', 'gespraech'].map((name) => search.get(name) ?? '')
	const grid = await findCases(db, {
		roundId: idOf(rounds, round!),
		themeId: idOf(themeChoices, theme!),
		conversationId: conversation ? (await findConversation(db, conversation)).id : undefined,
		limit: page === null ? 10_000 : CASES_PER_PAGE,
		offset: page === null ? 0 : (page - 1) * CASES_PER_PAGE,
	})
	return { ...grid, rounds, themeChoices, round: round!, theme: theme!, conversation: conversation! }
}
