/** Search in what is public, and in nothing else. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { searchWordsOf } from '#listening/search-words.rules.ts'
import { hitsIn, readText, scoreOf, snippetOf, type SnippetPart } from '#understanding/finding/rank-hits.rules.ts'
import { readSearchQuery } from '#understanding/finding/search-query.rules.ts'
import { sayingSomething, termsOf, tsQueryOf } from '#understanding/finding/search-terms.rules.ts'
import { findInitiatives } from '#acting/find-initiatives.ts'
import { findAnswers } from '#answering/find-answers.ts'
import type { EditionContent } from './edition-content.ts'
import { PASSAGE_GROUPS, publicPassages, type PassageGroup, type PublicPassage } from './public-passages.ts'

/** As many places are shown of each kind. Beyond, people only learn that there are more: a count may count people. */
export const SHOWN_OF_EACH = 5

/** Characters; what is not longer, as most voices are, is shown whole: nobody's sentence is cut without need. */
const WHOLE_UP_TO = 320

/** Words of a public passage: longer ones count less. */
const USUAL_WORDS = 40

export type PublicHit = Omit<PublicPassage, 'group' | 'text'> & { snippet: SnippetPart[] }

export type FoundInPublic = { group: PassageGroup; hits: PublicHit[]; hasMore: boolean }[]

/**
 * Where the words stand in the live edition, the initiatives and the answers, best first, by kind. Words are compared by
 * their German stem and by parts of compounds, with and without umlauts; nothing is kept between two searches, so what is withdrawn is not found.
 */
export async function searchPublic(
	db: MunicipalityDatabase,
	{ query, content, today }: { query: string; content: EditionContent | null; today: string },
): Promise<FoundInPublic> {
	const { asked } = readSearchQuery(query)
	if (!asked) return []
	const initiatives = await findInitiatives(db, { today })
	const passages = publicPassages({ content, initiatives, answers: await findAnswers(db) })
	const words = JSON.stringify(passages.map(({ text }, at) => ({ at, words: searchWordsOf(text) })))
	const { rows: matching } = await db.execute<{ at: number }>(sql`
		select given.at from json_to_recordset(${words}::json) as given(at int, words text)
		where given.words::tsvector @@ ${tsQueryOf(sayingSomething(asked))}::tsquery`)
	const terms = termsOf(asked)
	const measure = { terms, order: [], average: USUAL_WORDS, rarity: () => 1 }
	const rows = matching
		.map(({ at }) => ({ at, score: scoreOf(readText(passages[at]!.text, terms), measure) }))
		.toSorted((one, other) => other.score - one.score || one.at - other.at)
	return PASSAGE_GROUPS.map((group) => {
		const found = rows.filter(({ at }) => passages[at]!.group === group)
		return {
			group,
			hits: found.slice(0, SHOWN_OF_EACH).map(({ at }) => toHit(passages[at]!, terms)),
			hasMore: found.length > SHOWN_OF_EACH,
		}
	}).filter(({ hits }) => hits.length > 0)
}

function toHit({ title, href, label, text }: PublicPassage, terms: ReturnType<typeof termsOf>): PublicHit {
	const snippet = snippetOf(text, hitsIn(text, terms), { isWhole: text.length <= WHOLE_UP_TO })
	return { title, href, ...(label && { label }), snippet }
}
