/** Which contributions people have read and found nothing in: they teach the machine when to be silent. */
import type { Heard } from './proposing.rules.ts'

/** Where people have coded less of a conversation, they looked for something and did not read it through. */
const LEAST_SHARE = 0.1

/**
 * Those coded, those of which somebody refused a proposal, and those passed over: without a theme before the last one
 * that carries one, in conversations that were read through.
 *
 * @param heard the contributions of a conversation follow each other
 */
export function readThrough<One extends Pick<Heard, 'conversationId' | 'themeIds' | 'wasRefused'>>(
	heard: readonly One[],
): One[] {
	return [...Map.groupBy(heard, ({ conversationId }) => conversationId).values()].flatMap((conversation) => {
		const last = conversation.findLastIndex(({ themeIds }) => themeIds.length > 0)
		const coded = conversation.filter(({ themeIds }) => themeIds.length > 0).length
		const isReadThrough = coded >= (last + 1) * LEAST_SHARE
		return conversation.filter(
			({ themeIds, wasRefused }, at) => themeIds.length > 0 || wasRefused || (isReadThrough && at < last),
		)
	})
}
