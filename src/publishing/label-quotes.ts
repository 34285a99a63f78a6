/** Which label each quote of an edition may carry, asked with everything the database knows about it. */
import { isNotNull, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import {
	labelEdition,
	type EarlierQuote,
	type LabelledQuote,
	type QuoteToLabel,
} from '#protecting/edition-labels.rules.ts'
import { findRoleDictionary } from '#protecting/find-role-label.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'
import type { QuoteBasis } from './edition-basis.ts'
import { editions } from './tables.ts'

export type QuoteFacts = QuoteToLabel & {
	/** In our own words, for when no label may stand. */
	paraphrase: string | null
	/** Null when the quote has left its dossier since. */
	codingId: string | null
}

export type LabelledFacts = LabelledQuote & { facts: QuoteFacts }

/** Asks the rules for all quotes at once, in the order in which they are printed, as the team cleared them. */
export async function labelQuotes(db: MunicipalityDatabase, quoteIds: readonly string[]): Promise<LabelledFacts[]> {
	return askRules(db, await findQuoteFacts(db, quoteIds))
}

/** Asks again for what was printed already: nothing becomes finer, and what has left its dossier keeps its voice. */
export async function labelPrintedQuotes(
	db: MunicipalityDatabase,
	printed: readonly QuoteBasis[],
): Promise<LabelledFacts[]> {
	const rows = await findQuoteFacts(
		db,
		printed.map(({ id }) => id),
	)
	const known = new Map(rows.map((row) => [row.id, row]))
	const facts = printed.map(({ label, ...quote }) => ({ ...GONE, ...quote, ...known.get(quote.id), wished: label }))
	return askRules(db, facts)
}

const GONE = { roleSlug: null, isWithOffice: false, sensitive: null, paraphrase: null, codingId: null }

async function askRules(db: MunicipalityDatabase, facts: QuoteFacts[]): Promise<LabelledFacts[]> {
	const labelled = labelEdition(await findRoleDictionary(db), facts, await findEarlierQuotes(db))
	return labelled.map((one, at) => ({ ...one, facts: facts[at]! }))
}

/** An office is named only while the person's consent `quote-with-office` stands. */
async function findQuoteFacts(db: MunicipalityDatabase, quoteIds: readonly string[]): Promise<QuoteFacts[]> {
	if (quoteIds.length === 0) return []
	const { rows } = await db.execute<
		Omit<QuoteFacts, 'sensitive'> & { isSensitive: boolean; theme: string; stance: string }
	>(sql`
		select quote.id, quote.public_label as wished, quote.paraphrase, quote.coding_id as "codingId",
			voice.id as "voiceId", speaker.id as "speakerId", role.slug as "roleSlug",
			quote.is_with_office and ${speakerAllows('quote-with-office')} as "isWithOffice",
			coding.is_sensitive or coding.special_category is not null as "isSensitive", theme.slug as theme, coding.stance
		from quote
		join coding on coding.id = quote.coding_id
		join theme on theme.id = coding.theme_id
		join voice on voice.id = coding.voice_id
		join speaker on speaker.id = voice.speaker_id
		left join role on role.id = speaker.role_id
		where quote.id = any(${sql.param([...quoteIds])}::uuid[])`)
	const place = new Map(quoteIds.map((id, at) => [id, at]))
	return rows
		.map(({ isSensitive, theme, stance, ...row }) => ({ ...row, sensitive: isSensitive ? { theme, stance } : null }))
		.toSorted((one, other) => place.get(one.id)! - place.get(other.id)!)
}

async function findEarlierQuotes(db: MunicipalityDatabase): Promise<EarlierQuote[]> {
	const rows = await db.select({ basis: editions.basis }).from(editions).where(isNotNull(editions.basis))
	return rows.flatMap(({ basis }) => basis?.quotes ?? [])
}
