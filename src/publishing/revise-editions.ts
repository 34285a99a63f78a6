/** Takes a person's words out of everything that was ever frozen: the live edition and all earlier ones. */
import { desc, eq, inArray } from 'drizzle-orm'
import { announce } from '#platform/announcements.ts'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { queueJob } from '#platform/jobs.ts'
import { files } from '#platform/tables.ts'
import { todayIn } from '#people/request.ts'
import { municipalities } from '#people/tables.ts'
import { holdPublication } from './hold-publication.ts'
import { hashOf } from './edition-hash.ts'
import { artefacts, editionQuotes, editions } from './tables.ts'
import { withoutQuotes } from './withdrawn-quotes.rules.ts'

declare module '#platform/announcements.ts' {
	interface Announcements {
		/** Words were taken out of a frozen edition; its printed forms are gone and come again without them. */
		'edition-revised': { editionId: string; number: number; revision: number }
	}
}

declare module '#platform/jobs.ts' {
	interface Jobs {
		/** Sets the live edition's PDF, so that it is there before somebody asks. */
		'render-report': Record<string, never>
	}
}

/** Whose words go; `quoteIds` leaves the person's other quotes where they are. */
export type ReviseEditions = { speakerId: string; quoteIds?: readonly string[] }

/**
 * Rewrites every edition that holds words of this person, in the transaction of the withdrawal: the quotes go, the hash is
 * that of what is left, printed forms are deleted, and the live edition's PDF is made again by a job. An edition without
 * their words stays untouched, so doing it twice revises once.
 */
export async function reviseEditions(db: MunicipalityDatabase, { speakerId, quoteIds }: ReviseEditions) {
	await holdPublication(db)
	const rows = await db.select().from(editionQuotes).where(eq(editionQuotes.speakerId, speakerId))
	const held = quoteIds ? rows.filter((row) => quoteIds.includes(row.quoteId)) : rows
	if (held.length === 0) return
	const editionIds = [...new Set(held.map(({ editionId }) => editionId))]
	const [municipality] = await db.select({ timeZone: municipalities.timeZone }).from(municipalities)
	const revisedOn = todayIn(municipality!)
	for (const editionId of editionIds) {
		const gone = new Set(held.filter((row) => row.editionId === editionId).map((row) => row.quoteId))
		await reviseOne(db, { editionId, gone, revisedOn })
	}
	await db.delete(editionQuotes).where(
		inArray(
			editionQuotes.id,
			held.map(({ id }) => id),
		),
	)
	const [live] = await db.select({ id: editions.id }).from(editions).orderBy(desc(editions.number)).limit(1)
	if (live && editionIds.includes(live.id)) await queueJob(db, 'render-report', {}, { key: 'live' })
}

async function reviseOne(
	db: MunicipalityDatabase,
	{ editionId, gone, revisedOn }: { editionId: string; gone: ReadonlySet<string>; revisedOn: string },
) {
	const [edition] = await db
		.select({ number: editions.number, revision: editions.revision, content: editions.content })
		.from(editions)
		.where(eq(editions.id, editionId))
		.for('update')
	const content = withoutQuotes(edition!.content, gone)
	const revision = edition!.revision + 1
	await db
		.update(editions)
		.set({ content, hash: hashOf(content), revision, revisedOn })
		.where(eq(editions.id, editionId))
	const printed = await db
		.delete(artefacts)
		.where(eq(artefacts.editionId, editionId))
		.returning({ fileId: artefacts.fileId })
	const fileIds = printed.map(({ fileId }) => fileId)
	if (fileIds.length > 0) await db.delete(files).where(inArray(files.id, fileIds))
	await announce(db, 'edition-revised', { editionId, number: edition!.number, revision })
}
