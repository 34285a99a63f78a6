import { and, eq, inArray, isNull } from 'drizzle-orm'
import { announce } from '#platform/announcements.ts'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { endsWith } from './consent.rules.ts'
import { consents, contacts } from './consent.tables.ts'
import { speakers, voices } from './tables.ts'
import { type Channel } from './vocabulary.ts'

declare module '#platform/announcements.ts' {
	interface Announcements {
		/** Somebody no longer allows this channel: what carries their words there must go, in this transaction. */
		'consent-withdrawn': { speakerId: string; channel: Channel; voiceIds: string[] }
	}
}

export type WithdrawConsent = { speakerId: string; channel: Channel; at: Date }

/**
 * Takes back a consent and those that rest on it, and announces each. What was not given, or is withdrawn already,
 * stays as it is. With `contact` the contact itself is gone.
 *
 * @throws {Problem} `speaker-unknown`
 */
export async function withdrawConsent(db: MunicipalityDatabase, { speakerId, channel, at }: WithdrawConsent) {
	const [speaker] = await db.select({ id: speakers.id }).from(speakers).where(eq(speakers.id, speakerId))
	if (!speaker) throw new Problem('not-found', 'speaker-unknown')
	const ended = await db
		.update(consents)
		.set({ withdrawnAt: at })
		.where(
			and(
				eq(consents.speakerId, speakerId),
				inArray(consents.channel, endsWith(channel)),
				isNull(consents.withdrawnAt),
			),
		)
		.returning({ channel: consents.channel })
	if (ended.length === 0) return
	if (channel === 'contact') await db.delete(contacts).where(eq(contacts.speakerId, speakerId))
	const said = await db.select({ id: voices.id }).from(voices).where(eq(voices.speakerId, speakerId))
	for (const { channel: withdrawn } of ended) {
		await announce(db, 'consent-withdrawn', { speakerId, channel: withdrawn, voiceIds: said.map(({ id }) => id) })
	}
}
