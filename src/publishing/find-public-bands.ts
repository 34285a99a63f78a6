/** Who speaks of what, for the public: people per sector in bands, by theme of the codebook and by focus theme. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'
import { gatheredCodings } from '#focusing/find-gathered-codings.ts'
import { bandOf, type Band } from '#protecting/bands.rules.ts'

type Counted = { key: string; sector: string; people: number }

export type SectorSize = { slug: string; people: number }

/**
 * Bands by theme slug, one per sector in the order given. Passages under a sub-theme count for the theme above it;
 * suggestions of the machine do not count.
 */
export async function findThemeBands(
	db: MunicipalityDatabase,
	roundId: string,
	sectors: SectorSize[],
): Promise<Map<string, Band[]>> {
	const { rows } = await db.execute<Counted>(sql`
		with recursive branch(top, theme_id) as (
			select slug, id from theme where parent_id is null
			union all
			select branch.top, theme.id from branch join theme on theme.parent_id = branch.theme_id
		)
		select branch.top as key, sector.slug as sector, count(distinct speaker.id)::int as people
		from branch
		join coding on coding.theme_id = branch.theme_id and coding.removed_at is null
		join coder on coder.id = coding.coder_id and coder.kind <> 'machine'
		join voice on voice.id = coding.voice_id
		join conversation on conversation.id = voice.conversation_id and conversation.round_id = ${roundId}
		join speaker on speaker.id = voice.speaker_id
		join sector on sector.id = speaker.sector_id
		where ${speakerAllows('analyse')}
		group by branch.top, sector.slug`)
	return bandsByKey(rows, sectors)
}

/** Bands by focus theme id, one per sector in the order given. */
export async function findFocusThemeBands(
	db: MunicipalityDatabase,
	sectors: SectorSize[],
): Promise<Map<string, Band[]>> {
	const { rows } = await db.execute<Counted>(sql`
		with recursive ${gatheredCodings}
		select gathered.focus_theme_id as key, sector.slug as sector, count(distinct speaker.id)::int as people
		from gathered
		join voice on voice.id = gathered.voice_id
		join speaker on speaker.id = voice.speaker_id
		join sector on sector.id = speaker.sector_id
		group by gathered.focus_theme_id, sector.slug`)
	return bandsByKey(rows, sectors)
}

function bandsByKey(rows: Counted[], sectors: SectorSize[]): Map<string, Band[]> {
	const counts = new Map(rows.map(({ key, sector, people }) => [`${key}\n${sector}`, people]))
	const keys = [...new Set(rows.map(({ key }) => key))]
	return new Map(
		keys.map((key) => [key, sectors.map(({ slug, people }) => bandOf(counts.get(`${key}\n${slug}`) ?? 0, people))]),
	)
}
