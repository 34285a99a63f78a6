/** Looks for what may give somebody away in a transcript, and writes it down for a person to decide. */
import { asc, eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { insertMany } from '#platform/database/insert-many.ts'
import { Problem } from '#platform/problem.ts'
import { findGazetteer } from '#protecting/find-gazetteer.ts'
import { findNames, type NameFinding } from '#protecting/find-names.rules.ts'
import { findNewestTranscript } from '../find-newest-transcript.ts'
import { nameFindings } from '../names.tables.ts'
import { transcripts, turns } from '../tables.ts'
import { findPseudonyms } from './find-pseudonyms.ts'
import type { Seal } from './seal-original.ts'
import { numberNames } from './number-names.rules.ts'
import { withinSegments } from './segments.rules.ts'

/**
 * Suggests once: a transcript with findings stays as it is, so that nothing decided is asked again. Cheap to call.
 *
 * @returns the id of the newest transcript
 * @throws {Problem} `transcript-missing`
 */
export async function suggestNames(
	db: MunicipalityDatabase,
	{ conversationId, seal }: { conversationId: string; seal: Seal },
): Promise<{ transcriptId: string }> {
	const newest = await findNewestTranscript(db, conversationId, 'share')
	if (!newest) throw new Problem('not-found', 'transcript-missing')
	const transcriptId = newest.id
	const [known] = await db
		.select({ id: nameFindings.id })
		.from(nameFindings)
		.where(eq(nameFindings.transcriptId, transcriptId))
		.limit(1)
	if (!known) await writeSuggestions(db, conversationId, transcriptId, seal)
	return { transcriptId }
}

async function writeSuggestions(db: MunicipalityDatabase, conversationId: string, transcriptId: string, seal: Seal) {
	const [transcript] = await db
		.select({ text: transcripts.text })
		.from(transcripts)
		.where(eq(transcripts.id, transcriptId))
	const said = await db
		.select({ start: turns.start, end: turns.end })
		.from(turns)
		.where(eq(turns.transcriptId, transcriptId))
		.orderBy(asc(turns.position))
	const found = withinSegments(findNames(transcript!.text, await findGazetteer(db)).map(withoutBlanks), said)
	if (found.length === 0) return
	const numbered = numberNames(found, await findPseudonyms(db, conversationId, seal))
	await insertMany(
		db,
		nameFindings,
		found.map(({ start, end, kind, certainty }, at) => ({
			transcriptId,
			start,
			end,
			kind,
			certainty,
			...numbered[at]!,
		})),
	)
}

/** What is left of two findings that overlapped may begin or end with a space. */
function withoutBlanks(found: NameFinding): NameFinding {
	const text = found.text.trim()
	if (text === '' || text === found.text) return found
	const start = found.start + found.text.length - found.text.trimStart().length
	return { ...found, text, base: found.base.trim(), start, end: start + [...text].length }
}
