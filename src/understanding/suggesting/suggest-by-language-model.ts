/** Proposals by a language model of one's own: only texts whose names are checked go out, only verbatim quotes come in. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { codePointLength } from '#listening/code-points.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'
import { coderByName } from '../coding/coder-of.ts'
import { suggestions } from '../suggesting.tables.ts'
import { askLanguageModel, type Answered, type AskedTheme, type AskedVoice } from './ask-language-model.ts'
import { findSuggestingSettings } from './suggesting-settings.ts'

/** Opens a transaction: reading, asking and writing are apart, so that nobody waits for a model. */
export type InTown = <Result>(work: (db: MunicipalityDatabase) => Promise<Result>) => Promise<Result>

/** So many contributions are asked about in one go. */
const AT_ONCE = 10
/** Nobody knows how often a language model is right, so its proposals never stand above a line. */
const UNKNOWN = 0.5

/**
 * Asks about the next contributions that nobody has coded and this model has not been asked about.
 *
 * @returns how many contributions it was asked about, how many proposals came, and how many were dropped because their
 * quote does not stand in the contribution
 * @throws {Problem} `language-model-missing` while none is set; `nothing-to-ask`; those of `askLanguageModel`
 */
export async function suggestByLanguageModel(
	inTown: InTown,
	{ timeoutMs }: { timeoutMs?: number } = {},
): Promise<{ asked: number; proposed: number; dropped: number }> {
	const { endpoint, model, themes, voices } = await inTown(async (db) => {
		const settings = await findSuggestingSettings(db)
		if (!settings.isOn || settings.endpoint === '') throw new Problem('conflict', 'language-model-missing')
		const { endpoint: address, endpointModel } = settings
		return {
			endpoint: address,
			model: endpointModel,
			themes: await findThemes(db),
			voices: await findUnasked(db, endpointModel),
		}
	})
	if (voices.length === 0) throw new Problem('conflict', 'nothing-to-ask')
	const answers = await askLanguageModel({ endpoint, model, themes, voices, ...(timeoutMs && { timeoutMs }) })
	const proposed = await inTown((db) => keep(db, { model, answers, voices }))
	return { asked: voices.length, proposed, dropped: answers.length - proposed }
}

async function findThemes(db: MunicipalityDatabase): Promise<AskedTheme[]> {
	const { rows } = await db.execute<AskedTheme>(
		sql`select id, slug, label, definition from theme where archived_at is null order by position, slug`,
	)
	return rows
}

async function findUnasked(db: MunicipalityDatabase, model: string): Promise<AskedVoice[]> {
	const { rows } = await db.execute<AskedVoice>(sql`
		select voice.id as "voiceId", voice.text from voice
		join speaker on speaker.id = voice.speaker_id join conversation on conversation.id = voice.conversation_id
		where conversation.names_checked_at is not null and length(voice.text) between 20 and 6000
			and not exists (select from coding where coding.voice_id = voice.id and coding.removed_at is null)
			and not exists (
				select from suggestion join coder on coder.id = suggestion.coder_id
				where suggestion.voice_id = voice.id and coder.kind = 'machine' and coder.name = ${model}
			)
			and ${speakerAllows('analyse')}
		order by conversation.slug, voice.position limit ${AT_ONCE}`)
	return rows
}

type Keep = { model: string; answers: readonly Answered[]; voices: readonly AskedVoice[] }

/** Checked against the words as they stand now, of people who agree now. */
async function keep(db: MunicipalityDatabase, { model, answers, voices }: Keep): Promise<number> {
	const ids = JSON.stringify(voices.map(({ voiceId }) => voiceId))
	const { rows } = await db.execute<AskedVoice>(sql`
		select voice.id as "voiceId", voice.text from voice join speaker on speaker.id = voice.speaker_id
		where voice.id in (select value::uuid from jsonb_array_elements_text(${ids}::jsonb)) and ${speakerAllows('analyse')}`)
	const texts = new Map(rows.map(({ voiceId, text }) => [voiceId, text]))
	const coderId = await coderByName(db, { kind: 'machine', name: model })
	const found = answers.flatMap(({ voiceId, themeId, stance, quote }) => {
		const place = findQuote(texts.get(voiceId) ?? '', quote)
		return place ? [{ voiceId, themeId, stance, ...place, coderId, probability: UNKNOWN, because: [] }] : []
	})
	if (found.length === 0) return 0
	const kept = await db.insert(suggestions).values(found).onConflictDoNothing().returning({ id: suggestions.id })
	return kept.length
}

/** Where a quote stands, in code points; undefined unless it stands there character for character. */
export function findQuote(text: string, quote: string): { start: number; end: number } | undefined {
	const at = quote === '' ? -1 : text.indexOf(quote)
	if (at < 0) return undefined
	const start = codePointLength(text.slice(0, at))
	return { start, end: start + codePointLength(quote) }
}
