import type { PreparedSpeaker } from '../prepared-conversation.ts'
import type { FoundSpeaker } from '../speaker-labels.rules.ts'
import type { Channel } from '../vocabulary.ts'
import type { SpeakerMap } from './speaker-map.ts'

/** Adds what the team knows about each speaker; a map may use the code or the label the file writes. */
export function describeSpeakers(
	found: readonly FoundSpeaker[],
	map: SpeakerMap | undefined,
	channels: readonly Channel[],
	givenOn: string | null,
): PreparedSpeaker[] {
	return found.map(({ code, label, pseudonym, isModerator }) => {
		const described = map?.[code] ?? map?.[label]
		const moderates = described?.moderator ?? isModerator
		const { under16: isUnder16 = false, guardian: byGuardian = false } = described ?? {}
		const allowed = described?.consents ?? (moderates || (isUnder16 && !byGuardian) ? [] : channels)
		return {
			code,
			isModerator: moderates,
			pseudonym: described?.name ?? pseudonym ?? null,
			sector: described?.sector ?? null,
			role: described?.role ?? null,
			district: described?.district ?? null,
			ageBand: described?.age ?? null,
			isUnder16,
			...(allowed.length > 0 && { consent: { channels: allowed, given: 'imported' as const, givenOn, byGuardian } }),
		}
	})
}
