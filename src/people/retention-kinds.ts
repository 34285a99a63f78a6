/** Kinds of data of the platform and of this stage, and how long they are kept. */
import { and, lt, ne, sql } from 'drizzle-orm'
import { announcements, outboxMails } from '#platform/tables.ts'
import { m } from '#platform/words/words.ts'
import { retain } from './retention.ts'
import { invitations } from './account.tables.ts'
import { retentionRuns } from './tables.ts'

retain({
	kind: 'sent-mails',
	defaultDays: 30,
	label: () => m.people_retention_mails(),
	since: () => m.people_retention_mails_since(),
	remove: async (db, { before }) =>
		countOf(
			await db
				.delete(outboxMails)
				.where(
					and(
						ne(outboxMails.state, 'waiting'),
						lt(sql`coalesce(${outboxMails.sentAt}, ${outboxMails.createdAt})`, before),
					),
				),
		),
})

retain({
	kind: 'announcements',
	defaultDays: 90,
	label: () => m.people_retention_announcements(),
	since: () => m.people_retention_announcements_since(),
	remove: async (db, { before }) =>
		countOf(await db.delete(announcements).where(lt(announcements.announcedAt, before))),
})

retain({
	kind: 'invitations',
	defaultDays: 30,
	label: () => m.people_retention_invitations(),
	since: () => m.people_retention_invitations_since(),
	remove: async (db, { before }) => countOf(await db.delete(invitations).where(lt(invitations.expiresAt, before))),
})

/** Three years, in which an authority may still ask whether data were deleted in time. */
retain({
	kind: 'retention-runs',
	defaultDays: 1095,
	leastDays: 30,
	label: () => m.people_retention_runs(),
	since: () => m.people_retention_runs_since(),
	remove: async (db, { beforeDay }) =>
		countOf(await db.delete(retentionRuns).where(lt(retentionRuns.ranOn, beforeDay))),
})

function countOf({ rowCount }: { rowCount: number | null }): number {
	return rowCount ?? 0
}
