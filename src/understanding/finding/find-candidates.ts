/** Which voices hold what was asked for, roughly in order: the database's part of a search. */
import { sql, type SQL } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { allowsBy } from '#listening/speaker-allows.ts'
import type { Asked } from './search-query.rules.ts'
import { positiveOf, sayingSomething, termsOf, tsQueryOf, type Term } from './search-terms.rules.ts'
import { filterConditions, type VoiceFilter } from './voice-filter.ts'
import { expectedVoices, rarityOf, type WordFrequencies } from './word-frequencies.ts'

export type Candidate = { id: string; hasAll: boolean; score: number }

export type FindCandidates = {
	asked: Asked
	/** Texts with most of the words are worth showing, too. */
	isPlain: boolean
	frequencies: WordFrequencies
	filter: VoiceFilter
	isNewest: boolean
	isCounted: boolean
}

/** More hits than this nobody reads: counting ends here, sooner where voices lie far apart. */
const MOST_HITS = 1_000
const MOST_HITS_IN_LARGE = 400
const LARGE = 20_000
const EVERYTHING = 10_000_000

function mostHits({ voices }: WordFrequencies): number {
	return voices > LARGE ? MOST_HITS_IN_LARGE : MOST_HITS
}

/** With fewer texts that hold all of the words, those with most of them follow. */
const ONE_PAGE = 10
/** Of what the words of the query are worth together, a text must hold as much to be shown without all of them. */
const MOST_OF_THEM = 0.05
/**
 * Two words are asked together: a text with one of them is no answer to both – unless hardly any text has both and there
 * are so many texts that nobody knows what to ask instead.
 */
const TOGETHER = { words: 2, hits: 5, voices: 500 }

/** What the words of a text are worth at once, before texts are compared word by word. */
export async function findCandidates(db: MunicipalityDatabase, wanted: FindCandidates) {
	const [, found] = await Promise.all([useIndex(db, true), gatherAll(db, wanted)])
	await useIndex(db, false)
	return found
}

async function gatherAll(db: MunicipalityDatabase, wanted: FindCandidates) {
	const strict = await gather(db, wanted, tsQueryOf(sayingSomething(wanted.asked)), 0)
	const all = strict.rows.map((row) => ({ ...row, hasAll: true }))
	const found = { candidates: all, withAll: all.length, total: all.length, isMore: strict.isMore }
	const loose = looseQuery(wanted)
	if (!loose || all.length >= ONE_PAGE || isEnough(all.length, loose.words, wanted.frequencies)) return found
	const known = new Set(all.map(({ id }) => id))
	const { rows, isMore } = await gather(db, wanted, loose.query, all.length > 0 || loose.words > 1 ? MOST_OF_THEM : 0)
	const some = rows.filter(({ id }) => !known.has(id)).map((row) => ({ ...row, hasAll: false }))
	return { candidates: [...all, ...some], withAll: all.length, total: all.length + some.length, isMore }
}

function isEnough(hits: number, words: number, { voices }: WordFrequencies): boolean {
	return hits > 0 && words <= TOGETHER.words && (hits >= TOGETHER.hits || voices < TOGETHER.voices)
}

/** One of the words, the rarest, as many as together stand in about enough texts; undefined where all must be there. */
function looseQuery({ asked, isPlain, frequencies }: FindCandidates): { query: string; words: number } | undefined {
	const asking = sayingSomething(asked)
	if (!isPlain || asking.kind === 'phrase' || (asking.kind === 'word' && asking.parts.length < 2)) return undefined
	const terms = termsOf(asking)
		.map(({ stem }) => ({ stem, voices: expectedVoices(frequencies, stem) }))
		.toSorted((one, other) => one.voices - other.voices)
	let voices = 0
	const chosen = terms.filter((term, at) => (voices += term.voices) <= mostHits(frequencies) || at === 0)
	return {
		query: chosen.map(({ stem }) => `'${stem}'`).join(' | '),
		words: positiveOf(asking).filter((one) => one.kind === 'prefix' || !one.isStop).length,
	}
}

type Row = { id: string; score: number }

async function gather(db: MunicipalityDatabase, wanted: FindCandidates, query: string, least: number) {
	const { filter, isNewest, frequencies, asked } = wanted
	const most = wanted.isCounted ? EVERYTHING : mostHits(frequencies)
	const conditions = [sql`voice.search @@ ${query}::tsquery`, ...filterConditions(filter)]
	const worth = worthOf(termsOf(asked), frequencies)
	const { rows } = await db.execute<Row & { reached: number }>(sql`
		with found as materialized (
			-- Joined to nothing, so that what is compressed is opened once and not for every word.
			select voice.id, voice.speaker_id, voice.conversation_id, voice.search || ''::tsvector as search from voice
			${
				conditions.length > 1 || isNewest
					? sql`join speaker on speaker.id = voice.speaker_id
			join conversation on conversation.id = voice.conversation_id`
					: sql``
			}
			where ${sql.join(conditions, sql` and `)}
			${isNewest ? sql`order by conversation.held_on desc nulls last, voice.conversation_id, voice.position` : sql``}
			limit ${most + 1}
		),
		weighed as (
			select found.id, (${worth.score}) as held, length(found.search) as words, (select count(*) from found)::int as reached
			from found
			${isNewest ? sql`join conversation on conversation.id = found.conversation_id` : sql``}
			where ${allowsBy(sql`found.speaker_id`, 'analyse')}
			${isNewest ? sql`order by conversation.held_on desc nulls last, found.conversation_id, found.id` : sql``}
		)
		select id, held / (1 + 0.4 * words / (select 1 + avg(words) from weighed))::float as score, reached
		from weighed ${least > 0 ? sql`where held >= ${least * worth.most}` : sql``}
		${isNewest ? sql`` : sql`order by score desc, id`}`)
	const isMore = (rows[0]?.reached ?? 0) > most
	return { rows: rows.map(({ id, score }) => ({ id, score })), isMore }
}

/** Of a frequent word the planner hopes to meet a thousand soon by reading everything; it takes ten times as long. */
async function useIndex(db: MunicipalityDatabase, isForced: boolean) {
	await db.execute(sql`select set_config('enable_seqscan', ${isForced ? 'off' : 'on'}, true)`)
}

/** Each word that is there counts by how rare it is. */
function worthOf(terms: Term[], frequencies: WordFrequencies): { score: SQL; most: number } {
	const worth = terms
		.filter(({ stem }) => expectedVoices(frequencies, stem) * 2 < frequencies.voices || terms.length < 4)
		.map(({ stem, weight, isPrefix }) => ({
			stem: `'${stem}'${isPrefix ? ':*' : ''}`,
			worth: Math.round(weight * rarityOf(frequencies, stem) * 1000) / 1000,
		}))
	const summands = worth.map(
		(term) => sql`case when found.search @@ ${term.stem}::tsquery then ${term.worth}::float else 0 end`,
	)
	const most = worth.reduce((sum, term) => sum + term.worth, 0)
	return { score: summands.length > 0 ? sql.join(summands, sql` + `) : sql`0`, most }
}
