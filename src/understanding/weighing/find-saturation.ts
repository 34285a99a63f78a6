/** Whether listening still brings up something new: themes that came up for the first time, conversation by conversation. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { SHOWN_TITLE } from '#listening/speaker-allows.ts'
import { findTallies } from './find-tallies.ts'
import { findThemeHeads } from './find-theme-heads.ts'
import { visitTallies } from './tally.rules.ts'

export type SaturationStep = {
	conversation: { slug: string; title: string; heldOn: string | null }
	/** Themes, sub-themes apart, that no conversation before carried; in the codebook's order. */
	fresh: { slug: string; label: string }[]
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
	const { groups, themeIds } = await findTallies(db, sql`conversation.id::text`, ofRound)
	const bytesOf = new Map(groups.map(({ key, bytes }) => [key, bytes]))
	const { rows } = await db.execute<SaturationStep['conversation'] & { id: string }>(sql`
		select conversation.id, conversation.slug, ${SHOWN_TITLE} as title, conversation.held_on::text as "heldOn"
		from conversation where ${ofRound}
		order by conversation.held_on nulls last, conversation.created_at, conversation.slug`)
	const themes = await findThemeHeads(db)
	const known = new Set<string>()
	return rows.flatMap(({ id, ...conversation }) => {
		const bytes = bytesOf.get(id)
		if (!bytes || bytes.length === 0) return []
		const carried = new Set<string | undefined>()
		let passages = 0
		visitTallies(bytes, ({ themeNumber }) => {
			carried.add(themeIds.get(themeNumber))
			passages++
		})
		const fresh = themes.filter((theme) => carried.has(theme.id) && !known.has(theme.id))
		for (const theme of fresh) known.add(theme.id)
		return [{ conversation, fresh: fresh.map(({ slug, label }) => ({ slug, label })), known: known.size, passages }]
	})
}
