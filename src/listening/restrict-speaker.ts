/** Keeps somebody's words and does nothing with them, as long as they wish (Art. 18 GDPR). */
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { announce } from '#platform/announcements.ts'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { appendAudit } from '#people/audit-log.ts'
import { speakers, voices } from './tables.ts'
import { allowAgain } from './tombstones.ts'

declare module '#platform/announcements.ts' {
	interface Announcements {
		/** Nothing of these voices may be shown, counted or searched until they are released: what is frozen loses them too. */
		'speaker-restricted': { speakerId: string; voiceIds: string[] }
		/** They may be used again as far as the consents go. */
		'speaker-released': { speakerId: string; voiceIds: string[] }
	}
}

/** `by`: account id, `receipt` for the person themselves, `system`. */
export type RestrictSpeaker = { speakerId: string; by: string; at: Date }

/**
 * Hides everything this person said from analysis, quoting, search and publication, as if withdrawn; codings, quotes and
 * consents stay and count again after `releaseSpeaker`. Twice is once.
 *
 * @throws {Problem} `speaker-unknown`
 */
export async function restrictSpeaker(db: MunicipalityDatabase, { speakerId, by, at }: RestrictSpeaker) {
	await requireSpeaker(db, speakerId)
	const restricted = await db
		.update(speakers)
		.set({ restrictedAt: at })
		.where(and(eq(speakers.id, speakerId), isNull(speakers.restrictedAt)))
		.returning({ id: speakers.id })
	if (restricted.length === 0) return
	await announce(db, 'speaker-restricted', { speakerId, voiceIds: await voicesOf(db, speakerId) })
	await appendAudit(db, { by, act: 'speaker-restricted', subject: 'speaker', subjectId: speakerId, at })
}

/** Ends the restriction; the team has told the person before. @throws {Problem} `speaker-unknown` */
export async function releaseSpeaker(db: MunicipalityDatabase, { speakerId, by, at }: RestrictSpeaker) {
	await requireSpeaker(db, speakerId)
	const released = await db
		.update(speakers)
		.set({ restrictedAt: null })
		.where(and(eq(speakers.id, speakerId), isNotNull(speakers.restrictedAt)))
		.returning({ id: speakers.id })
	if (released.length === 0) return
	await allowAgain(db, { speakerId, kind: 'restricted' })
	await announce(db, 'speaker-released', { speakerId, voiceIds: await voicesOf(db, speakerId) })
	await appendAudit(db, { by, act: 'speaker-released', subject: 'speaker', subjectId: speakerId, at })
}

async function requireSpeaker(db: MunicipalityDatabase, speakerId: string) {
	const [speaker] = await db.select({ id: speakers.id }).from(speakers).where(eq(speakers.id, speakerId))
	if (!speaker) throw new Problem('not-found', 'speaker-unknown')
}

async function voicesOf(db: MunicipalityDatabase, speakerId: string): Promise<string[]> {
	const said = await db.select({ id: voices.id }).from(voices).where(eq(voices.speakerId, speakerId))
	return said.map(({ id }) => id)
}
