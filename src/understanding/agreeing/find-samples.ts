/** Samples for double coding: how far they are, and what one coder sees of one while it is coded. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'
import type { Format } from '#listening/vocabulary.ts'
import type { Spread } from '../agreeing.tables.ts'
import type { Stance } from '../tables.ts'

export type SampleState = 'coding' | 'comparing' | 'settled'
export type SampleCoder = { id: string; name: string; kind: 'human' | 'machine' | 'import'; isFinished: boolean }

export type Sample = {
	id: string
	slug: string
	title: string
	state: SampleState
	roundId: string
	roundTitle: string
	spread: Spread
	seed: number
	createdAt: string
	/** Who drew it. */
	createdBy: string | null
	settledBy: string | null
	settledStepId: string | null
	/** Contributions whose speakers agree today. */
	units: number
	/** Whether anybody gave anything a theme. */
	isCoded: boolean
	coders: SampleCoder[]
}

/** Newest first. */
export async function findSamples(
	db: MunicipalityDatabase,
	{ slug, roundId }: { slug?: string; roundId?: string } = {},
): Promise<Sample[]> {
	const { rows } = await db.execute<Sample>(sql`
		select sample.id, sample.slug, sample.title, sample.state, sample.round_id as "roundId", round.title as "roundTitle",
			sample.spread, sample.seed, sample.created_at::text as "createdAt", sample.created_by as "createdBy", sample.settled_by as "settledBy",
			sample.settled_step_id as "settledStepId",
			(select count(*)::int from agreement_unit as unit join voice on voice.id = unit.voice_id
				join speaker on speaker.id = voice.speaker_id
				where unit.agreement_sample_id = sample.id and ${speakerAllows('analyse')}) as units,
			exists (select from agreement_coding as given join agreement_unit as unit on unit.id = given.agreement_unit_id
				where unit.agreement_sample_id = sample.id) as "isCoded",
			(select coalesce(jsonb_agg(jsonb_build_object('id', coder.id, 'name', coder.name, 'kind', coder.kind,
					'isFinished', own.finished_at is not null) order by coder.kind, coder.name), '[]')
				from agreement_coder as own join coder on coder.id = own.coder_id
				where own.agreement_sample_id = sample.id) as coders
		from agreement_sample as sample
		join round on round.id = sample.round_id
		where true ${slug === undefined ? sql`` : sql`and sample.slug = ${slug}`}
			${roundId === undefined ? sql`` : sql`and sample.round_id = ${roundId}`}
		order by sample.created_at desc, sample.slug`)
	return rows
}

/** @throws {Problem} `sample-unknown` */
export async function findSample(db: MunicipalityDatabase, slug: string): Promise<Sample> {
	const [sample] = await findSamples(db, { slug })
	if (!sample) throw new Problem('not-found', 'sample-unknown')
	return sample
}

export type SampleUnit = {
	id: string
	voiceId: string
	text: string
	speaker: string
	format: Format
	conversation: string
}

/** In the order drawn; whoever no longer agrees to be analysed is not among them. */
export async function findUnits(db: MunicipalityDatabase, sampleId: string): Promise<SampleUnit[]> {
	const { rows } = await db.execute<SampleUnit>(sql`
		select unit.id, unit.voice_id as "voiceId", voice.text, speaker.code as speaker, conversation.format,
			conversation.title as conversation
		from agreement_unit as unit
		join voice on voice.id = unit.voice_id
		join speaker on speaker.id = voice.speaker_id
		join conversation on conversation.id = voice.conversation_id
		where unit.agreement_sample_id = ${sampleId} and ${speakerAllows('analyse')}
		order by unit.position`)
	return rows
}

/** Code points of the contribution's own text. */
export type UnitCoding = {
	id: string
	unitId: string
	coderId: string
	themeId: string
	start: number
	end: number
	stance: Stance
	intensity: number
}

/** Of one coder only: what a blind desk may know. */
export function findOwnCodings(db: MunicipalityDatabase, sampleId: string, coderId: string): Promise<UnitCoding[]> {
	return findCodings(db, sql`unit.agreement_sample_id = ${sampleId} and coding.coder_id = ${coderId}`)
}

/** Of all coders. @throws {Problem} `sample-still-coding`: nobody sees another's codings before all have finished */
export async function findAllCodings(db: MunicipalityDatabase, { id, state }: Sample): Promise<UnitCoding[]> {
	if (state === 'coding') throw new Problem('not-allowed', 'sample-still-coding')
	return findCodings(db, sql`unit.agreement_sample_id = ${id}`)
}

async function findCodings(db: MunicipalityDatabase, where: ReturnType<typeof sql>): Promise<UnitCoding[]> {
	const { rows } = await db.execute<UnitCoding>(sql`
		select coding.id, coding.agreement_unit_id as "unitId", coding.coder_id as "coderId",
			coding.theme_id as "themeId", coding.start, coding."end", coding.stance, coding.intensity
		from agreement_coding as coding
		join agreement_unit as unit on unit.id = coding.agreement_unit_id
		join voice on voice.id = unit.voice_id
		join speaker on speaker.id = voice.speaker_id
		where ${where} and ${speakerAllows('analyse')}
		order by unit.position, coding.start, coding."end", coding.id`)
	return rows
}
