/** Search in what is public, and in nothing else. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { HEADLINE, readSnippet, toTsQuery, type SnippetPart } from '#understanding/finding/find-voices.ts'
import { readSearchQuery } from '#understanding/finding/search-query.rules.ts'
import { findInitiatives } from '#acting/find-initiatives.ts'
import { findAnswers } from '#answering/find-answers.ts'
import type { EditionContent } from './edition-content.ts'
import { PASSAGE_GROUPS, publicPassages, type PassageGroup, type PublicPassage } from './public-passages.ts'

/** As many places are shown of each kind. Beyond, people only learn that there are more: a count may count people. */
export const SHOWN_OF_EACH = 5

/** Characters; what is not longer, as most voices are, is shown whole: nobody's sentence is cut without need. */
const WHOLE_UP_TO = 320

export type PublicHit = Omit<PublicPassage, 'group' | 'text'> & { snippet: SnippetPart[] }

export type FoundInPublic = { group: PassageGroup; hits: PublicHit[]; hasMore: boolean }[]

/**
 * Where the words stand in the live edition, the initiatives and the answers, best first, by kind. Words are compared by
 * their German stem, with and without umlauts; nothing is kept between two searches, so what is withdrawn is not found.
 */
export async function searchPublic(
	db: MunicipalityDatabase,
	{ query, content, today }: { query: string; content: EditionContent | null; today: string },
): Promise<FoundInPublic> {
	const asked = readSearchQuery(query)
	if (asked.length === 0) return []
	const initiatives = await findInitiatives(db, { today })
	const passages = publicPassages({ content, initiatives, answers: await findAnswers(db) })
	const { rows } = await db.execute<{ at: number; snippet: string }>(sql`
		with asked as materialized (select ${toTsQuery(asked)} as query),
		passage as materialized (
			select given.at, given.text, to_tsvector('german', given.text) as words
			from json_to_recordset(${JSON.stringify(passages.map(({ text }, at) => ({ at, text })))}::json) as given(at int, text text)
		)
		select passage.at, ts_headline('german', passage.text, asked.query,
			case when length(passage.text) <= ${WHOLE_UP_TO} then ${`HighlightAll=true, ${HEADLINE}`} else ${HEADLINE} end) as snippet
		from asked join passage on passage.words @@ asked.query
		order by ts_rank_cd(passage.words, asked.query, 1) desc, passage.at`)
	return PASSAGE_GROUPS.map((group) => {
		const found = rows.filter(({ at }) => passages[at]!.group === group)
		return {
			group,
			hits: found.slice(0, SHOWN_OF_EACH).map(({ at, snippet }) => toHit(passages[at]!, snippet)),
			hasMore: found.length > SHOWN_OF_EACH,
		}
	}).filter(({ hits }) => hits.length > 0)
}

/** What is cut off at either end shows. */
function toHit({ title, href, label, text }: PublicPassage, snippet: string): PublicHit {
	const parts = readSnippet(snippet)
	const shown = parts.map((part) => part.text).join('')
	const plain = text.replace(/\s+/g, ' ')
	return {
		title,
		href,
		...(label && { label }),
		snippet: [
			...(plain.startsWith(shown.slice(0, 12)) ? [] : [{ text: '… ', isHit: false }]),
			...parts,
			...(plain.endsWith(shown.slice(-12)) ? [] : [{ text: ' …', isHit: false }]),
		],
	}
}
