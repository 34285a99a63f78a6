/** Which codings stand under which focus theme: through the themes it gathers, with all below them, and by hand. */
import { sql } from 'drizzle-orm'
import { speakerAllows } from '#listening/speaker-allows.ts'

const saidBy = sql`join voice on voice.id = coding.voice_id join speaker on speaker.id = voice.speaker_id`

/**
 * Two with-queries for reads here and in later stages: `with recursive ${gatheredCodings} select …`.
 * The last, `gathered(focus_theme_id, coding_id, voice_id, theme_id)`, holds no coding that was taken back and
 * none of somebody who does not allow to be analysed.
 */
export const gatheredCodings = sql`
	branch(focus_theme_id, theme_id) as (
		select focus_theme_id, theme_id from focus_theme_theme
		union
		select branch.focus_theme_id, theme.id from branch join theme on theme.parent_id = branch.theme_id
	),
	gathered(focus_theme_id, coding_id, voice_id, theme_id) as (
		select branch.focus_theme_id, coding.id, coding.voice_id, coding.theme_id
		from branch join coding on coding.theme_id = branch.theme_id ${saidBy}
		where coding.removed_at is null and ${speakerAllows('analyse')}
		union
		select focus_theme_coding.focus_theme_id, coding.id, coding.voice_id, coding.theme_id
		from focus_theme_coding join coding on coding.id = focus_theme_coding.coding_id ${saidBy}
		where coding.removed_at is null and ${speakerAllows('analyse')}
	)`
