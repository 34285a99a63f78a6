import { desc } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { Language } from '#platform/words/words.ts'
import { consentTexts } from '#people/tables.ts'
import { inLanguage } from './wording.rules.ts'
import type { Channel } from './tables.ts'

/** The wording in force of each channel. */
export async function findConsentWordings(
	db: MunicipalityDatabase,
	language: Language,
): Promise<Partial<Record<Channel, string>>> {
	const found = await db
		.selectDistinctOn([consentTexts.channel], { channel: consentTexts.channel, wording: consentTexts.wording })
		.from(consentTexts)
		.orderBy(consentTexts.channel, desc(consentTexts.version))
	return Object.fromEntries(found.map(({ channel, wording }) => [channel, inLanguage(wording, language)]))
}
