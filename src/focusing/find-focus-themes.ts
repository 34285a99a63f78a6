/** The focus themes of a round as lists show them, with how much stands under each. */
import { asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { codings, themes } from '#understanding/tables.ts'
import { gatheredCodings } from './find-gathered-codings.ts'
import { focusThemes, focusThemeThemes } from './tables.ts'

/** How much was heard: passages, voices they stand in, people who said them, occasions on which they did. */
export type EvidenceCount = { codings: number; voices: number; speakers: number; conversations: number }

type GatheredTheme = { id: string; slug: string; label: string; colour: string }

export type FocusThemeInList = {
	id: string
	roundId: string
	slug: string
	title: string
	teaser: string
	guidingQuestion: string
	position: number
	themes: GatheredTheme[]
	/** Exact numbers, for the team; the public sees bands or counts of conversations. */
	evidence: EvidenceCount
}

const NO_EVIDENCE: EvidenceCount = { codings: 0, voices: 0, speakers: 0, conversations: 0 }

/** In their order; of every round unless one is named. */
export async function findFocusThemes(db: MunicipalityDatabase, roundId?: string): Promise<FocusThemeInList[]> {
	const found = await db
		.select({
			id: focusThemes.id,
			roundId: focusThemes.roundId,
			slug: focusThemes.slug,
			title: focusThemes.title,
			teaser: focusThemes.teaser,
			guidingQuestion: focusThemes.guidingQuestion,
			position: focusThemes.position,
		})
		.from(focusThemes)
		.where(roundId ? eq(focusThemes.roundId, roundId) : undefined)
		.orderBy(asc(focusThemes.position), asc(focusThemes.title))
	const gathered = await findGatheredThemes(db)
	const counts = await countEvidence(db)
	return found.map((theme) => ({
		...theme,
		themes: gathered.filter((row) => row.focusThemeId === theme.id).map(({ focusThemeId: _, ...rest }) => rest),
		evidence: counts.get(theme.id) ?? NO_EVIDENCE,
	}))
}

/** The themes of the codebook each focus theme gathers, in the codebook's order; without those a merge has emptied. */
function findGatheredThemes(db: MunicipalityDatabase): Promise<(GatheredTheme & { focusThemeId: string })[]> {
	return db
		.select({
			focusThemeId: focusThemeThemes.focusThemeId,
			id: themes.id,
			slug: themes.slug,
			label: themes.label,
			colour: themes.colour,
		})
		.from(focusThemeThemes)
		.innerJoin(themes, eq(themes.id, focusThemeThemes.themeId))
		.where(or(isNull(themes.archivedAt), inArray(themes.id, db.selectDistinct({ id: codings.themeId }).from(codings))))
		.orderBy(asc(themes.position), asc(themes.label))
}

/** Counts by focus theme id; a focus theme without any evidence is not in the map. */
async function countEvidence(db: MunicipalityDatabase): Promise<Map<string, EvidenceCount>> {
	const { rows } = await db.execute<EvidenceCount & { focusThemeId: string }>(sql`
		with recursive ${gatheredCodings}
		select gathered.focus_theme_id as "focusThemeId",
			count(distinct gathered.coding_id)::int as codings,
			count(distinct voice.id)::int as voices,
			count(distinct voice.speaker_id)::int as speakers,
			count(distinct voice.conversation_id)::int as conversations
		from gathered join voice on voice.id = gathered.voice_id
		group by gathered.focus_theme_id`)
	return new Map(rows.map(({ focusThemeId, ...count }) => [focusThemeId, count]))
}
