/** Words that turn out to need more care after they were printed. */
import { inArray, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { queueJob } from '#platform/jobs.ts'
import { appendAudit } from '#people/audit-log.ts'
import { IS_SPECIAL } from '#understanding/coding/special-passages.ts'
import { findEarlierQuotes } from './find-earlier-quotes.ts'
import { reviseEditions } from './revise-editions.ts'
import { editionQuotes } from './tables.ts'

declare module '#platform/jobs.ts' {
	interface Jobs {
		/** Some time after a passage was flagged: takes it out of print, if it still is. */
		'hold-flagged-quotes': { codingId: string }
	}
}

/** A key pressed by mistake at the coding desk can be taken back before anything in print changes. */
export const MINUTES_TO_RECONSIDER = 10

/** Only for a passage of somebody whose words stand in an edition. */
export async function willHoldFlagged(db: MunicipalityDatabase, { codingId }: { codingId: string }) {
	const { rows } = await db.execute(sql`
		select 1 from coding join voice on voice.id = coding.voice_id
		join ${editionQuotes} on ${editionQuotes.speakerId} = voice.speaker_id
		where coding.id = ${codingId} limit 1`)
	if (rows.length === 0) return
	await queueJob(db, 'hold-flagged-quotes', { codingId }, { key: codingId, inSeconds: MINUTES_TO_RECONSIDER * 60 })
}

type Printed = { quoteId: string; speakerId: string; isUnconfirmed: boolean }

/**
 * What the flagged passage means for every edition. Printed words of a special category (article 9 GDPR) that no second
 * person has confirmed leave them, as in a withdrawal; confirmed in time, or only sensitive, they stay and their label is
 * asked for again. Words taken out come back with the first edition after somebody confirmed them. A flag taken back
 * meanwhile changes nothing.
 */
export async function holdFlaggedQuotes(db: MunicipalityDatabase, { codingId, at }: { codingId: string; at: Date }) {
	const printed = [...(await findPrinted(db, codingId)), ...(await findPrintedBefore(db, codingId))]
	for (const [speakerId, own] of Map.groupBy(printed, (quote) => quote.speakerId)) {
		const unconfirmed = own.filter(({ isUnconfirmed }) => isUnconfirmed).map(({ quoteId }) => quoteId)
		if (unconfirmed.length > 0) await reviseEditions(db, { speakerId, quoteIds: unconfirmed })
		if (unconfirmed.length < own.length) await reviseEditions(db, { speakerId, onlyLabels: true })
		for (const subjectId of unconfirmed)
			await appendAudit(db, { by: 'system', act: 'special-quote-taken-out', subject: 'quote', subjectId, at })
	}
}

/** Quotes in print of any of the flagged words. */
async function findPrinted(db: MunicipalityDatabase, codingId: string): Promise<Printed[]> {
	const { rows } = await db.execute<Printed>(sql`
		select distinct edition_quote.quote_id as "quoteId", edition_quote.speaker_id as "speakerId",
			quote.special_confirmed_at is null and ${IS_SPECIAL} as "isUnconfirmed"
		from edition_quote
		join quote on quote.id = edition_quote.quote_id
		join coding on coding.id = quote.coding_id
		join coding as marked on marked.id = ${codingId} and marked.transcript_id = coding.transcript_id
			and marked.voice_id = coding.voice_id and marked.start < coding."end" and marked."end" > coding.start`)
	return rows
}

/** Quotes that have left their dossier since: nobody knows any more which words they were, so the whole contribution counts. */
async function findPrintedBefore(db: MunicipalityDatabase, codingId: string): Promise<Printed[]> {
	const { rows } = await db.execute<{ voiceId: string }>(sql`
		select coding.voice_id as "voiceId" from coding where coding.id = ${codingId} and ${IS_SPECIAL}`)
	const ofVoice = (await findEarlierQuotes(db)).filter(({ voiceId }) => voiceId === rows[0]?.voiceId)
	if (ofVoice.length === 0) return []
	const ids = ofVoice.map(({ id }) => id)
	const { rows: standing } = await db.execute<{ id: string }>(sql`select id from quote where ${inArray(sql`id`, ids)}`)
	const known = new Set(standing.map(({ id }) => id))
	const gone = new Map(ofVoice.filter(({ id }) => !known.has(id)).map((quote) => [quote.id, quote]))
	return [...gone.values()].map(({ id, speakerId }) => ({ quoteId: id, speakerId, isUnconfirmed: true }))
}
