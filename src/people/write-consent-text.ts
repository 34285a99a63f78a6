import { desc, eq, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { LONGEST_CONSENT_TEXT } from '#method/consent-texts.ts'
import { appendAudit } from './audit-log.ts'
import type { ConsentText } from './find-consent-texts.ts'
import { consentTexts } from './tables.ts'

export type WriteConsentText = {
	channel: ConsentText['channel']
	/** All three: nobody should agree to a wording that others read differently. */
	wording: { de: string; en: string; 'de-leicht': string }
	/** The version the writer had before them. */
	basedOn: number
	by: string
	/** ISO date: from this day on it is what people agree to. */
	today: string
	at: Date
}

/**
 * Writes a new version. The versions before stay as they are, with everybody who agreed to them.
 *
 * @throws {Problem} `consent-text-missing`, `consent-text-too-long`, `consent-text-same`; `consent-text-changed` when
 * somebody else has written one meanwhile
 */
export async function writeConsentText(
	db: MunicipalityDatabase,
	{ channel, wording, basedOn, by, today, at }: WriteConsentText,
): Promise<{ version: number }> {
	const tidy = {
		de: tidied(wording.de),
		en: tidied(wording.en),
		'de-leicht': tidied(wording['de-leicht']),
	}
	const texts = Object.values(tidy)
	if (texts.includes('')) throw new Problem('invalid', 'consent-text-missing')
	if (texts.some(({ length }) => length > LONGEST_CONSENT_TEXT))
		throw new Problem('invalid', 'consent-text-too-long', { limit: LONGEST_CONSENT_TEXT })
	await db.execute(
		sql`select pg_advisory_xact_lock(hashtext('consent-text' || current_setting('gehoert.municipality')))`,
	)
	const [current] = await db
		.select({ version: consentTexts.version, wording: consentTexts.wording })
		.from(consentTexts)
		.where(eq(consentTexts.channel, channel))
		.orderBy(desc(consentTexts.version))
		.limit(1)
	if ((current?.version ?? 0) !== basedOn) throw new Problem('conflict', 'consent-text-changed')
	const isSame = (['de', 'en', 'de-leicht'] as const).every((one) => current?.wording[one] === tidy[one])
	if (isSame) throw new Problem('invalid', 'consent-text-same')
	const version = basedOn + 1
	const [written] = await db
		.insert(consentTexts)
		.values({ channel, version, wording: tidy, validFrom: today })
		.returning({ id: consentTexts.id })
	await appendAudit(db, { by, act: 'consent-text-written', subject: 'consent-text', subjectId: written!.id, at })
	return { version }
}

function tidied(text: string): string {
	return text.replace(/\s+/g, ' ').trim()
}
