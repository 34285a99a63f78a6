/** From disagreement to one coding of the team: verdicts, what they teach the codebook, and what becomes of the sample. */
import { randomUUID } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { codePointLength } from '#listening/code-points.ts'
import { agreementSamples, agreementUnits, agreementVerdicts } from '../agreeing.tables.ts'
import { changeTheme } from '../codebook/change-theme.ts'
import { recordCodings, type GivenCoding } from '../coding/record-codings.ts'
import { undoStep } from '../coding/undo-deed.ts'
import { themes } from '../tables.ts'
import { disagreementsOf, settledCodings, type Compared } from './comparison.rules.ts'
import { findAllCodings, findSample, findUnits, type Sample } from './find-samples.ts'

export const LONGEST_NOTE = 1000

/** One theme of one contribution; `note` says why. */
export type Verdict = { themeId: string; applies: boolean; note?: string | undefined }

export type DecideUnit = {
	slug: string
	unitId: string
	verdicts: readonly Verdict[]
	/** Writes the note into the coding rule of its theme as well. */
	noteToRule?: boolean | undefined
	coderId: string
	at: Date
}

/**
 * Decides together what applies to a contribution; deciding again replaces what was decided.
 *
 * @throws {Problem} `sample-unknown`, `sample-not-comparing`, `sample-unit-unknown`, `theme-unknown`, `note-too-long`
 */
export async function decideUnit(db: MunicipalityDatabase, wanted: DecideUnit): Promise<void> {
	const { slug, unitId, verdicts, noteToRule = false, coderId, at } = wanted
	const sample = await findSample(db, slug)
	if (sample.state !== 'comparing') throw new Problem('conflict', 'sample-not-comparing')
	const [unit] = await db
		.select({ id: agreementUnits.id })
		.from(agreementUnits)
		.where(and(eq(agreementUnits.id, unitId), eq(agreementUnits.agreementSampleId, sample.id)))
	if (!unit) throw new Problem('not-found', 'sample-unit-unknown')
	if (verdicts.some(({ note = '' }) => codePointLength(note) > LONGEST_NOTE)) {
		throw new Problem('invalid', 'note-too-long', { limit: LONGEST_NOTE })
	}
	for (const { themeId, applies, note = '' } of verdicts) {
		const said = { applies, note: note.trim(), coderId, decidedAt: at }
		await db
			.insert(agreementVerdicts)
			.values({ agreementUnitId: unitId, themeId, ...said })
			.onConflictDoUpdate({
				target: [agreementVerdicts.municipalityId, agreementVerdicts.agreementUnitId, agreementVerdicts.themeId],
				set: said,
			})
	}
	if (noteToRule) await teachCodebook(db, { verdicts, by: coderId, at })
}

/** A note that stands in the rule already is not written twice. */
async function teachCodebook(
	db: MunicipalityDatabase,
	{ verdicts, by, at }: { verdicts: readonly Verdict[]; by: string; at: Date },
) {
	const noted = verdicts.filter(({ note = '' }) => note.trim() !== '')
	if (noted.length === 0) return
	const known = await db
		.select({ id: themes.id, codingRule: themes.codingRule })
		.from(themes)
		.where(
			inArray(
				themes.id,
				noted.map(({ themeId }) => themeId),
			),
		)
	const stepId = randomUUID()
	for (const { themeId, note = '' } of noted) {
		const theme = known.find(({ id }) => id === themeId)
		if (!theme) throw new Problem('not-found', 'theme-unknown')
		if (theme.codingRule.includes(note.trim())) continue
		const codingRule = [theme.codingRule.trim(), note.trim()].filter(Boolean).join('\n')
		await changeTheme(db, { themeId, codingRule, by, at, stepId })
	}
}

export type Decided = { unitId: string; themeId: string; applies: boolean; note: string; decidedBy: string }

export async function findVerdicts(db: MunicipalityDatabase, sampleId: string): Promise<Decided[]> {
	const { rows } = await db.execute<Decided>(sql`
		select verdict.agreement_unit_id as "unitId", verdict.theme_id as "themeId", verdict.applies, verdict.note,
			coder.name as "decidedBy"
		from agreement_verdict as verdict
		join agreement_unit as unit on unit.id = verdict.agreement_unit_id
		join coder on coder.id = verdict.coder_id
		where unit.agreement_sample_id = ${sampleId}`)
	return rows
}

/** What the rules compare, for a sample whose coders have all finished. @throws {Problem} `sample-still-coding` */
export async function findCompared(db: MunicipalityDatabase, sample: Sample) {
	const codings = await findAllCodings(db, sample)
	const units = await findUnits(db, sample.id)
	const compared: Compared = {
		coderIds: sample.coders.map(({ id }) => id),
		units: units.map(({ id, text }) => ({ id, length: codePointLength(text) })),
		codings,
	}
	return { units, codings, compared }
}

/**
 * Makes codings of the team out of what all agreed on and what was decided to apply, in one step that can be taken back.
 *
 * @returns how many codings it made
 * @throws {Problem} `sample-unknown`, `sample-not-comparing`, `sample-undecided` with how many disagreements are open
 */
export async function settleSample(
	db: MunicipalityDatabase,
	{ slug, coderId, at }: { slug: string; coderId: string; at: Date },
): Promise<number> {
	const sample = await findSample(db, slug)
	if (sample.state !== 'comparing') throw new Problem('conflict', 'sample-not-comparing')
	const { units, compared } = await findCompared(db, sample)
	const verdicts = new Map(
		(await findVerdicts(db, sample.id)).map(({ unitId, themeId, applies }) => [`${unitId} ${themeId}`, applies]),
	)
	const open = disagreementsOf(compared).filter(({ unitId, themeId }) => !verdicts.has(`${unitId} ${themeId}`))
	if (open.length > 0) throw new Problem('conflict', 'sample-undecided', { open: open.length })

	const voiceOf = new Map(units.map(({ id, voiceId }) => [id, voiceId]))
	const places = await findPlaces(db, [...voiceOf.values()])
	const given = settledCodings(compared, (unitId, themeId) => verdicts.get(`${unitId} ${themeId}`) ?? false).flatMap(
		({ unitId, start, end, ...coding }): GivenCoding[] => {
			const place = places.get(voiceOf.get(unitId)!)
			if (!place) return []
			const { transcriptId } = place
			return [{ ...coding, transcriptId, start: place.start + start, end: place.start + end, coderId }]
		},
	)
	const stepId = randomUUID()
	const { added } = await recordCodings(db, { codings: given, at, step: { id: stepId, coderId } })
	await db
		.update(agreementSamples)
		.set({ state: 'settled', settledBy: coderId, settledStepId: stepId })
		.where(eq(agreementSamples.id, sample.id))
	return added.length
}

/** Where contributions stand in the newest transcript of their conversation. */
async function findPlaces(db: MunicipalityDatabase, voiceIds: readonly string[]) {
	const { rows } = await db.execute<{ voiceId: string; transcriptId: string; start: number }>(sql`
		select distinct on (turn.voice_id) turn.voice_id as "voiceId", turn.transcript_id as "transcriptId", turn.start
		from turn join transcript on transcript.id = turn.transcript_id
		where turn.voice_id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(voiceIds)}::jsonb))
		order by turn.voice_id, transcript.version desc`)
	return new Map(rows.map(({ voiceId, ...place }) => [voiceId, place]))
}

/**
 * Takes the codings back and compares again; only whoever settled it does.
 *
 * @throws {Problem} `sample-unknown`, `sample-not-settled`, `sample-settled-by-another`
 */
export async function reopenSample(
	db: MunicipalityDatabase,
	{ slug, coderId, at }: { slug: string; coderId: string; at: Date },
) {
	const sample = await findSample(db, slug)
	if (sample.state !== 'settled') throw new Problem('conflict', 'sample-not-settled')
	if (sample.settledBy !== coderId) throw new Problem('not-allowed', 'sample-settled-by-another')
	await undoSettled(db, { stepId: sample.settledStepId, coderId, at })
	await db
		.update(agreementSamples)
		.set({ state: 'comparing', settledBy: null, settledStepId: null })
		.where(eq(agreementSamples.id, sample.id))
}

/** A step that made nothing, or was undone at the desk meanwhile, has nothing to take back. */
async function undoSettled(
	db: MunicipalityDatabase,
	{ stepId, coderId, at }: { stepId: string | null; coderId: string; at: Date },
) {
	if (stepId === null) return
	try {
		await undoStep(db, { stepId, coderId, at })
	} catch (error) {
		if (!(error instanceof Problem && error.code === 'deed-unknown')) throw error
	}
}

/**
 * Throws a sample away with everything coded in it; codings it has become stay. Whoever drew it may, or who may do all.
 *
 * @throws {Problem} `sample-unknown`, `sample-drawn-by-another`
 */
export async function discardSample(
	db: MunicipalityDatabase,
	{ slug, coderId, mayAll }: { slug: string; coderId: string; mayAll: boolean },
) {
	const { id, createdBy } = await findSample(db, slug)
	if (createdBy !== coderId && !mayAll) throw new Problem('not-allowed', 'sample-drawn-by-another')
	await db.delete(agreementSamples).where(eq(agreementSamples.id, id))
}
