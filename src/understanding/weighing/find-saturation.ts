/** Whether listening still brings up something new: themes that came up for the first time, conversation by conversation. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { SHOWN_TITLE } from '#listening/speaker-allows.ts'
import { findTallies } from './find-tallies.ts'
import { visitTallies } from './tally.rules.ts'

export type SaturationStep = {
	conversation: { slug: string; title: string; heldOn: string | null }
	/** Themes, sub-themes apart, that no conversation before carried. */
	fresh: number
	/** Themes so far. */
	known: number
	passages: number
}

/** Conversations with codings, oldest first; those without a day last. */
export async function findSaturation(
	db: MunicipalityDatabase,
	{ roundId }: { roundId?: string | undefined },
): Promise<SaturationStep[]> {
	const ofRound = roundId ? sql`conversation.round_id = ${roundId}` : sql`true`
	const { groups } = await findTallies(db, sql`conversation.id::text`, ofRound)
	const bytesOf = new Map(groups.map(({ key, bytes }) => [key, bytes]))
	const { rows } = await db.execute<SaturationStep['conversation'] & { id: string }>(sql`
		select conversation.id, conversation.slug, ${SHOWN_TITLE} as title, conversation.held_on::text as "heldOn"
		from conversation where ${ofRound}
		order by conversation.held_on nulls last, conversation.created_at, conversation.slug`)
	const seen = new Set<number>()
	return rows.flatMap(({ id, ...conversation }) => {
		const bytes = bytesOf.get(id)
		if (!bytes || bytes.length === 0) return []
		const before = seen.size
		let passages = 0
		visitTallies(bytes, (themeNumber) => {
			seen.add(themeNumber)
			passages++
		})
		return [{ conversation, fresh: seen.size - before, known: seen.size, passages }]
	})
}
