/** Which printed words still name somebody: before they are frozen, and while they are picked. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { findGazetteer } from '#protecting/find-gazetteer.ts'
import { findNames, type NameFinding, type NameKind } from '#protecting/find-names.rules.ts'

/** What gives a person away by itself. A village or an association in a quote may be meant to stand there. */
const GIVES_AWAY: ReadonlySet<NameKind> = new Set(['person', 'phone', 'mail', 'iban', 'plate', 'address'])

export type OpenFindings = {
	codingId: string
	/** Address of the conversation, for the way to its names desk. */
	slug: string
	/** Surely somebody's: a quote with these is not frozen. */
	certain: NameFinding[]
	/** Likely, or of a kind that may stand: look twice. */
	others: NameFinding[]
}

type Row = { codingId: string; slug: string; words: string; kept: string[] }

/**
 * The passages, among these codings, in whose printed words something is found and about which nobody has decided: a
 * conversation whose names are checked has none, and neither has a name that a person kept there. A coding that no
 * quote prints is judged by its own words.
 */
export async function openFindingsIn(db: MunicipalityDatabase, codingIds: readonly string[]): Promise<OpenFindings[]> {
	if (codingIds.length === 0) return []
	const { rows } = await db.execute<Row>(sql`
		select coding.id as "codingId", conversation.slug, coalesce(string_agg(quote.wording, E'\n\n'), coding.quote) as words,
			coalesce((
				select array_agg(name_finding.name) from name_finding
				where name_finding.transcript_id = coding.transcript_id and name_finding.state = 'kept'
			), '{}') as kept
		from coding
		join transcript on transcript.id = coding.transcript_id
		join conversation on conversation.id = transcript.conversation_id
		left join quote on quote.coding_id = coding.id
		where coding.id = any (${sql.param([...codingIds])}::uuid[]) and conversation.names_checked_at is null
		group by coding.id, coding.quote, coding.transcript_id, conversation.slug
		order by coding.id`)
	if (rows.length === 0) return []
	const gazetteer = await findGazetteer(db)
	return rows
		.map(({ codingId, slug, words, kept }) => {
			const found = findNames(words, gazetteer).filter(({ base, text }) => !kept.includes(base) && !kept.includes(text))
			const isCertain = (one: NameFinding) => one.certainty === 'certain' && GIVES_AWAY.has(one.kind)
			return { codingId, slug, certain: found.filter(isCertain), others: found.filter((one) => !isCertain(one)) }
		})
		.filter(({ certain, others }) => certain.length + others.length > 0)
}
