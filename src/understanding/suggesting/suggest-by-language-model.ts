/** Proposals by a language model of one's own: only texts whose names are checked go out, only verbatim quotes come in. */
import { sql, type SQL } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import type { ModelKey } from '#platform/settings.ts'
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
/** Everything comes after it. */
const BEGINNING: AskedPlace = { slug: '', position: -1 }

/** In the order of conversations and turns. */
export type AskedPlace = { slug: string; position: number }

export type SuggestByLanguageModel = {
	timeoutMs?: number
	/** Goes to its own server only, whatever address is set. */
	modelKey?: ModelKey | undefined
	after?: AskedPlace
}

export type AskedOnce = { asked: number; proposed: number; dropped: number; last: AskedPlace }

/** Nobody knows how often a language model is right, so its proposals never stand above a line. */
const UNKNOWN = 0.5

/**
 * Asks about the next contributions that nobody has coded and this model has proposed nothing for.
 *
 * @returns how many contributions it was asked about, how many proposals came, and how many were dropped because their
 * quote does not stand in the contribution
 * @throws {Problem} `language-model-missing` while none is set; `nothing-to-ask`; those of `askLanguageModel`
 */
export async function suggestByLanguageModel(
	inTown: InTown,
	{ timeoutMs, modelKey, after = BEGINNING }: SuggestByLanguageModel = {},
): Promise<AskedOnce> {
	const { endpoint, model, themes, voices } = await inTown(async (db) => {
		const settings = await findSuggestingSettings(db)
		if (!settings.isOn || settings.endpoint === '') throw new Problem('conflict', 'language-model-missing')
		const { endpoint: address, endpointModel } = settings
		return {
			endpoint: address,
			model: endpointModel,
			themes: await findThemes(db),
			voices: await findUnasked(db, endpointModel, after),
		}
	})
	if (voices.length === 0) throw new Problem('conflict', 'nothing-to-ask')
	const key = modelKey?.origin === new URL(endpoint).origin ? modelKey.key : undefined
	const answers = await askLanguageModel({ endpoint, model, key, themes, voices, ...(timeoutMs && { timeoutMs }) })
	const proposed = await inTown((db) => keep(db, { model, answers, voices }))
	const { slug, position } = voices.at(-1)!
	return { asked: voices.length, proposed, dropped: answers.length - proposed, last: { slug, position } }
}

async function findThemes(db: MunicipalityDatabase): Promise<AskedTheme[]> {
	const { rows } = await db.execute<AskedTheme>(
		sql`select id, slug, label, definition from theme where archived_at is null order by position, slug`,
	)
	return rows
}

async function findUnasked(
	db: MunicipalityDatabase,
	model: string,
	after: AskedPlace,
): Promise<(AskedVoice & AskedPlace)[]> {
	const { rows } = await db.execute<AskedVoice & AskedPlace>(sql`
		select voice.id as "voiceId", voice.text, conversation.slug, voice.position ${unasked(model, after)}
		order by conversation.slug, voice.position limit ${AT_ONCE}`)
	return rows
}

/** How many contributions a run would ask about. */
export async function countUnasked(db: MunicipalityDatabase, model: string): Promise<number> {
	const { rows } = await db.execute<{ count: number }>(sql`select count(*)::int as count ${unasked(model, BEGINNING)}`)
	return rows[0]!.count
}

function unasked(model: string, after: AskedPlace): SQL {
	return sql`
		from voice join speaker on speaker.id = voice.speaker_id
		join conversation on conversation.id = voice.conversation_id
		where (conversation.slug, voice.position) > (${after.slug}, ${after.position}) and conversation.names_checked_at is not null and length(voice.text) between 20 and 6000
			and not exists (select from coding where coding.voice_id = voice.id and coding.removed_at is null)
			and not exists (
				select from suggestion join coder on coder.id = suggestion.coder_id
				where suggestion.voice_id = voice.id and coder.kind = 'machine' and coder.name = ${model}
			)
			and ${speakerAllows('analyse')}`
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
