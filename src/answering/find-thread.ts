/** What became of one or more voices, from the words to the answer. */
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { conversations, rounds, voices } from '#listening/tables.ts'
import { codings, themes } from '#understanding/tables.ts'
import { gatheredCodings } from '#focusing/find-gathered-codings.ts'
import { focusThemes } from '#focusing/tables.ts'
import { findInitiatives } from '#acting/find-initiatives.ts'
import { findAnswersReaching } from './find-answers.ts'
import { nextAnswerOf, type Thread, type ThreadCoding, type ThreadFocusTheme } from './thread.rules.ts'

/**
 * The threads of these voices, in the order they were asked for; an unknown or withdrawn voice has none.
 * `today` is an ISO date in the municipality's time zone.
 */
export async function findThreads(
	db: MunicipalityDatabase,
	{ voiceIds, today }: { voiceIds: string[]; today: string },
): Promise<Thread[]> {
	if (voiceIds.length === 0) return []
	const spoken = await findVoices(db, voiceIds)
	const coded = await findCodings(db, voiceIds)
	const under = await findFocusThemesOver(db, voiceIds)
	const initiatives = under.length > 0 ? await findInitiatives(db, { today }) : []
	const answered = await findAnswersReaching(db, voiceIds, under)
	return spoken.map((voice) => {
		const own = under.filter(({ voiceId }) => voiceId === voice.id)
		const ids = new Set(own.map(({ focusThemeId }) => focusThemeId))
		const thread = {
			voice,
			codings: coded.get(voice.id) ?? [],
			focusThemes: own.map(({ focusTheme }) => focusTheme),
			initiatives: initiatives.filter(({ focusTheme }) => focusTheme && ids.has(focusTheme.id)),
			answers: answered.get(voice.id) ?? [],
		}
		return { ...thread, nextAnswer: nextAnswerOf(thread, today) }
	})
}

async function findVoices(db: MunicipalityDatabase, voiceIds: string[]): Promise<Thread['voice'][]> {
	const rows = await db
		.select({
			id: voices.id,
			title: voices.title,
			text: voices.text,
			format: conversations.format,
			roundTitle: rounds.title,
			heardIn: sql<string | null>`to_char(${conversations.heldOn}, 'YYYY-MM')`,
		})
		.from(voices)
		.innerJoin(conversations, eq(conversations.id, voices.conversationId))
		.innerJoin(rounds, eq(rounds.id, conversations.roundId))
		.where(inArray(voices.id, voiceIds))
	return rows.toSorted((one, other) => voiceIds.indexOf(one.id) - voiceIds.indexOf(other.id))
}

async function findCodings(db: MunicipalityDatabase, voiceIds: string[]): Promise<Map<string, ThreadCoding[]>> {
	const rows = await db
		.select({
			voiceId: codings.voiceId,
			codingId: codings.id,
			theme: { slug: themes.slug, label: themes.label, colour: themes.colour },
			stance: codings.stance,
			passage: codings.quote,
		})
		.from(codings)
		.innerJoin(themes, eq(themes.id, codings.themeId))
		.where(and(inArray(codings.voiceId, voiceIds), isNull(codings.removedAt)))
		.orderBy(asc(codings.start), asc(themes.position))
	const grouped = new Map<string, ThreadCoding[]>(voiceIds.map((id) => [id, []]))
	for (const { voiceId, ...coding } of rows) grouped.get(voiceId)?.push(coding)
	return grouped
}

type Under = { voiceId: string; focusThemeId: string; focusTheme: ThreadFocusTheme }

/** Which focus themes gather which of these voices, in the order of the focus themes. */
async function findFocusThemesOver(db: MunicipalityDatabase, voiceIds: string[]): Promise<Under[]> {
	const { rows } = await db.execute<{ voiceId: string; focusThemeId: string }>(sql`
		with recursive ${gatheredCodings}
		select distinct gathered.voice_id as "voiceId", gathered.focus_theme_id as "focusThemeId"
		from gathered where gathered.voice_id in ${voiceIds}`)
	if (rows.length === 0) return []
	const list = await db
		.select({
			id: focusThemes.id,
			slug: focusThemes.slug,
			title: focusThemes.title,
			guidingQuestion: focusThemes.guidingQuestion,
		})
		.from(focusThemes)
		.orderBy(asc(focusThemes.position))
	return list.flatMap((focusTheme) =>
		rows.filter(({ focusThemeId }) => focusThemeId === focusTheme.id).map((row) => ({ ...row, focusTheme })),
	)
}
