import { eq, inArray, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { freeSlug, slugOf } from '#people/slugs.rules.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'
import { rounds } from '#listening/tables.ts'
import { agreementCoders, agreementCodings, agreementSamples, agreementUnits, type Spread } from '../agreeing.tables.ts'
import { coders } from '../tables.ts'
import { drawSpread, type Candidate } from './sampling.rules.ts'

/** More would be weeks of work for two people. */
export const LARGEST_SAMPLE = 500
/** The machine's guess counts as its coding from here. */
export const MACHINE_IS_SURE = 0.5

export type DrawSample = {
	title: string
	roundId: string
	/** Two or more, the machine among them if wished. */
	coderIds: readonly string[]
	size: number
	spread: Spread
	seed: number
	/** Leaves out what the team has coded at the desk already: who remembers is not blind. */
	onlyUncoded?: boolean
	by: string
	at: Date
}

/**
 * Draws contributions for blind double coding. Contributions of fewer than three words are left out: there is nothing to
 * disagree on. The machine codes at once, from its suggestions.
 *
 * @throws {Problem} `sample-title-missing`, `round-unknown`, `sample-needs-two-coders`, `coder-unknown`,
 * `sample-size-impossible`, `sample-too-few` with how many there are, `machine-has-no-suggestions`
 */
export async function drawSample(db: MunicipalityDatabase, wanted: DrawSample): Promise<{ slug: string }> {
	const { title, roundId, size, spread, seed, by, at } = wanted
	const named = title.trim().slice(0, 120)
	if (named === '') throw new Problem('invalid', 'sample-title-missing')
	if (!Number.isInteger(size) || size < 2 || size > LARGEST_SAMPLE) {
		throw new Problem('invalid', 'sample-size-impossible', { limit: LARGEST_SAMPLE })
	}
	const [round] = await db.select({ id: rounds.id }).from(rounds).where(eq(rounds.id, roundId))
	if (!round) throw new Problem('not-found', 'round-unknown')
	const chosen = await knownCoders(db, [...new Set(wanted.coderIds)])
	const candidates = await findCandidates(db, wanted)
	if (candidates.length < 2) throw new Problem('conflict', 'sample-too-few', { found: candidates.length })

	const taken = await db.select({ slug: agreementSamples.slug }).from(agreementSamples)
	const slug = freeSlug(slugOf(named) || 'stichprobe', [...taken.map((one) => one.slug), 'neu'])
	const [sample] = await db
		.insert(agreementSamples)
		.values({ slug, title: named, roundId, spread, seed, createdBy: by, createdAt: at })
		.returning({ id: agreementSamples.id })
	const drawn = drawSpread(candidates, size, seed)
	const rows = drawn.map((voiceId, position) => ({ agreementSampleId: sample!.id, voiceId, position }))
	const units = await db
		.insert(agreementUnits)
		.values(rows)
		.returning({ id: agreementUnits.id, voiceId: agreementUnits.voiceId })
	await db.insert(agreementCoders).values(
		chosen.map(({ id, kind }) => ({
			agreementSampleId: sample!.id,
			coderId: id,
			finishedAt: kind === 'machine' ? at : null,
		})),
	)
	for (const { id, kind } of chosen) if (kind === 'machine') await codeByMachine(db, { coderId: id, units, at })
	return { slug }
}

async function knownCoders(db: MunicipalityDatabase, ids: string[]) {
	if (ids.length < 2) throw new Problem('invalid', 'sample-needs-two-coders')
	const found = await db.select({ id: coders.id, kind: coders.kind }).from(coders).where(inArray(coders.id, ids))
	if (found.length < ids.length) throw new Problem('not-found', 'coder-unknown')
	if (!found.some(({ kind }) => kind === 'human')) throw new Problem('invalid', 'sample-needs-two-coders')
	return found
}

/** Everything that may be analysed, in the order of conversations, so that a seed means the same tomorrow. */
async function findCandidates(
	db: MunicipalityDatabase,
	{ roundId, spread, onlyUncoded = false }: Pick<DrawSample, 'roundId' | 'spread' | 'onlyUncoded'>,
): Promise<Candidate[]> {
	const group = {
		random: sql`''`,
		conversation: sql`conversation.slug`,
		format: sql`conversation.format`,
		theme: sql`coalesce((select min(theme.slug) from coding join theme on theme.id = coding.theme_id
			where coding.voice_id = voice.id and coding.removed_at is null), '')`,
	}[spread]
	const { rows } = await db.execute<Candidate>(sql`
		select voice.id, ${group} as "group"
		from voice
		join speaker on speaker.id = voice.speaker_id
		join conversation on conversation.id = voice.conversation_id
		where conversation.round_id = ${roundId} and ${speakerAllows('analyse')}
			and voice.text ~ '\\S+\\s+\\S+\\s+\\S'
			${
				onlyUncoded
					? sql`and not exists (select from coding join coder on coder.id = coding.coder_id
				where coding.voice_id = voice.id and coding.removed_at is null and coder.kind = 'human')`
					: sql``
			}
		order by conversation.slug, voice.position`)
	return rows
}

async function codeByMachine(
	db: MunicipalityDatabase,
	{ coderId, units, at }: { coderId: string; units: { id: string; voiceId: string }[]; at: Date },
) {
	const unitIds = JSON.stringify(units.map(({ id }) => id))
	const { rows } = await db.execute<typeof agreementCodings.$inferInsert>(sql`
		select unit.id as "agreementUnitId", suggestion.coder_id as "coderId", suggestion.theme_id as "themeId",
			coalesce(suggestion.start, 0) as start, coalesce(suggestion."end", char_length(voice.text)) as "end",
			suggestion.stance
		from agreement_unit as unit
		join suggestion on suggestion.voice_id = unit.voice_id
		join voice on voice.id = unit.voice_id
		where unit.id in (select value::uuid from jsonb_array_elements_text(${unitIds}::jsonb))
			and suggestion.coder_id = ${coderId} and suggestion.probability >= ${MACHINE_IS_SURE}`)
	if (rows.length === 0) throw new Problem('conflict', 'machine-has-no-suggestions')
	await db.insert(agreementCodings).values(rows.map((row) => ({ ...row, createdAt: at })))
}
