/** The wordings people agreed to, all of them: the newest version of a channel is in force. */
import { asc, desc, inArray } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { consentTexts, type Wording } from './tables.ts'

export type ConsentText = {
	id: string
	channel: (typeof consentTexts.$inferSelect)['channel']
	version: number
	wording: Wording
	/** ISO date. */
	validFrom: string
}

const columns = {
	id: consentTexts.id,
	channel: consentTexts.channel,
	version: consentTexts.version,
	wording: consentTexts.wording,
	validFrom: consentTexts.validFrom,
}

/** By channel, the newest version first. */
export function findConsentTexts(db: MunicipalityDatabase): Promise<ConsentText[]> {
	return db.select(columns).from(consentTexts).orderBy(asc(consentTexts.channel), desc(consentTexts.version))
}

/** The version in force of each channel. */
export function findCurrentConsentTexts(db: MunicipalityDatabase): Promise<ConsentText[]> {
	return db
		.selectDistinctOn([consentTexts.channel], columns)
		.from(consentTexts)
		.orderBy(asc(consentTexts.channel), desc(consentTexts.version))
}

/** Of these versions, those that exist: which channel each belongs to. */
export async function findChannelsOfTexts(
	db: MunicipalityDatabase,
	ids: readonly string[],
): Promise<Map<string, string>> {
	if (ids.length === 0) return new Map()
	const found = await db
		.select({ id: consentTexts.id, channel: consentTexts.channel })
		.from(consentTexts)
		.where(inArray(consentTexts.id, [...new Set(ids)]))
	return new Map(found.map(({ id, channel }) => [id, channel]))
}
