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
import { editions } from './tables.ts'

export type QuoteFacts = QuoteToLabel & {
	/** In our own words, for when no label may stand. */
	paraphrase: string | null
	codingId: string
	/** As cleared. */
	wording: string
}

export type LabelledFacts = LabelledQuote & { facts: QuoteFacts }

export type LabelQuotes = {
	/** In the order in which they are printed. */
	quoteIds: readonly string[]
	/** Labels already printed, by quote id: nothing becomes finer than that. Without it the team's own choice counts. */
	printed?: ReadonlyMap<string, string>
}

/**
 * Asks the rules for all quotes of an edition at once. A quote whose row is gone is not among the answers; an office
 * without the person's consent `quote-with-office` is not named.
 */
export async function labelQuotes(
	db: MunicipalityDatabase,
	{ quoteIds, printed }: LabelQuotes,
): Promise<LabelledFacts[]> {
	const facts = await findQuoteFacts(db, quoteIds)
	const asked = facts.map((one) => ({ ...one, wished: printed?.get(one.id) ?? one.wished }))
	const earlier = await findEarlierQuotes(db)
	const labelled = labelEdition(await findRoleDictionary(db), asked, earlier)
	return labelled.map((one, at) => ({ ...one, facts: asked[at]! }))
}

async function findQuoteFacts(db: MunicipalityDatabase, quoteIds: readonly string[]): Promise<QuoteFacts[]> {
	if (quoteIds.length === 0) return []
	const { rows } = await db.execute<
		Omit<QuoteFacts, 'sensitive'> & { isSensitive: boolean; theme: string; stance: string }
	>(sql`
		select quote.id, quote.wording, quote.public_label as wished, quote.paraphrase, quote.coding_id as "codingId",
			voice.id as "voiceId", speaker.id as "speakerId", role.slug as "roleSlug",
			quote.is_with_office and office.id is not null as "isWithOffice",
			coding.is_sensitive or coding.special_category is not null as "isSensitive", theme.slug as theme, coding.stance
		from quote
		join coding on coding.id = quote.coding_id
		join theme on theme.id = coding.theme_id
		join voice on voice.id = coding.voice_id
		join speaker on speaker.id = voice.speaker_id
		left join role on role.id = speaker.role_id
		left join consent office on office.speaker_id = speaker.id and office.channel = 'quote-with-office'
			and office.withdrawn_at is null
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
