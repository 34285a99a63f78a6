/** Answers that were promised for a day that has passed. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { findInitiatives } from '#acting/find-initiatives.ts'
import { daysBetween } from '#acting/standing.rules.ts'

export type OverdueAnswer = {
	to: { kind: 'focus-theme' | 'initiative'; id: string; slug: string; title: string }
	promisedFor: string
	daysOverdue: number
}

/** The longest overdue first. `today` is an ISO date in the municipality's time zone. */
export async function findOverdueAnswers(db: MunicipalityDatabase, today: string): Promise<OverdueAnswer[]> {
	const open = await findInitiatives(db, { today })
	const { rows } = await db.execute<{ id: string; slug: string; title: string; promisedFor: string | null }>(sql`
		select distinct on (focus_theme.id) focus_theme.id, focus_theme.slug, focus_theme.title,
			answer.next_answer_by::text as "promisedFor"
		from answer join focus_theme on focus_theme.id = answer.focus_theme_id
		order by focus_theme.id, answer.answered_on desc, answer.created_at desc`)
	const overInitiatives = open
		.filter(({ daysOverdue }) => daysOverdue > 0)
		.map(({ id, slug, title, nextAnswerBy, daysOverdue }) => ({
			to: { kind: 'initiative' as const, id, slug, title },
			promisedFor: nextAnswerBy!,
			daysOverdue,
		}))
	const overThemes = rows.flatMap(({ promisedFor, ...theme }) =>
		promisedFor && promisedFor < today
			? [{ to: { kind: 'focus-theme' as const, ...theme }, promisedFor, daysOverdue: daysBetween(promisedFor, today) }]
			: [],
	)
	return [...overInitiatives, ...overThemes].toSorted((one, other) => other.daysOverdue - one.daysOverdue)
}
