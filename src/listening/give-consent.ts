import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { consents, type Channel } from './tables.ts'
import { allowAgain } from './tombstones.ts'

export type GiveConsent = {
	speakerId: string
	channel: Channel
	given: 'on-paper' | 'by-voice' | 'imported'
	givenOn: string | null
}

/** Notes a consent; one that had been withdrawn counts again from this day on. One that is in force keeps its first day. */
export async function giveConsent(db: MunicipalityDatabase, { speakerId, channel, given, givenOn }: GiveConsent) {
	await allowAgain(db, { speakerId, kind: channel })
	await db
		.insert(consents)
		.values({ speakerId, channel, given, givenOn })
		.onConflictDoUpdate({
			target: [consents.municipalityId, consents.speakerId, consents.channel],
			set: { given, givenOn, withdrawnAt: null },
			setWhere: sql`${consents.withdrawnAt} is not null`,
		})
}
