import { announce } from '#platform/announcements.ts'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { Coding } from './code-passage.ts'

declare module '#platform/announcements.ts' {
	interface Announcements {
		/** These words tell something of their speaker that needs more care; they may be in print already. */
		'passage-flagged': { codingId: string }
	}
}

/** Tells later stages of a passage marked as sensitive or as of a special category (article 9 GDPR). */
export async function announceFlagged(
	db: MunicipalityDatabase,
	{ id, isSensitive, specialCategory }: Pick<Coding, 'id' | 'isSensitive' | 'specialCategory'>,
) {
	if (isSensitive || specialCategory !== null) await announce(db, 'passage-flagged', { codingId: id })
}
