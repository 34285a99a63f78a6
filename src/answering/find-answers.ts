/** Which answers reach which voices, and what was answered so far. */
import { desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { allowsBy } from '#listening/speaker-allows.ts'
import { voices } from '#listening/tables.ts'
import { focusThemes } from '#focusing/tables.ts'
import { initiatives } from '#acting/tables.ts'
import { answers, type AnswerKind } from './tables.ts'

export type AnswerView = {
	id: string
	/** What it answers; exactly one of the three. The title is the focus theme's, the initiative's or the voice's own. */
	to: { kind: 'focus-theme' | 'initiative' | 'voice'; id: string; slug: string | null; title: string | null }
	kind: AnswerKind
	because: string
	byOffice: string
	answeredOn: string
	nextAnswerBy: string | null
}

/**
 * Everything answered so far, newest first. `focusThemeId` and `initiativeId` narrow the list; `voiceIds` leaves out
 * the answers given to other single voices.
 */
export async function findAnswers(
	db: MunicipalityDatabase,
	{ focusThemeId, initiativeId, voiceIds }: { focusThemeId?: string; initiativeId?: string; voiceIds?: string[] } = {},
): Promise<AnswerView[]> {
	const rows = await db
		.select({
			id: answers.id,
			kind: answers.kind,
			because: answers.because,
			byOffice: answers.byOffice,
			answeredOn: answers.answeredOn,
			nextAnswerBy: answers.nextAnswerBy,
			focusTheme: { id: focusThemes.id, slug: focusThemes.slug, title: focusThemes.title },
			initiative: { id: initiatives.id, slug: initiatives.slug, title: initiatives.title },
			voice: {
				id: voices.id,
				title: sql<string | null>`case when ${allowsBy(sql`voice.speaker_id`, 'analyse')} then ${voices.title} end`,
			},
		})
		.from(answers)
		.leftJoin(focusThemes, eq(focusThemes.id, answers.focusThemeId))
		.leftJoin(initiatives, eq(initiatives.id, answers.initiativeId))
		.leftJoin(voices, eq(voices.id, answers.voiceId))
		.where(
			focusThemeId
				? eq(answers.focusThemeId, focusThemeId)
				: initiativeId
					? eq(answers.initiativeId, initiativeId)
					: voiceIds && or(isNull(answers.voiceId), inArray(answers.voiceId, voiceIds)),
		)
		.orderBy(desc(answers.answeredOn), desc(answers.createdAt))
	return rows.map(({ focusTheme, initiative, voice, ...answer }) => ({
		...answer,
		to: focusTheme
			? { kind: 'focus-theme', ...focusTheme }
			: initiative
				? { kind: 'initiative', ...initiative }
				: { kind: 'voice', slug: null, id: voice?.id ?? '', title: voice?.title ?? null },
	}))
}

/**
 * The answers that reach each voice, newest first: direct ones, those to a focus theme the voice stands under, and
 * those to an initiative of such a focus theme. `under` says which voice stands under which focus theme.
 */
export async function findAnswersReaching(
	db: MunicipalityDatabase,
	voiceIds: string[],
	under: { voiceId: string; focusThemeId: string }[],
): Promise<Map<string, AnswerView[]>> {
	if (voiceIds.length === 0) return new Map()
	const all = await findAnswers(db, { voiceIds })
	const owned = await db.select({ id: initiatives.id, focusThemeId: initiatives.focusThemeId }).from(initiatives)
	const themeOfInitiative = new Map(owned.map(({ id, focusThemeId }) => [id, focusThemeId]))
	const themeOf = ({ to }: AnswerView) => (to.kind === 'focus-theme' ? to.id : themeOfInitiative.get(to.id))
	return new Map(
		voiceIds.map((voiceId) => {
			const themes = new Set(under.filter((row) => row.voiceId === voiceId).map((row) => row.focusThemeId))
			const reaches = (answer: AnswerView) =>
				answer.to.kind === 'voice' ? answer.to.id === voiceId : themes.has(themeOf(answer) ?? '')
			return [voiceId, all.filter(reaches)]
		}),
	)
}

/**
 * With-query `answered(voice_id)`, after `gatheredCodings`: every voice at least one answer reaches.
 */
export const answeredVoices = sql`
	answered(voice_id) as (
		select voice_id from answer where voice_id is not null
		union
		select gathered.voice_id from gathered where gathered.focus_theme_id in (
			select focus_theme_id from answer where focus_theme_id is not null
			union
			select initiative.focus_theme_id from answer join initiative on initiative.id = answer.initiative_id
			where initiative.focus_theme_id is not null
		)
	)`
