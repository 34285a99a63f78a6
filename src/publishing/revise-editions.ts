/** Takes a person's words out of everything that was ever frozen: the live edition and all earlier ones. */
import { desc, eq, inArray } from 'drizzle-orm'
import { announce } from '#platform/announcements.ts'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { queueJob } from '#platform/jobs.ts'
import { files } from '#platform/tables.ts'
import { labelPrintedQuotes } from '#focusing/label-quotes.ts'
import { todayIn } from '#people/request.ts'
import { municipalities } from '#people/tables.ts'
import { holdPublication } from './hold-publication.ts'
import { hashOf } from './edition-hash.ts'
import type { EditionBasis } from './edition-basis.ts'
import type { EditionContent } from './edition-content.ts'
import { findEarlierQuotes } from './find-earlier-quotes.ts'
import { quoteBasisOf, withLabels } from './labelled-quotes.rules.ts'
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

/**
 * Whose words go; `quoteIds` leaves the person's other quotes where they are; with `onlyLabels` the words stay and only
 * the labels are asked for again: an office may not be named any more, a passage turned out to be sensitive.
 */
export type ReviseEditions = { speakerId: string; quoteIds?: readonly string[]; onlyLabels?: boolean }

/**
 * Rewrites every edition that holds words of this person, in the transaction of the withdrawal: the quotes go, the hash is
 * that of what is left, printed forms are deleted, and the live edition's PDF is made again by a job. An edition without
 * their words stays untouched, so doing it twice revises once.
 */
export async function reviseEditions(
	db: MunicipalityDatabase,
	{ speakerId, quoteIds, onlyLabels = false }: ReviseEditions,
) {
	await holdPublication(db)
	const rows = await db.select().from(editionQuotes).where(eq(editionQuotes.speakerId, speakerId))
	const held = quoteIds ? rows.filter((row) => quoteIds.includes(row.quoteId)) : rows
	if (held.length === 0) return
	const editionIds = [...new Set(held.map(({ editionId }) => editionId))]
	const [municipality] = await db.select({ timeZone: municipalities.timeZone }).from(municipalities)
	const revisedOn = todayIn(municipality!)
	for (const editionId of editionIds) {
		const gone = new Set(onlyLabels ? [] : held.filter((row) => row.editionId === editionId).map((row) => row.quoteId))
		await reviseOne(db, { editionId, gone, revisedOn })
	}
	if (!onlyLabels) await forgetQuotes(db, held)
	const [live] = await db.select({ id: editions.id }).from(editions).orderBy(desc(editions.number)).limit(1)
	if (live && editionIds.includes(live.id)) await queueJob(db, 'render-report', {}, { key: 'live' })
}

async function forgetQuotes(db: MunicipalityDatabase, held: { id: string }[]) {
	const ids = held.map(({ id }) => id)
	await db.delete(editionQuotes).where(inArray(editionQuotes.id, ids))
}

/**
 * Where too few voices are left under a label, the others climb too; nothing becomes finer than it was printed. Editions from
 * before voices were noted take each quote for a voice of its own.
 */
async function relabelled(db: MunicipalityDatabase, content: EditionContent, basis: EditionBasis | null) {
	const noted = new Map((basis?.quotes ?? []).map((quote) => [quote.id, quote]))
	const printed = content.dossiers.flatMap(({ quotes }) =>
		quotes.map(({ id, label }) => ({ speakerId: id, voiceId: id, ...noted.get(id), id, label })),
	)
	const labelled = await labelPrintedQuotes(db, printed, await findEarlierQuotes(db))
	return { content: withLabels(content, labelled), quotes: quoteBasisOf(labelled) }
}

async function reviseOne(
	db: MunicipalityDatabase,
	{ editionId, gone, revisedOn }: { editionId: string; gone: ReadonlySet<string>; revisedOn: string },
) {
	const [edition] = await db
		.select({
			number: editions.number,
			hash: editions.hash,
			revision: editions.revision,
			content: editions.content,
			basis: editions.basis,
		})
		.from(editions)
		.where(eq(editions.id, editionId))
		.for('update')
	const { content, quotes } = await relabelled(db, withoutQuotes(edition!.content, gone), edition!.basis)
	if (hashOf(content) === edition!.hash) return
	const basis = edition!.basis && { ...edition!.basis, quotes }
	const revision = edition!.revision + 1
	await db
		.update(editions)
		.set({ content, hash: hashOf(content), basis, revision, revisedOn })
		.where(eq(editions.id, editionId))
	const printed = await db
		.delete(artefacts)
		.where(eq(artefacts.editionId, editionId))
		.returning({ fileId: artefacts.fileId })
	const fileIds = printed.map(({ fileId }) => fileId)
	if (fileIds.length > 0) await db.delete(files).where(inArray(files.id, fileIds))
	await announce(db, 'edition-revised', { editionId, number: edition!.number, revision })
}
