/** What may be done with somebody's words, decided in one place. Pure; `speaker-allows.ts` says the same to the database. */
import type { Channel } from './vocabulary.ts'

export type HeldConsent = { channel: Channel; byGuardian: boolean; withdrawnAt: Date | null }

export type Protected = { isUnder16: boolean; restrictedAt: Date | null }

/** What each channel rests on, itself included: nothing is quoted that may not be analysed. */
export const RESTS_ON: Record<Channel, readonly Channel[]> = {
	record: ['record'],
	analyse: ['analyse'],
	quote: ['analyse', 'quote'],
	'quote-with-office': ['analyse', 'quote', 'quote-with-office'],
	contact: ['contact'],
	photo: ['photo'],
}

/**
 * What goes on while somebody's words are restricted (Art. 18 GDPR): they must still be told before the restriction ends
 * (Art. 18 (3)), nothing else.
 */
export const GOES_ON_RESTRICTED: readonly Channel[] = ['contact']

/**
 * Whether this person, today, allows this channel.
 *
 * Under 16 only what a parent agreed to counts (Art. 8 GDPR, taken over for paper and talk as well).
 */
export function mayUse(
	consents: readonly HeldConsent[],
	channel: Channel,
	{ isUnder16, restrictedAt }: Protected,
): boolean {
	if (restrictedAt && !GOES_ON_RESTRICTED.includes(channel)) return false
	const inForce = consents.filter(({ withdrawnAt, byGuardian }) => withdrawnAt === null && (byGuardian || !isUnder16))
	return RESTS_ON[channel].every((needed) => inForce.some((consent) => consent.channel === needed))
}

/** What ends with a channel: everything that rests on it, itself included. */
export function endsWith(channel: Channel): Channel[] {
	return (Object.keys(RESTS_ON) as Channel[]).filter((other) => RESTS_ON[other].includes(channel))
}
