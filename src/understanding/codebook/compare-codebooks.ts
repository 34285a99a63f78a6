/** Two versions of the codebook side by side: what came, went, changed, and how much was coded then and now. */
import { and, asc, desc, eq, lte, max, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'
import { conversations, rounds, voices } from '#listening/tables.ts'
import { codings, themeChanges } from '../tables.ts'
import { codebookAt, type PastTheme } from './find-history.ts'
import type { Used } from './find-codebook.ts'
import { differenceOf } from './theme-state.rules.ts'

/** `null`: today. A step, the end of a day (in UTC), or a round: when it was last coded, counting only its conversations. */
export type Version = { step: number } | { day: string } | { round: string } | null

export type ComparedTheme = {
	id: string
	label: string
	/** `gone`: merged, deleted or archived since. */
	fate: 'added' | 'gone' | 'merged' | 'changed' | 'moved' | 'same'
	before: PastTheme | null
	after: PastTheme | null
	/** What differs, without its place among siblings. */
	difference: ReturnType<typeof differenceOf>
	mergedInto: string | null
	earlier: Used
	later: Used
}

export type Comparison = { themes: ComparedTheme[]; labels: Record<string, string> }

const NONE: Used = { passages: 0, persons: 0 }

/** @throws {Problem} `codebook-version-unknown` */
export async function compareCodebooks(
	db: MunicipalityDatabase,
	{ from, to }: { from: Version; to: Version },
): Promise<Comparison> {
	const [then, now] = [await findVersion(db, from), await findVersion(db, to)]
	const merged = await findMerged(db)
	const ids = [...new Set([...now.themes.keys(), ...then.themes.keys()])]
	const all = ids.map((id): ComparedTheme => {
		const [before, after] = [then.themes.get(id) ?? null, now.themes.get(id) ?? null]
		const { position: _b, slug: _s, ...was } = before ?? {}
		const { position: _a, slug: _t, ...is } = after ?? {}
		const difference = differenceOf(was, is)
		const mergedInto = merged.get(id) ?? null
		const label = (after ?? before)!.label ?? ''
		const counts = { earlier: then.counts.get(id) ?? NONE, later: now.counts.get(id) ?? NONE }
		return {
			id,
			label,
			before,
			after,
			difference,
			mergedInto,
			fate: fateOf(before, after, difference, mergedInto),
			...counts,
		}
	})
	const themes = all.filter(({ before, after }) => isIn(before) || isIn(after))
	return { themes, labels: Object.fromEntries(all.map(({ id, label }) => [id, label])) }
}

const isIn = (theme: PastTheme | null) => theme !== null && !theme.isArchived

function fateOf(
	before: PastTheme | null,
	after: PastTheme | null,
	{ after: changed }: ReturnType<typeof differenceOf>,
	mergedInto: string | null,
): ComparedTheme['fate'] {
	if (!isIn(before)) return isIn(after) ? 'added' : 'same'
	if (!isIn(after)) return mergedInto ? 'merged' : 'gone'
	const fields = Object.keys(changed)
	if (fields.length === 0) return 'same'
	return fields.every((field) => field === 'parentId') ? 'moved' : 'changed'
}

async function findMerged(db: MunicipalityDatabase): Promise<Map<string, string>> {
	const rows = await db
		.select({ id: themeChanges.themeId, after: themeChanges.after })
		.from(themeChanges)
		.where(and(eq(themeChanges.deed, 'merged'), sql`${themeChanges.undoneAt} is null`))
		.orderBy(asc(themeChanges.number))
	return new Map(rows.flatMap(({ id, after }) => (after?.toThemeId ? [[id, after.toThemeId]] : [])))
}

async function findVersion(db: MunicipalityDatabase, version: Version) {
	const { number, until, roundId } = await placeOf(db, version)
	const { themes, themeOfCoding, doubles } = await codebookAt(db, number)
	return { themes, counts: await countThen(db, { themeOfCoding, doubles, until, roundId }) }
}

type Place = { number: number; until: Date | null; roundId: string | null }

async function placeOf(db: MunicipalityDatabase, version: Version): Promise<Place> {
	if (version === null) return { number: 2 ** 31 - 1, until: null, roundId: null }
	if ('step' in version) {
		const [change] = await db
			.select({ number: themeChanges.number, at: themeChanges.changedAt })
			.from(themeChanges)
			.where(lte(themeChanges.number, version.step))
			.orderBy(desc(themeChanges.number))
			.limit(1)
		return { number: version.step, until: change?.at ?? new Date(0), roundId: null }
	}
	if ('day' in version) return atInstant(db, new Date(`${version.day}T23:59:59Z`), null)
	const [round] = await db.select({ id: rounds.id }).from(rounds).where(eq(rounds.slug, version.round))
	if (!round) throw new Problem('not-found', 'codebook-version-unknown')
	const [last] = await db
		.select({ at: max(codings.createdAt) })
		.from(codings)
		.innerJoin(voices, eq(voices.id, codings.voiceId))
		.innerJoin(conversations, eq(conversations.id, voices.conversationId))
		.where(eq(conversations.roundId, round.id))
	return atInstant(db, last?.at ?? new Date(0), round.id)
}

async function atInstant(db: MunicipalityDatabase, until: Date, roundId: string | null): Promise<Place> {
	const [last] = await db
		.select({ number: max(themeChanges.number) })
		.from(themeChanges)
		.where(lte(themeChanges.changedAt, until))
	return { number: last?.number ?? 0, until, roundId }
}

type CountThen = {
	themeOfCoding: Map<string, string>
	doubles: Set<string>
	until: Date | null
	roundId: string | null
}

/** What was coded at that time, under the theme it carried then; only of people who allow it today. */
async function countThen(db: MunicipalityDatabase, { themeOfCoding, doubles, until, roundId }: CountThen) {
	const carried = JSON.stringify([...themeOfCoding].map(([id, themeId]) => ({ id, theme_id: themeId })))
	const instant = until ? sql`${until.toISOString()}::timestamptz` : sql`'infinity'::timestamptz`
	const { rows } = await db.execute<Used & { id: string }>(sql`
		select coalesce(carried.theme_id, coding.theme_id) as id, count(*)::int as passages,
			count(distinct voice.speaker_id)::int as persons
		from coding
		left join jsonb_to_recordset(${carried}::jsonb) as carried(id uuid, theme_id uuid) on carried.id = coding.id
		join voice on voice.id = coding.voice_id join speaker on speaker.id = voice.speaker_id
		join conversation on conversation.id = voice.conversation_id
		where coding.created_at <= ${instant} and ${speakerAllows('analyse')}
			and (coding.removed_at is null or coding.removed_at > ${instant}
				or coding.id = any (${sql.param([...doubles])}::uuid[]))
			and (${roundId}::uuid is null or conversation.round_id = ${roundId}::uuid)
		group by 1`)
	return new Map(rows.map(({ id, ...used }) => [id, used]))
}
