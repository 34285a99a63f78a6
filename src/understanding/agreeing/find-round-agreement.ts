import { setImmediate } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { rounds } from '#listening/tables.ts'
import { themes } from '../tables.ts'
import { compareCodings, disagreementsOf } from './comparison.rules.ts'
import { findSamples } from './find-samples.ts'
import { findCompared } from './settle-sample.ts'

/**
 * How far the coders of a round agree: in the sample named, else in the newest one that everybody has finished.
 *
 * @throws {Problem} `round-unknown`, `sample-unknown`, `sample-still-coding`, `round-without-sample`
 */
export async function findRoundAgreement(
	db: MunicipalityDatabase,
	{ round, sample: slug }: { round: string; sample?: string | undefined },
) {
	const [known] = await db.select({ id: rounds.id }).from(rounds).where(eq(rounds.slug, round))
	if (!known) throw new Problem('not-found', 'round-unknown')
	const samples = await findSamples(db, { roundId: known.id, ...(slug !== undefined && { slug }) })
	if (slug !== undefined && samples.length === 0) throw new Problem('not-found', 'sample-unknown')
	const sample = samples.find(({ state }) => state !== 'coding') ?? samples[0]
	if (!sample) throw new Problem('not-found', 'round-without-sample', { round })
	const { compared } = await findCompared(db, sample)
	const labels = await db.select({ id: themes.id, label: themes.label }).from(themes)
	return {
		sample,
		comparison: await compareCodings(compared, setImmediate),
		disagreements: disagreementsOf(compared).length,
		themes: new Map(labels.map(({ id, label }) => [id, label])),
	}
}
