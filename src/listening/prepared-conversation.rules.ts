/** What must hold for a conversation before it is written. */
import { Problem } from '#platform/problem.ts'
import { codePointLength } from './code-points.ts'
import { LONGEST_TURN } from './turns.rules.ts'
import type { PreparedConversation } from './prepared-conversation.ts'

/** Code points of the longest transcript: about 60 hours of talk. */
export const LONGEST_TRANSCRIPT = 8_000_000

/**
 * @throws {Problem} `transcript-too-long`; `text-unusable` when the text has other line ends than LF, a NUL or half
 * characters; `turn-outside`, `speaker-twice`, `turn-without-speaker`; `guardian-missing` when somebody under 16 is said to
 * allow something and no parent agreed
 */
export function checkPrepared({ text, turns, speakers }: PreparedConversation) {
	if (text.length > LONGEST_TRANSCRIPT)
		throw new Problem('too-large', 'transcript-too-long', { limit: LONGEST_TRANSCRIPT })
	if (/[\r\0]/.test(text) || !text.isWellFormed()) throw new Problem('invalid', 'text-unusable')
	const codes = new Set(speakers.map(({ code }) => code))
	if (codes.size < speakers.length) throw new Problem('invalid', 'speaker-twice')
	const alone = speakers.find(({ isUnder16, consent }) => isUnder16 && consent?.channels.length && !consent.byGuardian)
	if (alone) throw new Problem('invalid', 'guardian-missing', { speaker: alone.code.slice(0, 12) })
	const length = codePointLength(text)
	let before = 0
	for (const { start, end, speaker } of turns) {
		if (start < before || end <= start || end > length || end - start > LONGEST_TURN)
			throw new Problem('invalid', 'turn-outside')
		if (!codes.has(speaker)) throw new Problem('invalid', 'turn-without-speaker', { speaker: speaker.slice(0, 12) })
		before = end
	}
}
