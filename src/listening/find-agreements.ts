/** Who agreed to what, when, how, and to which wording: each as they read it. */
import { and, asc, eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { Language } from '#platform/words/words.ts'
import { accounts } from '#people/account.tables.ts'
import { consentTexts } from '#people/tables.ts'
import { consents } from './consent.tables.ts'
import { speakers } from './tables.ts'
import { CHANNELS, type Channel } from './vocabulary.ts'
import { inLanguage } from './wording.rules.ts'

export type Agreement = {
	speakerId: string
	channel: Channel
	given: (typeof consents.$inferSelect)['given']
	/** ISO date. */
	givenOn: string | null
	byGuardian: boolean
	notedBy: string | null
	withdrawnAt: Date | null
	/** Null where nobody knows the wording: what a file brought along. */
	wording: { version: number; text: string } | null
}

/** Of everybody in a conversation, in the order of the channels; withdrawn ones too. */
export async function findAgreements(
	db: MunicipalityDatabase,
	{ conversationId, language }: { conversationId: string; language: Language },
): Promise<Agreement[]> {
	const found = await db
		.select({
			speakerId: consents.speakerId,
			channel: consents.channel,
			given: consents.given,
			givenOn: consents.givenOn,
			byGuardian: consents.byGuardian,
			notedBy: accounts.name,
			withdrawnAt: consents.withdrawnAt,
			version: consentTexts.version,
			wording: consentTexts.wording,
		})
		.from(consents)
		.innerJoin(speakers, eq(speakers.id, consents.speakerId))
		.leftJoin(consentTexts, eq(consentTexts.id, consents.consentTextId))
		.leftJoin(accounts, eq(accounts.id, consents.notedBy))
		.where(and(eq(speakers.conversationId, conversationId)))
		.orderBy(asc(speakers.code))
	return found
		.map(({ version, wording, ...agreement }) => ({
			...agreement,
			wording: version && wording ? { version, text: inLanguage(wording, language) } : null,
		}))
		.toSorted((one, other) => CHANNELS.indexOf(one.channel) - CHANNELS.indexOf(other.channel))
}
