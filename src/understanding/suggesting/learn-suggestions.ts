/** The machine learns from what people have coded and proposes anew; what was learned before is replaced. */
import { and, eq, isNotNull, ne, sql } from 'drizzle-orm'
import {
	inMunicipality,
	type Database,
	type MunicipalityDatabase,
	type MunicipalityId,
} from '#platform/database/database.ts'
import { queueJob } from '#platform/jobs.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'
import { coderByName } from '../coding/coder-of.ts'
import { suggestionModels, suggestions } from '../suggesting.tables.ts'
import { findHeard, findKnownThemes } from './find-heard.ts'
import { proposeInThread, type ThreadAnswer } from './propose-in-thread.ts'
import type { NewSuggestion, SuggestingReport } from './proposing.rules.ts'
import { findSuggestingSettings } from './suggesting-settings.ts'

declare module '#platform/jobs.ts' {
	interface Jobs {
		/** Learns anew from what the team has coded. */
		'learn-suggestions': Record<string, never>
	}
}

/** The machine is a coder of its own, and counts with nobody. */
const MACHINE = { kind: 'machine', name: 'Gehört' } as const
/** So that a hundred codings in ten minutes are learned from a few times, not a hundred. */
const DEBOUNCE_SECONDS = 30
const BATCH = 1_000

/**
 * Reads, learns in a thread of its own, then writes. What was withdrawn while it learned is not proposed for.
 *
 * @returns undefined while suggestions are switched off
 */
export async function learnSuggestions(
	database: Database,
	municipalityId: MunicipalityId,
	at: Date,
): Promise<{ report: SuggestingReport; proposals: number } | undefined> {
	const given = await inMunicipality(database, municipalityId, async (db) => {
		const { isOn } = await findSuggestingSettings(db)
		return isOn ? { heard: await findHeard(db), themes: await findKnownThemes(db) } : undefined
	})
	if (!given) return undefined
	const learned = await proposeInThread(given.heard, given.themes)
	return inMunicipality(database, municipalityId, async (db) => {
		const { isOn } = await findSuggestingSettings(db)
		if (!isOn || !(await mayStillBeLearned(db, given.heard))) return undefined
		return { report: learned.report, proposals: await keep(db, learned, at) }
	})
}

/** Nobody it learned from has withdrawn meanwhile; if so, the job that their withdrawal queued learns without them. */
async function mayStillBeLearned(db: MunicipalityDatabase, heard: readonly { voiceId: string }[]): Promise<boolean> {
	const ids = JSON.stringify(heard.map(({ voiceId }) => voiceId))
	const { rows } = await db.execute<{ allowed: number }>(sql`
		select count(*)::int as allowed from voice join speaker on speaker.id = voice.speaker_id
		where voice.id in (select value::uuid from jsonb_array_elements_text(${ids}::jsonb)) and ${speakerAllows('analyse')}`)
	return rows[0]!.allowed === heard.length
}

async function keep(db: MunicipalityDatabase, { report, weights, proposals }: ThreadAnswer, at: Date): Promise<number> {
	const coderId = await coderByName(db, MACHINE)
	const [model] = await db
		.insert(suggestionModels)
		.values({ trainedAt: at, examples: report.examples, report, weights })
		.returning({ id: suggestionModels.id })
	const modelId = model!.id
	await db.update(suggestions).set({ modelId: null }).where(isNotNull(suggestions.modelId))
	await db.delete(suggestionModels).where(ne(suggestionModels.id, modelId))
	const kept: string[] = []
	for (let from = 0; from < proposals.length; from += BATCH)
		kept.push(...(await keepRows(db, proposals.slice(from, from + BATCH), { coderId, modelId })))
	await db
		.delete(suggestions)
		.where(
			and(
				eq(suggestions.state, 'open'),
				eq(suggestions.coderId, coderId),
				sql`${suggestions.id} not in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(kept)}::jsonb))`,
			),
		)
	return proposals.length
}

/** What is proposed again keeps its id, for somebody may have it before them; what was decided on stays decided. */
async function keepRows(
	db: MunicipalityDatabase,
	proposals: readonly NewSuggestion[],
	{ coderId, modelId }: { coderId: string; modelId: string },
): Promise<string[]> {
	const { rows } = await db.execute<{ id: string }>(sql`
		insert into suggestion (voice_id, theme_id, coder_id, model_id, stance, probability, because)
		select "voiceId", "themeId", ${coderId}::uuid, case when not "isByKeyword" then ${modelId}::uuid end, stance,
			probability, array(select jsonb_array_elements_text(because))
		from jsonb_to_recordset(${JSON.stringify(proposals)}::jsonb) as given (
			"voiceId" uuid, "themeId" uuid, stance text, probability real, because jsonb, "isByKeyword" boolean
		)
		on conflict (municipality_id, voice_id, theme_id, coder_id, coalesce(start, -1)) do update set
			model_id = excluded.model_id, probability = excluded.probability, because = excluded.because,
			stance = excluded.stance
		where suggestion.state = 'open'
		returning id`)
	return rows.map(({ id }) => id)
}

/** Queues learning, in the transaction of `db`; asked again while it waits, it is learned once. */
export async function queueLearning(db: MunicipalityDatabase, { inSeconds = DEBOUNCE_SECONDS } = {}) {
	await queueJob(db, 'learn-suggestions', {}, { key: 'learn', inSeconds })
}

/**
 * Queues learning if the team has coded, or anything was said, since the machine last learned.
 *
 * With `transcriptId` only codings of that transcript are looked at: for a desk that asks often.
 */
export async function queueLearningIfStale(
	db: MunicipalityDatabase,
	{ transcriptId }: { transcriptId?: string } = {},
): Promise<boolean> {
	const here = transcriptId ? sql`and coding.transcript_id = ${transcriptId}` : sql``
	const { rows } = await db.execute<{ isStale: boolean }>(sql`
		with learned as (select max(trained_at) as at from suggestion_model)
		select at is null or exists (select from coding where changed_at > at ${here})
			or exists (select from conversation where created_at > at) as "isStale" from learned`)
	if (!rows[0]?.isStale) return false
	await queueLearning(db)
	return true
}
