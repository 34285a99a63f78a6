import { and, eq, isNull, sql } from 'drizzle-orm'
import { isUuid, type MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { appendAudit } from '#people/audit-log.ts'
import { findRoleDictionary, requireSafeLabel } from '#protecting/find-role-label.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'
import { speakers, voices } from '#listening/tables.ts'
import { codings } from '#understanding/tables.ts'
import { confirmSpecialQuote } from './confirm-special-quote.ts'
import { putUnderFocusTheme } from './put-under-focus-theme.ts'
import { firstDeviation, saysNothing, tidyWording } from './quote-wording.rules.ts'
import { requireFocusTheme } from './require-focus-theme.ts'
import { quotes } from './tables.ts'

export type PickQuote = {
	focusThemeId: string
	codingId: string
	/** As printed: the passage with its ends, but for `[…]` and `[Wort]`. */
	wording: string
	/** Who said it, as printed: a role that stands for enough people. */
	publicLabel: string
	/** The label is an office the person agreed to be named with; its size does not matter. */
	isWithOffice?: boolean
	/** What to print in our own words should no label be able to stand under the quote. */
	paraphrase?: string | null
	/** Whoever clears it has read that the passage tells a special category of its speaker, and says it may be printed. */
	confirmsSpecial?: boolean
	/** Account id of who clears it for print. */
	by: string | null
	at: Date
}

/**
 * Clears a passage for print under a label. Picked again, wording and label are replaced and cleared anew.
 *
 * @throws {Problem} `focus-theme-unknown`, `citation-unknown`, `quote-not-allowed` without the speaker's consent to be
 * quoted, `special-needs-second-person` and `special-unconfirmed` for passages of a special category (Art. 9 GDPR), which
 * somebody who did not code them must confirm, `quote-wording-missing`, `quote-wording-differs` with the place,
 * `quote-label-missing`, `quote-office-not-allowed` without the speaker's consent to be named with the office, and those
 * of `requireSafeLabel`
 */
export async function pickQuote(db: MunicipalityDatabase, wanted: PickQuote): Promise<{ id: string }> {
	const { focusThemeId, codingId, wording, publicLabel, isWithOffice = false, paraphrase = null, by, at } = wanted
	await requireFocusTheme(db, focusThemeId)
	const { passage, mayNameOffice } = await requireQuotablePassage(db, codingId)
	const printed = tidyWording(wording)
	if (printed === '' || saysNothing(printed)) throw new Problem('invalid', 'quote-wording-missing')
	const position = firstDeviation(printed, passage)
	if (position !== null) throw new Problem('invalid', 'quote-wording-differs', { position })
	const label = publicLabel.replace(/\s+/g, ' ').trim()
	if (label === '') throw new Problem('invalid', 'quote-label-missing')
	if (isWithOffice && !mayNameOffice) throw new Problem('not-allowed', 'quote-office-not-allowed')
	if (!isWithOffice) requireSafeLabel(await findRoleDictionary(db), { label })

	const [last] = await db
		.select({ position: sql<number>`coalesce(max(${quotes.position}), -1)::int` })
		.from(quotes)
		.where(eq(quotes.focusThemeId, focusThemeId))
	const confirmed = await confirmSpecialQuote(db, wanted)
	const told = paraphrase?.trim() || null
	const said = { wording: printed, publicLabel: label, isWithOffice, paraphrase: told }
	const cleared = { ...confirmed, ...said, clearedBy: by, clearedAt: at }
	const [quote] = await db
		.insert(quotes)
		.values({ focusThemeId, codingId, ...cleared, position: last!.position + 1 })
		.onConflictDoUpdate({ target: [quotes.municipalityId, quotes.focusThemeId, quotes.codingId], set: cleared })
		.returning({ id: quotes.id })
	await putUnderFocusTheme(db, { focusThemeId, codingIds: [codingId] })
	const noted = { by: by ?? 'command', subject: 'quote' as const, subjectId: quote!.id, at }
	if ('specialConfirmedAt' in confirmed) await appendAudit(db, { ...noted, act: 'special-quote-confirmed' })
	await appendAudit(db, { ...noted, act: isWithOffice ? 'quote-cleared-with-office' : 'quote-cleared' })
	return quote!
}

/** The words of a coding whose speaker allows quoting, today. */
async function requireQuotablePassage(
	db: MunicipalityDatabase,
	codingId: string,
): Promise<{ passage: string; mayNameOffice: boolean }> {
	const [found] = isUuid(codingId)
		? await db
				.select({
					passage: codings.quote,
					mayQuote: sql<boolean>`${speakerAllows('quote')}`,
					mayNameOffice: sql<boolean>`${speakerAllows('quote-with-office')}`,
				})
				.from(codings)
				.innerJoin(voices, eq(voices.id, codings.voiceId))
				.innerJoin(speakers, eq(speakers.id, voices.speakerId))
				.where(and(eq(codings.id, codingId), isNull(codings.removedAt)))
		: []
	if (!found) throw new Problem('invalid', 'citation-unknown')
	if (!found.mayQuote) throw new Problem('not-allowed', 'quote-not-allowed')
	return found
}
