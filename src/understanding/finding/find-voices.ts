/** Full-text search in what people said. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { Range } from '#listening/code-points.ts'
import { rowsPlannedOnce } from '#platform/database/planned-once.ts'
import { indexVoices } from '#listening/index-voices.ts'
import { SHOWN_TITLE } from '#listening/speaker-allows.ts'
import type { Format } from '#listening/vocabulary.ts'
import { findCandidates, type Candidate } from './find-candidates.ts'
import { hitSentences } from './hit-sentences.rules.ts'
import { hitsIn, readText, scoreOf, snippetOf, type SnippetPart } from './rank-hits.rules.ts'
import { readSearchQuery, type Asked, type Mending } from './search-query.rules.ts'
import { positiveOf, termsOf } from './search-terms.rules.ts'
import { similarStems } from './similar-words.rules.ts'
import type { VoiceFilter } from './voice-filter.ts'
import { findWordFrequencies, rarityOf, type WordFrequencies } from './word-frequencies.ts'

export type FindVoices = VoiceFilter & {
	query: string
	limit: number
	offset?: number
	/** The best first, or the newest conversation. */
	sort?: 'best' | 'newest'
	/** Counts to the end, however many there are: for programs, which wait. */
	isCounted?: boolean
}

export type VoiceHit = {
	voiceId: string
	conversation: { slug: string; title: string; format: Format; heldOn: string | null }
	/** Order of the voice's turn in its newest transcript. */
	turn: number
	title: string | null
	speakerCode: string
	/** The lines in which what was looked for stands, marked. */
	snippet: SnippetPart[]
	/** Sentences with hits, in code points of its text. */
	sentences: Range[]
	/** It is coded with already. */
	themes: string[]
	score: number
	/** False where only most of the words stand in it. */
	hasAll: boolean
}

export type FoundVoices = {
	total: number
	/** There are more than `total`, which is where counting ended. */
	isMore: boolean
	/** Of them, how many hold everything that was asked for. */
	withAll: number
	hits: VoiceHit[]
	/** How the query was read; null when nothing was asked. */
	asked: Asked | null
	mended: Mending[]
}

/** With the space behind it. */
const LETTERS_OF_A_WORD = 6.6
/** So many of the best are compared by their whole text. */
const RANKED = 150

/**
 * The voices that contain what was looked for, best first. Words are compared by their German stem, compounds also by
 * their parts. After several plain words come, behind the texts with all of them, those with most. Voices of people who
 * do not agree to be analysed are not searched.
 */
export async function findVoices(db: MunicipalityDatabase, wanted: FindVoices): Promise<FoundVoices> {
	const { asked: typed, isPlain, mended } = readSearchQuery(wanted.query)
	if (!typed) return { total: 0, isMore: false, withAll: 0, hits: [], asked: null, mended }
	await indexVoices(db)
	const frequencies = await findWordFrequencies(db)
	const asked = withSimilar(typed, frequencies)
	const found = await findCandidates(db, {
		asked,
		isPlain,
		frequencies,
		filter: wanted,
		isNewest: wanted.sort === 'newest',
		isCounted: wanted.isCounted ?? false,
	})
	const ranked = wanted.sort === 'newest' ? found.candidates : await rank(db, found.candidates, asked, frequencies)
	const from = wanted.offset ?? 0
	const hits = await readHits(db, ranked.slice(from, from + wanted.limit), termsOf(asked))
	return { total: found.total, isMore: found.isMore, withAll: found.withAll, hits, asked, mended }
}

/** A word that stands nowhere is taken for one like it; of one that stands in a single voice, those like it count a little. */
function withSimilar(asked: Asked, frequencies: WordFrequencies): Asked {
	const { counts, sampled, voices } = frequencies
	if (asked.kind === 'word') {
		const count = counts.get(asked.stem) ?? 0
		if (asked.isStop || count > 1) return asked
		const similar = similarStems(asked.stem, counts)
		return count === 0 && sampled === voices ? { ...asked, also: similar } : { ...asked, kin: similar }
	}
	const inside = (one: Asked) => withSimilar(one, frequencies)
	if (asked.kind === 'and' || asked.kind === 'or') return { ...asked, of: asked.of.map(inside) }
	return asked
}

async function rank(
	db: MunicipalityDatabase,
	candidates: Candidate[],
	asked: Asked,
	frequencies: WordFrequencies,
): Promise<Candidate[]> {
	const best = candidates.slice(0, RANKED)
	const rows = await rowsPlannedOnce<{ id: string; text: string }>(
		db,
		sql`select id, text from voice where id = any(${idsOf(best)}::uuid[])`,
	)
	const terms = termsOf(asked)
	const order = positiveOf(asked)
		.map((one) => (one.kind === 'prefix' ? [one.prefix] : one.isStop ? [] : [one.stem, ...one.parts]))
		.filter(({ length }) => length > 0)
	const texts = new Map(rows.map(({ id, text }) => [id, readText(text, terms)]))
	const measure = {
		terms,
		order,
		average: frequencies.characters / LETTERS_OF_A_WORD,
		rarity: (stem: string) => rarityOf(frequencies, stem),
	}
	const scored = best.map((one) => ({ ...one, score: scoreOf(texts.get(one.id) ?? readText('', []), measure) }))
	scored.sort(
		(one, other) =>
			Number(other.hasAll) - Number(one.hasAll) || other.score - one.score || (one.id < other.id ? -1 : 1),
	)
	return [...scored, ...candidates.slice(RANKED)]
}

function idsOf(candidates: readonly Candidate[]): string {
	return `{${candidates.map(({ id }) => id).join(',')}}`
}

type HitRow = {
	id: string
	text: string
	title: string | null
	code: string
	slug: string
	conversation_title: string
	format: Format
	held_on: string | null
	turn: number | null
	themes: string[]
}

async function readHits(
	db: MunicipalityDatabase,
	shown: Candidate[],
	terms: ReturnType<typeof termsOf>,
): Promise<VoiceHit[]> {
	const rows = await rowsPlannedOnce<HitRow>(
		db,
		sql`
		-- The few that are shown first: without statistics, as of a town just imported, all would be joined with all.
		with shown as materialized (
			select id, text, title, speaker_id, conversation_id from voice where id = any(${idsOf(shown)}::uuid[])
		)
		select voice.id, voice.text, voice.title, speaker.code, conversation.slug, ${SHOWN_TITLE} as conversation_title,
			conversation.format, conversation.held_on::text, turn.position as turn, array(
				select distinct theme.label from coding join theme on theme.id = coding.theme_id
				where coding.voice_id = voice.id and coding.removed_at is null order by theme.label
			) as themes
		from shown as voice
		join speaker on speaker.id = voice.speaker_id
		join conversation on conversation.id = voice.conversation_id
		left join lateral (
			select turn.position from turn join transcript on transcript.id = turn.transcript_id
			where turn.voice_id = voice.id order by transcript.version desc limit 1
		) as turn on true`,
	)
	const byId = new Map(rows.map((row) => [row.id, row]))
	return shown.flatMap(({ id, score, hasAll }) => {
		const row = byId.get(id)
		return row ? [{ ...toHit(row, terms), score: Math.round(score * 10_000) / 10_000, hasAll }] : []
	})
}

function toHit(row: HitRow, terms: ReturnType<typeof termsOf>) {
	const hits = hitsIn(row.text, terms)
	return {
		voiceId: row.id,
		conversation: { slug: row.slug, title: row.conversation_title, format: row.format, heldOn: row.held_on },
		turn: row.turn ?? 0,
		title: row.title,
		speakerCode: row.code,
		snippet: snippetOf(row.text, hits),
		sentences: hitSentences(row.text, hits),
		themes: row.themes,
	}
}
