/** Asking a language model about everything not coded yet: begun on a page, done in the background, stopped at any time. */
import { and, desc, eq, isNull } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { queueJob } from '#platform/jobs.ts'
import { Problem } from '#platform/problem.ts'
import type { ModelKey } from '#platform/settings.ts'
import { modelRuns } from '../suggesting.tables.ts'
import { countUnasked, suggestByLanguageModel, type InTown } from './suggest-by-language-model.ts'
import { findSuggestingSettings } from './suggesting-settings.ts'

declare module '#platform/jobs.ts' {
	interface Jobs {
		/** Asks a language model about the next contributions of a run. */
		'ask-language-model': { runId: string }
	}
}

export type ModelRun = typeof modelRuns.$inferSelect

/** A job may take a quarter of an hour; then another one goes on. */
const ONE_JOB_MS = 8 * 60_000

/**
 * Begins a run, unless one is going on.
 *
 * @throws {Problem} `language-model-missing` while none is set; `nothing-to-ask`
 */
export async function startModelRun(db: MunicipalityDatabase, { at }: { at: Date }): Promise<void> {
	const { isOn, endpoint, endpointModel } = await findSuggestingSettings(db)
	if (!isOn || endpoint === '') throw new Problem('conflict', 'language-model-missing')
	const [open] = await db.select({ id: modelRuns.id }).from(modelRuns).where(isNull(modelRuns.endedAt))
	if (open) return queueRun(db, open.id)
	const total = await countUnasked(db, endpointModel)
	if (total === 0) throw new Problem('conflict', 'nothing-to-ask')
	const [run] = await db
		.insert(modelRuns)
		.values({ model: endpointModel, startedAt: at, total })
		.returning({ id: modelRuns.id })
	await queueRun(db, run!.id)
}

function queueRun(db: MunicipalityDatabase, runId: string): Promise<void> {
	return queueJob(db, 'ask-language-model', { runId }, { key: 'ask' })
}

/** What came stays; what is being asked right now still comes. */
export async function stopModelRun(db: MunicipalityDatabase, { at }: { at: Date }): Promise<void> {
	await db.update(modelRuns).set({ endedAt: at }).where(isNull(modelRuns.endedAt))
}

export async function findLastModelRun(db: MunicipalityDatabase): Promise<ModelRun | undefined> {
	const [run] = await db.select().from(modelRuns).orderBy(desc(modelRuns.startedAt)).limit(1)
	return run
}

export type GoOn = { runId: string; modelKey?: ModelKey | undefined; timeoutMs?: number; limitMs?: number }

/** Asks and writes by turns until nothing is left, somebody stops it, or the model refuses: then the run says why. */
export async function goOnWithModelRun(
	inTown: InTown,
	{ runId, limitMs = ONE_JOB_MS, ...asking }: GoOn,
): Promise<void> {
	const until = Date.now() + limitMs
	for (;;) {
		const run = await inTown((db) => findOpenRun(db, runId))
		if (!run) return
		if (Date.now() > until) return inTown((db) => queueRun(db, runId))
		const after = { slug: run.afterSlug, position: run.afterPosition }
		try {
			const done = await suggestByLanguageModel(inTown, { ...asking, after })
			await inTown((db) =>
				db
					.update(modelRuns)
					.set({
						asked: run.asked + done.asked,
						proposed: run.proposed + done.proposed,
						dropped: run.dropped + done.dropped,
						afterSlug: done.last.slug,
						afterPosition: done.last.position,
					})
					.where(eq(modelRuns.id, runId)),
			)
		} catch (error) {
			if (!(error instanceof Problem)) throw error
			return inTown((db) => end(db, runId, error))
		}
	}
}

async function findOpenRun(db: MunicipalityDatabase, runId: string): Promise<ModelRun | undefined> {
	const [run] = await db
		.select()
		.from(modelRuns)
		.where(and(eq(modelRuns.id, runId), isNull(modelRuns.endedAt)))
	return run
}

/** `nothing-to-ask` is how a run ends that went well. */
async function end(db: MunicipalityDatabase, runId: string, { code, facts }: Problem) {
	const figures = Object.entries(facts).filter((fact): fact is [string, number] => typeof fact[1] === 'number')
	const why = code === 'nothing-to-ask' ? {} : { problem: code, facts: Object.fromEntries(figures) }
	await db
		.update(modelRuns)
		.set({ endedAt: new Date(), ...why })
		.where(eq(modelRuns.id, runId))
}
