import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'
import { findSuggestionModel, IS_SHOWN } from './find-suggestions.ts'
import type { ThemeReport } from './proposing.rules.ts'

export type ThemeProposals = { theme: string; label: string; count: number; examples: number } & Pick<
	ThemeReport,
	'isLearned' | 'line'
> & { precision: number | null; recall: number | null }

/** Open proposals of a round per theme, as far as they are shown, with what each theme was learned from and how good that is. */
export async function countProposals(db: MunicipalityDatabase, roundId: string): Promise<ThemeProposals[]> {
	const model = await findSuggestionModel(db)
	const { rows } = await db.execute<{ id: string; theme: string; label: string; count: number }>(sql`
		select theme.id, theme.slug as theme, theme.label, count(found.id)::int as count from theme
		left join (
			select suggestion.id, suggestion.theme_id from suggestion join voice on voice.id = suggestion.voice_id
			join speaker on speaker.id = voice.speaker_id
			join conversation on conversation.id = voice.conversation_id
			where suggestion.state = 'open' and conversation.round_id = ${roundId} and ${IS_SHOWN} and ${speakerAllows('analyse')}
		) as found on found.theme_id = theme.id
		where theme.archived_at is null group by theme.id, theme.slug, theme.label, theme.position
		order by theme.position, theme.slug`)
	return rows.map(({ id, ...theme }) => {
		const known = model?.report.themes[id]
		const { examples = 0, isLearned = false, line = null, precision = null, recall = null } = known ?? {}
		return { ...theme, examples, isLearned, line, precision, recall }
	})
}
