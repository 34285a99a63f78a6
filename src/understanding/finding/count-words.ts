/** Words and runs of words with how often they were said, by how many voices and people. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { STOP_WORDS, wordsOf } from '#listening/german-words.rules.ts'
import { stemOf } from '#listening/german-stem.rules.ts'
import { allowsBy } from '#listening/speaker-allows.ts'
import { logLikelihood, logRatio } from './keyness.rules.ts'
import { filterConditions, type VoiceFilter } from './voice-filter.ts'

export type CountWords = {
	filter: VoiceFilter
	/** 1 words, 2 pairs, 3 runs of three. */
	length: number
	withStopWords: boolean
	/** Against the voices that the filter leaves out; of the same round, if it names one. */
	isKeyness: boolean
}

export type CountedWords = {
	/** As most often written. */
	word: string
	times: number
	voices: number
	persons: number
	/** Only for keyness: how often in the other voices. */
	outside: number
	sureness: number
	ratio: number
}

export type WordList = {
	rows: CountedWords[]
	words: number
	outsideWords: number
	voices: number
	persons: number
	/** There were more voices than are counted. */
	isPart: boolean
}

const BATCH = 2_000
const MOST_VOICES = 40_000
const SHOWN = 1_000

type Tally = { times: number; voices: Set<string>; persons: Set<string>; outside: number; forms: Map<string, number> }

export async function countWords(db: MunicipalityDatabase, wanted: CountWords): Promise<WordList> {
	const tallies = new Map<string, Tally>()
	const sums = { words: 0, outsideWords: 0, voices: 0 }
	const persons = new Set<string>()
	let [last, read] = ['00000000-0000-0000-0000-000000000000', 0]
	for (; read < MOST_VOICES;) {
		const rows = await readVoices(db, wanted, last)
		for (const row of rows) {
			const counted = tallyVoice(tallies, row, wanted)
			if (row.inside) {
				sums.words += counted
				sums.voices++
				persons.add(row.speakerId)
			} else sums.outsideWords += counted
		}
		read += rows.length
		if (rows.length < BATCH) break
		last = rows.at(-1)!.id
		// Others are served between two batches.
		await new Promise((go) => setImmediate(go))
	}
	const rows = [...tallies.values()].filter(({ times }) => times > 0).map((tally) => toRow(tally, sums))
	const order = (row: CountedWords) => (wanted.isKeyness ? row.sureness : row.times)
	rows.sort(
		(one, other) => order(other) - order(one) || other.persons - one.persons || (one.word < other.word ? -1 : 1),
	)
	return { ...sums, persons: persons.size, isPart: read >= MOST_VOICES, rows: rows.slice(0, SHOWN) }
}

type VoiceRow = { id: string; speakerId: string; text: string; inside: boolean }

async function readVoices(
	db: MunicipalityDatabase,
	{ filter, isKeyness }: CountWords,
	last: string,
): Promise<VoiceRow[]> {
	const { roundId, ...narrowed } = filter
	const inside = filterConditions(isKeyness && Object.values(narrowed).some(Boolean) ? narrowed : filter)
	const outer =
		isKeyness && Object.values(narrowed).some(Boolean) ? filterConditions({ roundId }) : isKeyness ? [] : inside
	const isInside = inside.length > 0 ? sql`(${sql.join(inside, sql` and `)}) is true` : sql`true`
	const { rows } = await db.execute<VoiceRow>(sql`
		select voice.id, voice.speaker_id as "speakerId", voice.text, ${isInside} as inside
		from voice
		join speaker on speaker.id = voice.speaker_id
		join conversation on conversation.id = voice.conversation_id
		where ${sql.join([sql`voice.id > ${last}`, allowsBy(sql`voice.speaker_id`, 'analyse'), ...outer], sql` and `)}
		order by voice.id limit ${BATCH}`)
	return rows
}

/** @returns how many words the voice has */
function tallyVoice(
	tallies: Map<string, Tally>,
	{ id, speakerId, text, inside }: VoiceRow,
	wanted: CountWords,
): number {
	const words = wordsOf(text)
	for (let at = 0; at + wanted.length <= words.length; at++) {
		const run = words.slice(at, at + wanted.length)
		if (!isWorthCounting(run, text, wanted)) continue
		const key = run.map(({ word }) => stemOf(word)).join(' ')
		let tally = tallies.get(key)
		if (!tally)
			tallies.set(key, (tally = { times: 0, voices: new Set(), persons: new Set(), outside: 0, forms: new Map() }))
		if (!inside) {
			tally.outside++
			continue
		}
		tally.times++
		tally.voices.add(id)
		tally.persons.add(speakerId)
		const form = run.map(({ word }) => word).join(' ')
		tally.forms.set(form, (tally.forms.get(form) ?? 0) + 1)
	}
	return words.length
}

/** By themselves they count other things; "drei Monate" says something again. */
const COUNTING: ReadonlySet<string> = new Set(
	`eins zwei zwo drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn
	neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend zweimal dreimal viermal
	zweite zweiten zweiter zweites dritte dritten dritter drittes vierte vierten`.split(/\s+/),
)

/** Runs begin and end with a word that says something, and cross no full stop. */
function isWorthCounting(
	run: ReturnType<typeof wordsOf>,
	text: string,
	{ withStopWords, length }: CountWords,
): boolean {
	const [first, last] = [run[0]!, run.at(-1)!]
	if (!withStopWords && (STOP_WORDS.has(first.word) || STOP_WORDS.has(last.word))) return false
	if (length === 1) return withStopWords || !(/^\d*$/.test(first.word) || COUNTING.has(first.word))
	return !/[.!?;:\n]/.test(text.slice(first.end, last.start))
}

function toRow(
	{ times, voices, persons, outside, forms }: Tally,
	sums: { words: number; outsideWords: number },
): CountedWords {
	const counts = { inside: times, insideAll: sums.words, outside, outsideAll: sums.outsideWords }
	let [word, most] = ['', 0]
	for (const [form, count] of forms) if (count > most) [word, most] = [form, count]
	return {
		word,
		times,
		voices: voices.size,
		persons: persons.size,
		outside,
		sureness: logLikelihood(counts),
		ratio: logRatio(counts),
	}
}
