/** Which label each quote may carry beside the others of an edition, asked with everything the database knows about them. */
import { sql, type SQL } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import {
	labelEdition,
	type EarlierQuote,
	type LabelledQuote,
	type QuoteToLabel,
} from '#protecting/edition-labels.rules.ts'
import { findRoleDictionary } from '#protecting/find-role-label.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'

export type QuoteFacts = QuoteToLabel & {
	/** In our own words, for when no label may stand. */
	paraphrase: string | null
	/** Null when the quote has left its dossier since. */
	codingId: string | null
}

export type LabelledFacts = LabelledQuote & { facts: QuoteFacts }

/** Asks the rules for all quotes at once, in the order in which they are printed, as the team cleared them. */
export async function labelQuotes(
	db: MunicipalityDatabase,
	quoteIds: readonly string[],
	earlier: readonly EarlierQuote[],
): Promise<LabelledFacts[]> {
	return askRules(db, await findQuoteFacts(db, quoteIds), earlier)
}

/** A quote as it was printed, and whose it was. */
export type PrintedQuote = EarlierQuote & { id: string }

/** Asks again for what was printed already: nothing becomes finer, and what has left its dossier keeps its voice. */
export async function labelPrintedQuotes(
	db: MunicipalityDatabase,
	printed: readonly PrintedQuote[],
	earlier: readonly EarlierQuote[],
): Promise<LabelledFacts[]> {
	const rows = await findQuoteFacts(
		db,
		printed.map(({ id }) => id),
	)
	const known = new Map(rows.map((row) => [row.id, row]))
	const facts = printed.map(({ label, ...quote }) => ({ ...GONE, ...quote, ...known.get(quote.id), wished: label }))
	return askRules(db, facts, earlier)
}

const GONE = { roleSlug: null, isWithOffice: false, sensitive: null, paraphrase: null, codingId: null }

export type AdviseQuote = { roundId: string; codingId: string; wished: string; isWithOffice: boolean }

/** How one passage would be labelled in an edition of all quotes cleared so far, beside what was printed `earlier`. */
export async function adviseQuote(
	db: MunicipalityDatabase,
	{ roundId, codingId, wished, isWithOffice }: AdviseQuote,
	earlier: readonly EarlierQuote[],
): Promise<LabelledQuote | null> {
	const cleared = await findFacts(
		db,
		sql`join focus_theme on focus_theme.id = quote.focus_theme_id and focus_theme.round_id = ${roundId}`,
		sql`coding.removed_at is null and ${speakerAllows('quote')}
			order by focus_theme.position, quote.position, quote.cleared_at`,
	)
	const { rows } = await db.execute<FactRow>(sql`
		select ${PASSAGE_FACTS} from coding ${PASSAGE_JOINS} where coding.id = ${codingId}`)
	const [asked] = rows.map((row) =>
		toFacts({ ...row, id: codingId, paraphrase: null, isWithOffice: row.allowsOffice && isWithOffice }),
	)
	if (!asked) return null
	const quotes = cleared.some((one) => one.codingId === codingId) ? cleared : [...cleared, asked]
	const labelled = await askRules(
		db,
		quotes.map((one) => (one.codingId === codingId ? { ...asked, id: one.id, wished } : one)),
		earlier,
	)
	return labelled.find(({ facts }) => facts.codingId === codingId) ?? null
}

async function askRules(
	db: MunicipalityDatabase,
	facts: QuoteFacts[],
	earlier: readonly EarlierQuote[],
): Promise<LabelledFacts[]> {
	const labelled = labelEdition(await findRoleDictionary(db), facts, earlier)
	return labelled.map((one, at) => ({ ...one, facts: facts[at]! }))
}

async function findQuoteFacts(db: MunicipalityDatabase, quoteIds: readonly string[]): Promise<QuoteFacts[]> {
	if (quoteIds.length === 0) return []
	const facts = await findFacts(db, sql``, sql`quote.id = any(${sql.param([...quoteIds])}::uuid[])`)
	const place = new Map(quoteIds.map((id, at) => [id, at]))
	return facts.toSorted((one, other) => place.get(one.id)! - place.get(other.id)!)
}

type FactRow = Omit<QuoteFacts, 'sensitive'> & {
	isSensitive: boolean
	theme: string
	stance: string
	allowsOffice: boolean
}

/** An office is named only while the person's consent `quote-with-office` stands. */
async function findFacts(db: MunicipalityDatabase, join: SQL, where: SQL): Promise<QuoteFacts[]> {
	const { rows } = await db.execute<FactRow>(sql`
		select quote.id, quote.public_label as wished, quote.paraphrase, ${PASSAGE_FACTS},
			quote.is_with_office and ${speakerAllows('quote-with-office')} as "isWithOffice"
		from quote
		join coding on coding.id = quote.coding_id
		${PASSAGE_JOINS} ${join}
		where ${where}`)
	return rows.map(toFacts)
}

const PASSAGE_FACTS = sql`coding.id as "codingId", voice.id as "voiceId", speaker.id as "speakerId",
	role.slug as "roleSlug", coding.is_sensitive or coding.special_category is not null as "isSensitive",
	theme.slug as theme, coding.stance, ${speakerAllows('quote-with-office')} as "allowsOffice"`

const PASSAGE_JOINS = sql`
	join theme on theme.id = coding.theme_id
	join voice on voice.id = coding.voice_id
	join speaker on speaker.id = voice.speaker_id
	left join role on role.id = speaker.role_id`

function toFacts({ isSensitive, theme, stance, allowsOffice: _, ...row }: FactRow): QuoteFacts {
	return { ...row, sensitive: isSensitive ? { theme, stance } : null }
}
