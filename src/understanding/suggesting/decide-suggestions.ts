/** What a person makes of proposals. Accepting makes their own coding; all of it can be undone in one go. */
import { randomUUID } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'
import { recordCodings } from '../coding/record-codings.ts'
import { undoStep } from '../coding/undo-deed.ts'
import { suggestions } from '../suggesting.tables.ts'
import type { Stance } from '../tables.ts'

export type DecideSuggestions = {
	suggestionIds: readonly string[]
	decision: 'accept' | 'reject'
	coderId: string
	at: Date
}

type Open = { id: string; themeId: string; stance: Stance; transcriptId: string; start: number; end: number }

/**
 * Accepts or rejects those still open; what others decided meanwhile stays as they decided.
 *
 * @returns `stepId` for `undoDecision`, and how many it decided
 * @throws {Problem} `suggestion-gone` when none of them is open any more; those of `recordCodings`
 */
export async function decideSuggestions(
	db: MunicipalityDatabase,
	{ suggestionIds, decision, coderId, at }: DecideSuggestions,
): Promise<{ stepId: string; count: number }> {
	const open = await findOpen(db, suggestionIds)
	if (open.length === 0) throw new Problem('conflict', 'suggestion-gone')
	const stepId = randomUUID()
	const codingIds = decision === 'accept' ? await code(db, open, { stepId, coderId, at }) : open.map(() => null)
	const made = JSON.stringify(open.map(({ id }, n) => ({ id, coding: codingIds[n] })))
	await db.execute(sql`
		update suggestion set state = ${decision === 'accept' ? 'accepted' : 'rejected'}, coding_id = made.coding,
			decided_by = ${coderId}, decided_at = ${at.toISOString()}, step_id = ${stepId}
		from jsonb_to_recordset(${made}::jsonb) as made (id uuid, coding uuid) where suggestion.id = made.id`)
	return { stepId, count: open.length }
}

async function code(
	db: MunicipalityDatabase,
	open: readonly Open[],
	{ stepId, coderId, at }: { stepId: string; coderId: string; at: Date },
): Promise<string[]> {
	const given = open.map(({ id: _, ...place }) => ({ ...place, coderId }))
	const { ids } = await recordCodings(db, { codings: given, at, step: { id: stepId, coderId } })
	return ids
}

/** With their place in the newest version of the transcript. */
async function findOpen(db: MunicipalityDatabase, ids: readonly string[]): Promise<Open[]> {
	const { rows } = await db.execute<Open>(sql`
		select suggestion.id, suggestion.theme_id as "themeId", suggestion.stance, turn.transcript_id as "transcriptId",
			turn.start + coalesce(suggestion.start, 0) as start,
			coalesce(turn.start + suggestion."end", turn."end") as "end"
		from suggestion join voice on voice.id = suggestion.voice_id join speaker on speaker.id = voice.speaker_id
		join theme on theme.id = suggestion.theme_id and theme.archived_at is null
		join lateral (
			select turn.transcript_id, turn.start, turn."end" from turn
			join transcript on transcript.id = turn.transcript_id
			where turn.voice_id = suggestion.voice_id order by transcript.version desc limit 1
		) as turn on true
		where suggestion.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
			and suggestion.state = 'open' and ${speakerAllows('analyse')}
		order by suggestion.id for update of suggestion`)
	return rows
}

/**
 * Takes back one's own decision: codings it made go, the proposals are open again.
 *
 * @throws {Problem} `suggestion-step-unknown`; `coding-changed` when somebody has changed one of the codings since
 */
export async function undoDecision(
	db: MunicipalityDatabase,
	{ stepId, coderId, at }: { stepId: string; coderId: string; at: Date },
): Promise<number> {
	const own = and(eq(suggestions.stepId, stepId), eq(suggestions.decidedBy, coderId))
	const decided = await db.select({ id: suggestions.id, state: suggestions.state }).from(suggestions).where(own)
	if (decided.length === 0) throw new Problem('not-found', 'suggestion-step-unknown')
	if (decided.some(({ state }) => state === 'accepted')) await takeBack(db, { stepId, coderId, at })
	const ids = decided.map(({ id }) => id)
	await db
		.update(suggestions)
		.set({ state: 'open', codingId: null, decidedBy: null, decidedAt: null, stepId: null })
		.where(inArray(suggestions.id, ids))
	return decided.length
}

/** There is no step where every passage had been coded so before, or where it was undone at the desk. */
async function takeBack(db: MunicipalityDatabase, step: { stepId: string; coderId: string; at: Date }) {
	try {
		await undoStep(db, step)
	} catch (error) {
		if (!(error instanceof Problem && error.code === 'deed-unknown')) throw error
	}
}
