/** From what a team has coded to proposals for everything that was said. Pure, and slow enough to need a thread of its own. */
import { STOP_WORDS } from '#listening/german-words.rules.ts'
import type { Stance } from '../tables.ts'
import { crossProbabilities, crossValidate, truthOf } from './cross-validation.rules.ts'
import { fit, type Examples } from './fitting.rules.ts'
import { keywordReader, type KeywordHit } from './keyword-reading.rules.ts'
import { measure } from './measures.rules.ts'
import { readThrough } from './read-through.rules.ts'
import { settleLine, type LineMeasure, type Trial } from './shown-lines.rules.ts'
import { labellerOf, suggesterOf, type Labeller, type Reason, type Suggester } from './suggester.rules.ts'
import { countFeatures, type Columns } from './text-rows.rules.ts'

/** A contribution: its title, its words, and what people have said it is about. */
export type Heard = {
	voiceId: string
	conversationId: string
	text: Columns
	/** Empty while nobody has coded it. */
	themeIds: string[]
	stances: Stance[]
	/** Somebody has read it and refused what was proposed. */
	wasRefused: boolean
}

export type KnownTheme = { id: string; keywords: string[] }

export type NewSuggestion = {
	voiceId: string
	themeId: string
	stance: Stance
	probability: number
	because: string[]
	/** By a keyword of the codebook, not by what was learned. */
	isByKeyword: boolean
}

export type ThemeReport = {
	examples: number
	/** From enough examples; else it is proposed by its keywords only. */
	isLearned: boolean
	/** Shown from this probability on; null while nothing above any line is mostly right: then nothing is shown. */
	line: number | null
} & Partial<LineMeasure>

/** Honest quality, measured on conversations the model had not seen; `null` where there are too few of them. */
export type SuggestingReport = {
	examples: number
	/** Contributions people have read and found nothing in: learned from, too. */
	silent: number
	conversations: number
	isMeasured: boolean
	hitAt3: number | null
	/** Of all that would be shown. */
	precision: number | null
	recall: number | null
	themes: Record<string, ThemeReport>
	stanceAccuracy: number | null
}

export type Proposed = {
	report: SuggestingReport
	themes: Suggester | null
	stances: Suggester | null
	proposals: NewSuggestion[]
}

/** A theme with fewer coded contributions is proposed by its keywords only. */
export const FEWEST_EXAMPLES = 8
/** Below the line of its theme a proposal is shown only among those whose answer teaches most; below this, nowhere. */
const LEAST_PROBABILITY = 0.2
const MOST_PER_VOICE = 3
const MOST_WORDS = 5
/** Words that pull less than this share of the strongest one explain nothing. */
const WEAKEST_REASON = 0.15
const MOST_FOLDS = 5
const SEED = 42
/** Until there are two conversations to measure on: more likely right than wrong, as far as the machine knows. */
const UNMEASURED_LINE = 0.5

export function propose(heard: readonly Heard[], themes: readonly KnownTheme[]): Proposed {
	const read = readThrough(heard)
	const coded = read.filter(({ themeIds }) => themeIds.length > 0)
	const counts = new Map<string, number>()
	for (const { themeIds } of coded) for (const id of themeIds) counts.set(id, (counts.get(id) ?? 0) + 1)
	const learnable = themes.filter(({ id }) => (counts.get(id) ?? 0) >= FEWEST_EXAMPLES).map(({ id }) => id)
	const byTheme = learnable.length > 0 ? learn(read, learnable, ({ themeIds }) => themeIds) : null
	const trials = byTheme && tryOut(byTheme.examples, read)
	const byStance = learnStances(coded)
	const learned = new Set(learnable)
	const report: SuggestingReport = {
		examples: coded.length,
		silent: read.length - coded.length,
		conversations: new Set(read.map(({ conversationId }) => conversationId)).size,
		...overall(trials),
		themes: Object.fromEntries(
			themes.map(({ id }) => [
				id,
				{
					examples: counts.get(id) ?? 0,
					isLearned: learned.has(id),
					line: null,
					...(learned.has(id) && lineOf(trials?.byTheme.get(id))),
				},
			]),
		),
		stanceAccuracy: byStance?.accuracy ?? null,
	}
	const stanceOf = stanceReader(byStance)
	const findKeywords = keywordReader(themes.filter(({ id }) => !learned.has(id)))
	const proposals = heard.flatMap((voice) => [
		...fromModel(voice, byTheme, trials?.unseen.get(voice.voiceId)).map((found) => ({
			...found,
			stance: stanceOf(voice),
		})),
		...fromKeywords(voice, findKeywords(voice.text), stanceOf),
	])
	return { report, themes: byTheme?.suggester ?? null, stances: byStance?.suggester ?? null, proposals }
}

type Learned = { examples: Examples; suggester: Suggester; labeller: Labeller }

function learn(
	voices: readonly Heard[],
	labels: readonly string[],
	labelsOf: (voice: Heard) => readonly string[],
): Learned {
	const examples: Examples = {
		rows: countFeatures(voices.map(({ text }) => text)),
		labels,
		applies: labels.map((label) => Uint8Array.from(voices, (voice) => (labelsOf(voice).includes(label) ? 1 : 0))),
		groups: voices.map(({ conversationId }) => conversationId),
	}
	const all = Uint32Array.from({ length: voices.length }, (_, row) => row)
	const suggester = suggesterOf(examples, fit(examples, all, SEED))
	return { examples, suggester, labeller: labellerOf(suggester) }
}

type TriedOut = {
	byTheme: Map<string, Trial[]>
	hitAt3: number
	/** Per voice the probability of each label, by a model that has seen nothing of its conversation. */
	unseen: Map<string, number[]>
}

/** Every contribution that was read, asked of a model that has seen nothing of its conversation. */
function tryOut(examples: Examples, read: readonly Heard[]): TriedOut | null {
	const folds = foldsFor(examples)
	if (folds === undefined) return null
	const probabilities = crossProbabilities(examples, { folds, seed: SEED })
	const byTheme = examples.labels.map((id, label) => {
		const trials = read.map(({ conversationId }, row) => ({
			group: conversationId,
			probability: probabilities[row]![label]!,
			isRight: examples.applies[label]![row] === 1,
		}))
		return [id, trials] as const
	})
	const truth = truthOf(examples)
	const told = truth.flatMap((labels, row) => (labels.length > 0 ? [{ labels, row }] : []))
	const hits = told.filter(({ labels, row }) => topThree(probabilities[row]!).some((label) => labels.includes(label)))
	return {
		byTheme: new Map(byTheme),
		hitAt3: hits.length / told.length,
		unseen: new Map(read.map(({ voiceId }, row) => [voiceId, probabilities[row]!])),
	}
}

function foldsFor({ groups }: Examples): number | undefined {
	const folds = Math.min(MOST_FOLDS, new Set(groups).size)
	return folds < 2 ? undefined : folds
}

function topThree(probabilities: readonly number[]): number[] {
	return [...probabilities.keys()].toSorted((one, other) => probabilities[other]! - probabilities[one]!).slice(0, 3)
}

function lineOf(trials: readonly Trial[] | undefined): Pick<ThemeReport, 'line'> & Partial<LineMeasure> {
	return trials ? settleLine(trials) : { line: UNMEASURED_LINE }
}

function overall(tried: TriedOut | null): Pick<SuggestingReport, 'isMeasured' | 'hitAt3' | 'precision' | 'recall'> {
	if (!tried) return { isMeasured: false, hitAt3: null, precision: null, recall: null }
	const each = [...tried.byTheme.values()].map((trials) => ({
		...settleLine(trials),
		there: trials.filter(({ isRight }) => isRight).length,
	}))
	const sum = (of: (one: (typeof each)[number]) => number) => each.reduce((total, one) => total + of(one), 0)
	const shown = sum((one) => one.shown)
	const right = sum((one) => one.shown * (one.precision ?? 0))
	return {
		isMeasured: true,
		hitAt3: tried.hitAt3,
		precision: shown > 0 ? right / shown : null,
		recall:
			right /
			Math.max(
				1,
				sum(({ there }) => there),
			),
	}
}

function learnStances(coded: readonly Heard[]): (Learned & { accuracy: number | null }) | null {
	const counts = new Map<Stance, number>()
	for (const { stances } of coded)
		for (const stance of new Set(stances)) counts.set(stance, (counts.get(stance) ?? 0) + 1)
	const labels = [...counts].filter(([, count]) => count >= FEWEST_EXAMPLES).map(([stance]) => stance)
	if (labels.length < 2) return null
	const plain = coded.filter(({ stances }) => stances[0] !== undefined && labels.includes(stances[0]))
	const learned = learn(plain, labels, ({ stances }) => stances.slice(0, 1))
	const folds = foldsFor(learned.examples)
	if (folds === undefined) return { ...learned, accuracy: null }
	const guesses = crossValidate(learned.examples, { folds, seed: SEED, several: false })
	return { ...learned, accuracy: measure(labels, truthOf(learned.examples), guesses).accuracy }
}

function stanceReader(learned: Learned | null): (voice: Heard) => Stance {
	return ({ text, stances }) => {
		if (stances[0]) return stances[0]
		if (!learned) return 'neutral'
		const { ranked, probabilities } = learned.labeller.suggest(text, { several: false })
		const best = ranked[0]!
		return probabilities[best]! >= 0.5 ? (learned.suggester.labels[best] as Stance) : 'neutral'
	}
}

/**
 * What was read is asked of the models of the cross-validation: the one that learned from it would only repeat what
 * people have found. So it tells what they may have overlooked.
 */
function fromModel(
	voice: Heard,
	learned: Learned | null,
	unseen: number[] | undefined,
): Omit<NewSuggestion, 'stance'>[] {
	if (!learned) return []
	const { labeller, suggester } = learned
	const probabilities = unseen ?? labeller.suggest(voice.text, { several: true }).probabilities
	return [...probabilities.keys()]
		.filter((label) => probabilities[label]! >= LEAST_PROBABILITY && !voice.themeIds.includes(suggester.labels[label]!))
		.toSorted((one, other) => probabilities[other]! - probabilities[one]!)
		.slice(0, MOST_PER_VOICE)
		.map((label) => ({
			voiceId: voice.voiceId,
			themeId: suggester.labels[label]!,
			probability: probabilities[label]!,
			because: tellingWords(labeller.reasonsFor(voice.text, label, 20)),
			isByKeyword: false,
		}))
}

/** Filler words pull, too, but explain nothing; they stand only where there is nothing else. */
function tellingWords(reasons: readonly Reason[]): string[] {
	const telling = reasons.filter(({ word }) => !STOP_WORDS.has(word.toLowerCase()))
	const strong = telling.filter(({ pull }) => pull >= (telling[0]?.pull ?? 0) * WEAKEST_REASON)
	return (strong.length > 0 ? strong : reasons).slice(0, MOST_WORDS).map(({ word }) => word)
}

/** Nothing is known about how often keywords are right; two are a better sign than one. */
function fromKeywords(voice: Heard, hits: readonly KeywordHit[], stanceOf: (voice: Heard) => Stance): NewSuggestion[] {
	return hits
		.filter(({ themeId }) => !voice.themeIds.includes(themeId))
		.map(({ themeId, words }) => ({
			voiceId: voice.voiceId,
			themeId,
			stance: stanceOf(voice),
			probability: words.length > 1 ? 0.6 : 0.4,
			because: words.slice(0, MOST_WORDS),
			isByKeyword: true,
		}))
		.toSorted((one, other) => other.probability - one.probability)
		.slice(0, MOST_PER_VOICE)
}
