/** Coding a sample blind: everything here is one coder's own. */
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { allowsBy } from '#listening/speaker-allows.ts'
import { agreementCoders, agreementCodings, agreementSamples } from '../agreeing.tables.ts'
import { themes, type Stance } from '../tables.ts'

export type CodeUnit = {
	unitId: string
	coderId: string
	themeId: string
	/** Code points of the contribution's own text; all of it when left out. */
	start?: number | undefined
	end?: number | undefined
	stance: Stance
	intensity: number
	at: Date
}

/**
 * Gives words of a drawn contribution a theme, seen by this coder only. The same words with the same theme again change
 * direction and weight.
 *
 * @throws {Problem} those of `requireCoding`; `theme-unknown`, `theme-archived`, `intensity-unknown`, `passage-empty`
 */
export async function codeUnit(db: MunicipalityDatabase, wanted: CodeUnit): Promise<void> {
	const { unitId, coderId, themeId, stance, intensity, at } = wanted
	if (![1, 2, 3].includes(intensity)) throw new Problem('invalid', 'intensity-unknown')
	const { length } = await requireCoding(db, { unitId, coderId })
	const [theme] = await db.select({ archivedAt: themes.archivedAt }).from(themes).where(eq(themes.id, themeId))
	if (!theme) throw new Problem('not-found', 'theme-unknown')
	if (theme.archivedAt) throw new Problem('conflict', 'theme-archived')
	const [start, end] = [wanted.start ?? 0, wanted.end ?? length]
	if (start < 0 || end <= start || end > length) throw new Problem('invalid', 'passage-empty', { number: 1 })
	const same = and(
		eq(agreementCodings.agreementUnitId, unitId),
		eq(agreementCodings.coderId, coderId),
		eq(agreementCodings.themeId, themeId),
		eq(agreementCodings.start, start),
		eq(agreementCodings.end, end),
	)
	const changed = await db
		.update(agreementCodings)
		.set({ stance, intensity })
		.where(same)
		.returning({ id: agreementCodings.id })
	if (changed.length > 0) return
	await db
		.insert(agreementCodings)
		.values({ agreementUnitId: unitId, coderId, themeId, start, end, stance, intensity, createdAt: at })
}

/** Takes one's own blind coding back; one that is gone already is gone. @throws {Problem} those of `requireCoding` */
export async function removeUnitCoding(
	db: MunicipalityDatabase,
	{ codingId, unitId, coderId }: { codingId: string; unitId: string; coderId: string },
) {
	await requireCoding(db, { unitId, coderId })
	await db
		.delete(agreementCodings)
		.where(
			and(
				eq(agreementCodings.id, codingId),
				eq(agreementCodings.agreementUnitId, unitId),
				eq(agreementCodings.coderId, coderId),
			),
		)
}

/**
 * Says that one has read everything: what carries no theme is meant so. When all have finished, comparing begins.
 *
 * @throws {Problem} `sample-unknown`, `sample-not-yours`, `sample-not-coding`
 */
export async function finishCoding(
	db: MunicipalityDatabase,
	{ sampleId, coderId, at }: { sampleId: string; coderId: string; at: Date },
): Promise<{ allFinished: boolean }> {
	await requireOwn(db, { sampleId, coderId })
	await db
		.update(agreementCoders)
		.set({ finishedAt: at })
		.where(and(eq(agreementCoders.agreementSampleId, sampleId), eq(agreementCoders.coderId, coderId)))
	const open = await db
		.select({ id: agreementCoders.id })
		.from(agreementCoders)
		.where(and(eq(agreementCoders.agreementSampleId, sampleId), isNull(agreementCoders.finishedAt)))
	if (open.length > 0) return { allFinished: false }
	await db.update(agreementSamples).set({ state: 'comparing' }).where(eq(agreementSamples.id, sampleId))
	return { allFinished: true }
}

/** Goes on coding after having finished, as long as the others have not. @throws {Problem} as `finishCoding` */
export async function goOnCoding(
	db: MunicipalityDatabase,
	{ sampleId, coderId }: { sampleId: string; coderId: string },
) {
	await requireOwn(db, { sampleId, coderId })
	await db
		.update(agreementCoders)
		.set({ finishedAt: null })
		.where(and(eq(agreementCoders.agreementSampleId, sampleId), eq(agreementCoders.coderId, coderId)))
}

async function requireOwn(db: MunicipalityDatabase, { sampleId, coderId }: { sampleId: string; coderId: string }) {
	const [found] = await db
		.select({ state: agreementSamples.state, coderId: agreementCoders.coderId })
		.from(agreementSamples)
		.leftJoin(
			agreementCoders,
			and(eq(agreementCoders.agreementSampleId, agreementSamples.id), eq(agreementCoders.coderId, coderId)),
		)
		.where(eq(agreementSamples.id, sampleId))
		.for('update', { of: agreementSamples })
	if (!found) throw new Problem('not-found', 'sample-unknown')
	if (!found.coderId) throw new Problem('not-allowed', 'sample-not-yours')
	if (found.state !== 'coding') throw new Problem('conflict', 'sample-not-coding')
}

/**
 * The contribution's length, when this coder may code it now.
 *
 * @throws {Problem} `sample-unit-unknown` also when its speaker no longer agrees, `sample-not-yours`, `sample-not-coding`,
 * `sample-finished`
 */
async function requireCoding(db: MunicipalityDatabase, { unitId, coderId }: { unitId: string; coderId: string }) {
	const { rows } = await db.execute<{
		length: number
		state: string
		isMine: boolean
		isFinished: boolean
		mayAnalyse: boolean
	}>(sql`
		select char_length(voice.text) as length, sample.state, own.id is not null as "isMine",
			own.finished_at is not null as "isFinished", ${allowsBy(sql`voice.speaker_id`, 'analyse')} as "mayAnalyse"
		from agreement_unit as unit
		join agreement_sample as sample on sample.id = unit.agreement_sample_id
		join voice on voice.id = unit.voice_id
		left join agreement_coder as own on own.agreement_sample_id = sample.id and own.coder_id = ${coderId}
		where unit.id = ${unitId}`)
	const [unit] = rows
	if (!unit?.mayAnalyse) throw new Problem('not-found', 'sample-unit-unknown')
	if (!unit.isMine) throw new Problem('not-allowed', 'sample-not-yours')
	if (unit.state !== 'coding') throw new Problem('conflict', 'sample-not-coding')
	if (unit.isFinished) throw new Problem('conflict', 'sample-finished')
	return unit
}
