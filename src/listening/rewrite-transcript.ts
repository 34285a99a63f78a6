/** Writes the next version of a transcript with some of its words replaced; the version before is gone for good. */
import { desc, eq, sql } from 'drizzle-orm'
import { announce } from '#platform/announcements.ts'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { insertMany } from '#platform/database/insert-many.ts'
import { Problem } from '#platform/problem.ts'
import { codePointLength, positionsIn } from './code-points.ts'
import {
	checkedReplacements,
	isTouched,
	mappingOf,
	movedBy,
	rewriteText,
	type Mapping,
	type Moved,
	type Replacement,
} from './rewrite.rules.ts'
import { nameFindings } from './names.tables.ts'
import { transcripts, turns, voices } from './tables.ts'

declare module '#platform/announcements.ts' {
	interface Announcements {
		/**
		 * Some words of a transcript were replaced. Whoever holds positions in the old version moves them now
		 * (`mappingOf(moved)`): when all have reacted it is deleted, with everything that still cites it.
		 */
		'transcript-rewritten': {
			conversationId: string
			fromTranscriptId: string
			toTranscriptId: string
			moved: Moved[]
		}
	}
}

export type RewriteTranscript = {
	conversationId: string
	/** In code points of the newest version. */
	replacements: readonly Replacement[]
	at: Date
}

/**
 * Replaces words in the newest transcript: turns move, numbered without gaps; voices say the new words; findings elsewhere
 * stay what they are.
 *
 * @throws {Problem} `transcript-missing`; what `checkedReplacements` refuses; `replacement-across-turns` for one that
 * stands in two contributions
 */
export async function rewriteTranscript(
	db: MunicipalityDatabase,
	{ conversationId, replacements: wanted, at }: RewriteTranscript,
): Promise<{ transcriptId: string; version: number }> {
	const [old] = await db
		.select({ id: transcripts.id, version: transcripts.version, text: transcripts.text, length: transcripts.length })
		.from(transcripts)
		.where(eq(transcripts.conversationId, conversationId))
		.orderBy(desc(transcripts.version))
		.limit(1)
		.for('update')
	if (!old) throw new Problem('not-found', 'transcript-missing')
	const replacements = checkedReplacements(wanted, old.length)
	if (replacements.length === 0) return { transcriptId: old.id, version: old.version }
	const said = await db.select().from(turns).where(eq(turns.transcriptId, old.id)).orderBy(turns.position)
	requireWithinTurns(replacements, said)

	const text = rewriteText(old.text, replacements)
	const version = old.version + 1
	const [made] = await db
		.insert(transcripts)
		.values({ conversationId, version, text, length: codePointLength(text), createdAt: at })
		.returning({ id: transcripts.id })
	const moved = movedBy(replacements)
	const [fromTranscriptId, toTranscriptId] = [old.id, made!.id]
	const move = { toTranscriptId, mapping: mappingOf(moved), moved }
	await moveTurns(db, said, text, move)
	await moveFindings(db, fromTranscriptId, move)
	await announce(db, 'transcript-rewritten', { conversationId, fromTranscriptId, toTranscriptId, moved })
	await db.delete(transcripts).where(eq(transcripts.id, fromTranscriptId))
	return { transcriptId: toTranscriptId, version }
}

type Turn = typeof turns.$inferSelect
type Move = { toTranscriptId: string; mapping: Mapping; moved: readonly Moved[] }

/** Both are in order, and turns do not overlap. */
function requireWithinTurns(replacements: readonly Replacement[], said: readonly Turn[]) {
	let at = 0
	for (const { start, end } of replacements) {
		while (at < said.length && said[at]!.end <= start) at++
		const turn = said[at]
		if (turn && end > turn.start && (start < turn.start || end > turn.end))
			throw new Problem('invalid', 'replacement-across-turns')
	}
}

async function moveTurns(db: MunicipalityDatabase, said: readonly Turn[], text: string, to: Move) {
	const { toUnit } = positionsIn(text)
	const rows = said.map(({ id: _, municipalityId: __, ...turn }, position) => ({
		...turn,
		position,
		transcriptId: to.toTranscriptId,
		start: to.mapping.start(turn.start),
		end: to.mapping.end(turn.end),
	}))
	await insertMany(db, turns, rows)
	const changed = rows.flatMap(({ voiceId, start, end }, at) =>
		voiceId && isTouched(to.moved, said[at]!.start, said[at]!.end)
			? [{ id: voiceId, words: text.slice(toUnit(start), toUnit(end)) }]
			: [],
	)
	if (changed.length === 0) return
	await db.execute(sql`
		update ${voices} set text = changed.words
		from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as changed(id uuid, words text)
		where ${voices.id} = changed.id`)
}

/** Findings in replaced words are done with; the others go on in the new version. */
async function moveFindings(db: MunicipalityDatabase, fromTranscriptId: string, to: Move) {
	const found = await db
		.select({ id: nameFindings.id, start: nameFindings.start, end: nameFindings.end })
		.from(nameFindings)
		.where(eq(nameFindings.transcriptId, fromTranscriptId))
	const staying = found
		.filter(({ start, end }) => !isTouched(to.moved, start, end))
		.map(({ id, start, end }) => ({ id, start: to.mapping.start(start), end: to.mapping.end(end) }))
	if (staying.length === 0) return
	await db.execute(sql`
		update ${nameFindings} set transcript_id = ${to.toTranscriptId}, start = moved.start, "end" = moved."end"
		from jsonb_to_recordset(${JSON.stringify(staying)}::jsonb) as moved(id uuid, start int, "end" int)
		where ${nameFindings.id} = moved.id`)
}
