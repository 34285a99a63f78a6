import { createHmac } from 'node:crypto'
import type { Peppers } from '#platform/secrets.ts'

/**
 * What a tombstone says instead of who: a keyed hash of the speaker's id, lower-case hex. `number` counts a person's
 * withdrawals of one kind from 1, so that one that was allowed again and withdrawn once more is told apart.
 */
export function tombstoneHashOf(
	{ lookupPepper }: Pick<Peppers, 'lookupPepper'>,
	{ municipalityId, speakerId, number }: { municipalityId: string; speakerId: string; number: number },
): string {
	return createHmac('sha256', Buffer.from(lookupPepper, 'hex'))
		.update(`v1|tombstone|${municipalityId}|${speakerId}|${number}`)
		.digest('hex')
}
