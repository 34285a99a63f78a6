import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { appendAudit } from '#people/audit-log.ts'
import { dataRequests } from '#listening/consent.tables.ts'
import { speakers } from '#listening/tables.ts'
import { CHANNELS, type Channel } from '#listening/vocabulary.ts'
import { withdrawConsent } from '#listening/withdraw-consent.ts'

export type WithdrawForPerson = {
	speakerId: string
	channels: readonly string[]
	/** How the person told the team. */
	via: 'mail' | 'in-person'
	/** Account id. */
	by: string
	/** ISO date in the municipality's time zone. */
	today: string
	at: Date
}

/**
 * The team takes back what somebody asked for, with a note of the request and an entry in the audit log. In this very
 * transaction the words leave everything public.
 *
 * @throws {Problem} `channels-missing`, `channel-unknown`, `speaker-unknown`
 */
export async function withdrawForPerson(
	db: MunicipalityDatabase,
	{ speakerId, channels, via, by, today, at }: WithdrawForPerson,
) {
	const wanted = channels.map(readChannel)
	if (wanted.length === 0) throw new Problem('invalid', 'channels-missing')
	const [speaker] = await db
		.select({ isModerator: speakers.isModerator })
		.from(speakers)
		.where(eq(speakers.id, speakerId))
	if (!speaker || speaker.isModerator) throw new Problem('not-found', 'speaker-unknown')
	for (const channel of wanted) await withdrawConsent(db, { speakerId, channel, at })
	await db
		.insert(dataRequests)
		.values({ kind: 'withdraw', via, speakerId, receivedOn: today, doneOn: today, doneBy: by })
	await appendAudit(db, { by, act: 'voice-withdrawn', subject: 'speaker', subjectId: speakerId, at })
}

function readChannel(text: string): Channel {
	const channel = CHANNELS.find((known) => known === text)
	if (!channel) throw new Problem('invalid', 'channel-unknown', { channel: text, channels: CHANNELS.join(', ') })
	return channel
}
