/** What somebody changes about themselves with their receipt. */
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { text } from '#platform/http/form-fields.ts'
import { Problem } from '#platform/problem.ts'
import { giveConsentAgain } from '#listening/give-consent-again.ts'
import { noteDataRequest } from '#listening/note-data-request.ts'
import { releaseSpeaker, restrictSpeaker } from '#listening/restrict-speaker.ts'
import { CHANNELS, type Channel } from '#listening/vocabulary.ts'
import { withdrawConsent } from '#listening/withdraw-consent.ts'

export const OWN_CHANGES = ['withdraw', 'give', 'correct', 'restrict', 'release'] as const
export type OwnChange = (typeof OWN_CHANGES)[number]

export type ChangeOwn = {
	/** Those whose receipt is open, and nobody else: never from the form. */
	speakerIds: readonly string[]
	/** `intent`, with `channel` or `wish`. */
	form: FormData
	/** ISO date in the municipality's time zone. */
	today: string
	at: Date
}

/**
 * Says what was done.
 *
 * @throws {Problem} `own-change-unknown`, `channel-unknown`, what the use cases refuse
 */
export async function changeOwn(
	db: MunicipalityDatabase,
	{ speakerIds, form, today, at }: ChangeOwn,
): Promise<OwnChange> {
	const intent = OWN_CHANGES.find((known) => known === text(form, 'intent'))
	if (!intent) throw new Problem('invalid', 'own-change-unknown')
	for (const speakerId of speakerIds) {
		const own = { speakerId, by: 'receipt', at }
		if (intent === 'withdraw') await withdrawConsent(db, { speakerId, channel: channelOf(form), at })
		if (intent === 'give') await giveConsentAgain(db, { speakerId, channel: channelOf(form), day: today })
		if (intent === 'restrict') await restrictSpeaker(db, own)
		if (intent === 'release') await releaseSpeaker(db, own)
		const isOpen = intent === 'correct'
		if (intent !== 'give')
			await noteDataRequest(db, {
				kind: intent,
				via: 'receipt',
				speakerId,
				wish: isOpen ? text(form, 'wish') : '',
				receivedOn: today,
				...(!isOpen && { doneOn: today }),
			})
	}
	return intent
}

function channelOf(form: FormData): Channel {
	const wanted = text(form, 'channel')
	const channel = CHANNELS.find((known) => known === wanted)
	if (!channel) throw new Problem('invalid', 'channel-unknown', { channel: wanted, channels: CHANNELS.join(', ') })
	return channel
}
