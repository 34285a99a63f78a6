/** What a merge, a split, archiving or deleting would change, before it is done. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'
import { findLaterUses, type AskedUses, type LaterUse } from './theme-uses.ts'

export type StepPreview = {
	passages: number
	persons: number
	/** Passages the target carries already, by the same coder: they become one. */
	doubles: number
	subThemes: string[]
	memos: number
	summaries: number
	/** Open ones, which lapse. */
	suggestions: number
	/** Blind samples in which somebody gave these themes; they stay as they were coded. */
	samples: { slug: string; title: string; isOpen: boolean }[]
	later: LaterUse[]
}

export async function previewStep(
	db: MunicipalityDatabase,
	{ themeIds, codingIds, toThemeId }: AskedUses & { toThemeId?: string | undefined },
): Promise<StepPreview> {
	const among = sql`any (${sql.param(themeIds)}::uuid[])`
	const only = codingIds ? sql`and coding.id = any (${sql.param(codingIds)}::uuid[])` : sql``
	const whole = !codingIds
	const { rows } = await db.execute<Omit<StepPreview, 'later'>>(sql`
		with touched as (
			select coding.*, voice.speaker_id from coding
			join voice on voice.id = coding.voice_id join speaker on speaker.id = voice.speaker_id
			where coding.theme_id = ${among} and coding.removed_at is null and ${speakerAllows('analyse')} ${only}
		)
		select (select count(*)::int from touched) as passages,
			(select count(distinct speaker_id)::int from touched) as persons,
			(select count(distinct touched.id)::int from touched join coding as twin on twin.theme_id = ${toThemeId ?? null}::uuid
				and twin.transcript_id = touched.transcript_id and twin.start = touched.start and twin."end" = touched."end"
				and twin.coder_id = touched.coder_id and twin.removed_at is null) as doubles,
			array(select label from theme where ${whole} and parent_id = ${among} and not id = ${among} order by position) as "subThemes",
			(select count(*)::int from memo where ${whole} and theme_id = ${among}) as memos,
			(select count(*)::int from case_summary where ${whole} and theme_id = ${among}) as summaries,
			(select count(*)::int from suggestion where ${whole} and theme_id = ${among} and state = 'open') as suggestions,
			(select coalesce(jsonb_agg(jsonb_build_object('slug', slug, 'title', title, 'isOpen', state = 'coding')), '[]')
				from agreement_sample where ${whole} and id in (
					select agreement_unit.agreement_sample_id from agreement_unit
					join agreement_coding on agreement_coding.agreement_unit_id = agreement_unit.id
					where agreement_coding.theme_id = ${among}
				)) as samples`)
	return { ...rows[0]!, later: await findLaterUses(db, { themeIds, codingIds }) }
}
