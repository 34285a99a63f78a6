/** From what a team has coded to proposals for everything that was said. Pure, and slow enough to need a thread of its own. */
import { partStemsOf } from '#listening/german-compounds.rules.ts'
import { stemOf } from '#listening/german-stem.rules.ts'
import { wordsOf } from '#listening/german-words.rules.ts'
import type { Stance } from '../tables.ts'
import { crossValidate, truthOf } from './cross-validation.rules.ts'
import { fit, type Examples } from './fitting.rules.ts'
import { measure, type LabelMeasure } from './measures.rules.ts'
import { labellerOf, suggesterOf, type Labeller, type Suggester } from './suggester.rules.ts'
import { countFeatures, type Columns } from './text-rows.rules.ts'

/** A contribution: its title, its words, and what people have said it is about. */
export type Heard = {
	voiceId: string
	conversationId: string
	text: Columns
	/** Empty while nobody has coded it. */
	themeIds: string[]
	stances: Stance[]
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

export type ThemeReport = { examples: number; isLearned: boolean } & Partial<LabelMeasure>

/** Honest quality, measured on conversations the model had not seen; `null` where there are too few of them. */
export type SuggestingReport = {
	examples: number
	conversations: number
	isMeasured: boolean
	hitAt3: number | null
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
/** From here on somebody may want to see it: below half, it teaches more than it tells. */
const LEAST_PROBABILITY = 0.2
const MOST_PER_VOICE = 4
const MOST_FOLDS = 5
const SEED = 42

export function propose(heard: readonly Heard[], themes: readonly KnownTheme[]): Proposed {
	const coded = heard.filter(({ themeIds }) => themeIds.length > 0)
	const counts = new Map<string, number>()
	for (const { themeIds } of coded) for (const id of themeIds) counts.set(id, (counts.get(id) ?? 0) + 1)
	const learnable = themes.filter(({ id }) => (counts.get(id) ?? 0) >= FEWEST_EXAMPLES).map(({ id }) => id)
	const byTheme = learnable.length > 0 ? learn(coded, learnable, ({ themeIds }) => themeIds, true) : null
	const byStance = learnStances(coded)
	const learned = new Set(learnable)
	const report: SuggestingReport = {
		examples: coded.length,
		conversations: new Set(coded.map(({ conversationId }) => conversationId)).size,
		isMeasured: Boolean(byTheme?.measured),
		hitAt3: byTheme?.measured?.hitAt3 ?? null,
		themes: Object.fromEntries(
			themes.map(({ id }) => [
				id,
				{ examples: counts.get(id) ?? 0, isLearned: learned.has(id), ...byTheme?.measured?.labels[id] },
			]),
		),
		stanceAccuracy: byStance?.measured?.accuracy ?? null,
	}
	const stanceOf = stanceReader(byStance)
	const fromKeywords = keywordReader(themes.filter(({ id }) => !learned.has(id)))
	const proposals = heard.flatMap((voice) => [
		...fromModel(voice, byTheme, stanceOf),
		...fromKeywords(voice).map((found) => ({ ...found, stance: stanceOf(voice) })),
	])
	return { report, themes: byTheme?.suggester ?? null, stances: byStance?.suggester ?? null, proposals }
}

type Learned = { suggester: Suggester; labeller: Labeller; measured: ReturnType<typeof measure> | null }

function learn(
	coded: readonly Heard[],
	labels: readonly string[],
	labelsOf: (voice: Heard) => readonly string[],
	several: boolean,
): Learned {
	const examples: Examples = {
		rows: countFeatures(coded.map(({ text }) => text)),
		labels,
		applies: labels.map((label) => Uint8Array.from(coded, (voice) => (labelsOf(voice).includes(label) ? 1 : 0))),
		groups: coded.map(({ conversationId }) => conversationId),
	}
	const all = Uint32Array.from({ length: coded.length }, (_, row) => row)
	const suggester = suggesterOf(examples, fit(examples, all, SEED))
	const folds = Math.min(MOST_FOLDS, new Set(examples.groups).size)
	const guesses = folds < 2 ? null : crossValidate(examples, { folds, seed: SEED, several })
	return {
		suggester,
		labeller: labellerOf(suggester),
		measured: guesses && measure(labels, truthOf(examples), guesses),
	}
}

function learnStances(coded: readonly Heard[]): Learned | null {
	const counts = new Map<Stance, number>()
	for (const { stances } of coded)
		for (const stance of new Set(stances)) counts.set(stance, (counts.get(stance) ?? 0) + 1)
	const labels = [...counts].filter(([, count]) => count >= FEWEST_EXAMPLES).map(([stance]) => stance)
	const plain = coded.filter(({ stances }) => stances[0] !== undefined && labels.includes(stances[0]))
	return labels.length < 2 ? null : learn(plain, labels, ({ stances }) => stances.slice(0, 1), false)
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

function fromModel(voice: Heard, learned: Learned | null, stanceOf: (voice: Heard) => Stance): NewSuggestion[] {
	if (!learned) return []
	const { labeller, suggester } = learned
	const { ranked, probabilities } = labeller.suggest(voice.text, { several: true })
	return ranked
		.filter((label) => probabilities[label]! >= LEAST_PROBABILITY && !voice.themeIds.includes(suggester.labels[label]!))
		.slice(0, MOST_PER_VOICE)
		.map((label) => ({
			voiceId: voice.voiceId,
			themeId: suggester.labels[label]!,
			stance: stanceOf(voice),
			probability: probabilities[label]!,
			because: labeller.reasonsFor(voice.text, label).map(({ word }) => word),
			isByKeyword: false,
		}))
}

/** Keywords meet words by their stems, inside of compounds too: "Schule" in "Gemeinschaftsschule". */
function keywordReader(themes: readonly KnownTheme[]): (voice: Heard) => Omit<NewSuggestion, 'stance'>[] {
	const wanted = new Map<string, Set<string>>()
	for (const { id, keywords } of themes) {
		for (const { word } of keywords.flatMap(wordsOf)) {
			const stem = stemOf(word)
			wanted.set(stem, (wanted.get(stem) ?? new Set()).add(id))
		}
	}
	if (wanted.size === 0) return () => []
	return ({ voiceId, text, themeIds }) => {
		const found = new Map<string, Set<string>>()
		for (const { word } of text.flatMap((part) => wordsOf(part))) {
			for (const stem of [stemOf(word), ...partStemsOf(word)]) {
				for (const id of wanted.get(stem) ?? []) found.set(id, (found.get(id) ?? new Set()).add(word))
			}
		}
		return [...found]
			.filter(([id]) => !themeIds.includes(id))
			.map(([themeId, words]) => ({
				voiceId,
				themeId,
				// Nothing is known about how often keywords are right; two are a better sign than one.
				probability: words.size > 1 ? 0.6 : 0.4,
				because: [...words].slice(0, 5),
				isByKeyword: true,
			}))
			.toSorted((one, other) => other.probability - one.probability)
			.slice(0, MOST_PER_VOICE)
	}
}
