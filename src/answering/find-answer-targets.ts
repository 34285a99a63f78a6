/** What can be answered, and how many voices each answer reaches: shown before it is written. */
import { asc, eq, sql } from 'drizzle-orm'
import { isUuid, type MunicipalityDatabase } from '#platform/database/database.ts'
import { voices } from '#listening/tables.ts'
import { gatheredCodings } from '#focusing/find-gathered-codings.ts'
import { focusThemes } from '#focusing/tables.ts'
import { initiatives } from '#acting/tables.ts'
import { answeredVoices } from './find-answers.ts'
import type { AnswerTarget } from './write-answer.ts'

/** Voices an answer arrives at, and how many of them have none yet. */
export type Reach = { voices: number; unanswered: number }

export type AnswerTargets = {
	/** Focus themes, then initiatives; `value` is `kind:id`. */
	options: { value: string; title: string; voices: number }[]
	/** The single voice asked for, if it was one. */
	voice: { id: string; text: string } | null
	/** Of the focus theme or initiative asked for. */
	chosenReach: Reach | null
}

export async function findAnswerTargets(db: MunicipalityDatabase, asked: AnswerTarget): Promise<AnswerTargets> {
	const reach = await findReach(db)
	const themes = await db
		.select({ id: focusThemes.id, title: focusThemes.title })
		.from(focusThemes)
		.orderBy(asc(focusThemes.position))
	const open = await db
		.select({ id: initiatives.id, title: initiatives.title, focusThemeId: initiatives.focusThemeId })
		.from(initiatives)
		.orderBy(asc(initiatives.title))
	const all = [
		...themes.map(({ id, title }) => ({ value: `focus-theme:${id}`, title, reach: reach.get(id) })),
		...open.map(({ id, title, focusThemeId }) => ({
			value: `initiative:${id}`,
			title,
			reach: focusThemeId === null ? undefined : reach.get(focusThemeId),
		})),
	]
	const chosen = all.find(({ value }) => value === `${asked.kind}:${asked.id}`)
	const [voice] =
		asked.kind === 'voice' && isUuid(asked.id)
			? await db.select({ id: voices.id, text: voices.text }).from(voices).where(eq(voices.id, asked.id))
			: []
	return {
		options: all.map(({ value, title, reach: { voices: count } = NOBODY }) => ({ value, title, voices: count })),
		voice: voice ?? null,
		chosenReach: chosen ? (chosen.reach ?? NOBODY) : null,
	}
}

const NOBODY: Reach = { voices: 0, unanswered: 0 }

/** By focus theme id; one nobody spoke of is not in the map. */
export async function findReach(db: MunicipalityDatabase): Promise<Map<string, Reach>> {
	const { rows } = await db.execute<Reach & { focusThemeId: string }>(sql`
		with recursive ${gatheredCodings}, ${answeredVoices}
		select gathered.focus_theme_id as "focusThemeId", count(distinct gathered.voice_id)::int as voices,
			(count(distinct gathered.voice_id) filter (where answered.voice_id is null))::int as unanswered
		from gathered left join answered on answered.voice_id = gathered.voice_id
		group by gathered.focus_theme_id`)
	return new Map(rows.map(({ focusThemeId, ...reach }) => [focusThemeId, reach]))
}
