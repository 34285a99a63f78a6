import { and, desc, eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { consentTexts } from '#people/tables.ts'
import { mayBeGivenAgain } from './consent-again.rules.ts'
import { consents } from './consent.tables.ts'
import { speakers } from './tables.ts'
import { type Channel } from './vocabulary.ts'
import { allowAgain } from './tombstones.ts'

/** `day`: today as an ISO date in the municipality's time zone. */
export type GiveConsentAgain = { speakerId: string; channel: Channel; day: string }

/**
 * The person themselves allows again, by receipt, what they had once allowed and withdrawn. It counts in the wording in
 * force today. What is in force already stays as it is.
 *
 * @throws {Problem} `speaker-unknown`, `consent-not-by-receipt`
 */
export async function giveConsentAgain(db: MunicipalityDatabase, { speakerId, channel, day }: GiveConsentAgain) {
	const [speaker] = await db.select({ isUnder16: speakers.isUnder16 }).from(speakers).where(eq(speakers.id, speakerId))
	if (!speaker) throw new Problem('not-found', 'speaker-unknown')
	const held = await db
		.select({ channel: consents.channel, withdrawnAt: consents.withdrawnAt })
		.from(consents)
		.where(eq(consents.speakerId, speakerId))
	const once = held.find((consent) => consent.channel === channel)
	const inForce = held.filter(({ withdrawnAt }) => withdrawnAt === null).map((consent) => consent.channel)
	if (inForce.includes(channel)) return
	if (!once || !mayBeGivenAgain(channel, { inForce, ...speaker }))
		throw new Problem('not-allowed', 'consent-not-by-receipt')
	const [newest] = await db
		.select({ id: consentTexts.id })
		.from(consentTexts)
		.where(eq(consentTexts.channel, channel))
		.orderBy(desc(consentTexts.version))
		.limit(1)
	await db
		.update(consents)
		.set({
			given: 'on-the-web',
			givenOn: day,
			consentTextId: newest?.id ?? null,
			scanFileId: null,
			notedBy: null,
			withdrawnAt: null,
		})
		.where(and(eq(consents.speakerId, speakerId), eq(consents.channel, channel)))
	await allowAgain(db, { speakerId, kind: channel })
}
