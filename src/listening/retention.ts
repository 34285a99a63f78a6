/** Kinds of data of this stage, and how long they are kept. */
import { and, eq, inArray, isNotNull, lt, notInArray } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { files } from '#platform/tables.ts'
import { m } from '#platform/words/words.ts'
import { retain } from '#people/retention.ts'
import { SCAN_NAMES } from './keep-scan.ts'
import { deleteOriginals } from './names/delete-originals.ts'
import { weekOf } from './submission.rules.ts'
import { consents, contacts, dataRequests, submissions } from './consent.tables.ts'
import { conversations, rounds, sources, speakers } from './tables.ts'

/** Half a year in which a pseudonymised transcript may still turn out to be wrong. */
retain({
	kind: 'originals',
	defaultDays: 180,
	label: () => m.listening_retention_originals(),
	since: () => m.listening_retention_originals_since(),
	async remove(db, { before }) {
		const checked = db
			.select({ id: conversations.id })
			.from(conversations)
			.where(lt(conversations.namesCheckedAt, before))
		const sealed = await deleteOriginals(db, { checkedBefore: before, by: 'system', at: new Date() })
		const read = await db
			.select({ id: sources.id, fileId: sources.fileId })
			.from(sources)
			.where(and(inArray(sources.conversationId, checked), isNotNull(sources.fileId)))
		await db
			.update(sources)
			.set({ fileId: null })
			.where(
				inArray(
					sources.id,
					read.map(({ id }) => id),
				),
			)
		await removeUnusedFiles(
			db,
			read.map(({ fileId }) => fileId!),
		)
		return sealed + read.length
	},
})

retain({
	kind: 'contacts',
	defaultDays: 180,
	label: () => m.listening_retention_contacts(),
	since: () => m.listening_retention_contacts_since(),
	async remove(db, { beforeDay }) {
		const over = db
			.select({ id: speakers.id })
			.from(speakers)
			.innerJoin(conversations, eq(conversations.id, speakers.conversationId))
			.innerJoin(rounds, eq(rounds.id, conversations.roundId))
			.where(lt(rounds.endsOn, beforeDay))
		return (await db.delete(contacts).where(inArray(contacts.speakerId, over))).rowCount ?? 0
	},
})

/** Three years after a withdrawal somebody may still ask whether there had been a consent (§ 195 BGB, § 31 OWiG). */
retain({
	kind: 'consent-scans',
	defaultDays: 1095,
	label: () => m.listening_retention_scans(),
	since: () => m.listening_retention_scans_since(),
	async remove(db, { before }) {
		const ended = await db
			.select({ id: consents.id, fileId: consents.scanFileId })
			.from(consents)
			.where(and(lt(consents.withdrawnAt, before), isNotNull(consents.scanFileId)))
		await db
			.update(consents)
			.set({ scanFileId: null })
			.where(
				inArray(
					consents.id,
					ended.map(({ id }) => id),
				),
			)
		await removeUnusedFiles(
			db,
			ended.map(({ fileId }) => fileId!),
		)
		return ended.length
	},
})

/** A form that was refused may still be finished the same day; a paper that was replaced is of no use to anybody. */
retain({
	kind: 'loose-scans',
	defaultDays: 1,
	label: () => m.listening_retention_loose_scans(),
	since: () => m.listening_retention_loose_scans_since(),
	async remove(db, { before }) {
		const scans = await db
			.select({ id: files.id })
			.from(files)
			.where(and(inArray(files.name, [...SCAN_NAMES]), lt(files.createdAt, before)))
		return removeUnusedFiles(
			db,
			scans.map(({ id }) => id),
		)
	},
})

/** A form may lie open for a week; until then the same one sent twice must be one voice. */
retain({
	kind: 'submissions',
	defaultDays: 30,
	leastDays: 14,
	label: () => m.listening_retention_submissions(),
	since: () => m.listening_retention_submissions_since(),
	async remove(db, { before }) {
		const { week } = weekOf(before, 'UTC')
		return (await db.delete(submissions).where(lt(submissions.submittedWeek, week))).rowCount ?? 0
	},
})

retain({
	kind: 'data-requests',
	defaultDays: 1095,
	leastDays: 31,
	label: () => m.listening_retention_requests(),
	since: () => m.listening_retention_requests_since(),
	remove: async (db, { beforeDay }) =>
		(await db.delete(dataRequests).where(lt(dataRequests.doneOn, beforeDay))).rowCount ?? 0,
})

/** The same bytes may have been read for two conversations, and one paper signed for several channels. */
async function removeUnusedFiles(db: MunicipalityDatabase, ids: readonly string[]): Promise<number> {
	if (ids.length === 0) return 0
	const { rowCount } = await db
		.delete(files)
		.where(
			and(
				inArray(files.id, [...ids]),
				notInArray(files.id, db.select({ id: sources.fileId }).from(sources).where(isNotNull(sources.fileId))),
				notInArray(
					files.id,
					db.select({ id: consents.scanFileId }).from(consents).where(isNotNull(consents.scanFileId)),
				),
			),
		)
	return rowCount ?? 0
}
