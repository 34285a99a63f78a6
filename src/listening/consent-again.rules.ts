/** What a receipt alone is enough for when somebody wants to allow again what they had withdrawn. Pure. */
import type { Channel } from './vocabulary.ts'

/**
 * A receipt proves that somebody holds the paper, not who they are. It gives back what is published without a name; for
 * the name, the voice, the picture and the address the team has to be asked. Under 16 a parent has to agree, again too.
 */
const BY_RECEIPT: readonly Channel[] = ['analyse', 'quote']

/** `inForce`: what they allow at the moment. */
export function mayBeGivenAgain(
	channel: Channel,
	{ inForce, isUnder16 }: { inForce: readonly Channel[]; isUnder16: boolean },
): boolean {
	if (isUnder16 || !BY_RECEIPT.includes(channel)) return false
	return channel !== 'quote' || inForce.includes('analyse')
}
