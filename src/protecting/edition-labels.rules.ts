/**
 * Which label each quote of an edition carries in public. Pure.
 *
 * Source: reference on disclosure control, section 5. A label stands in an edition when enough people in town carry it, at
 * least three of those quoted do, and nobody is most of what it says; otherwise quotes climb to the next coarser label, and
 * above the coarsest they are told in our own words. One person's quotes never share a label finer than their group, so that
 * nobody can put them side by side, and what stood under one label in an earlier edition never stands under an unrelated one.
 */
import { minimumOf, type RoleDictionary } from './role-dictionary.rules.ts'
import { labelLadder, type LabelStep } from './role-label.rules.ts'

/** Voices that share a label in one edition, at least. */
export const FEWEST_VOICES = 3
/** What one person may say of all that stands under a label, and what two may. */
export const LARGEST_SHARE = 0.5
export const LARGEST_SHARE_OF_TWO = 0.85
/** Stances under one label on a theme marked as sensitive, at least: else the label tells where somebody stands. */
export const FEWEST_STANCES = 2

/** In the order in which they are printed. */
export type QuoteToLabel = {
	id: string
	speakerId: string
	/** The contribution it is from: two quotes of the same one are recognised as one person's. */
	voiceId: string
	/** As the team chose it when it cleared the quote. */
	wished: string
	roleSlug: string | null
	/** The person agreed to be named with their office, and the team wants it so: the wished label stands as it is. */
	isWithOffice: boolean
	/** Passages marked as sensitive: the theme and where the person stands on it. */
	sensitive: { theme: string; stance: string } | null
}

/** A quote of an earlier edition. */
export type EarlierQuote = Pick<QuoteToLabel, 'speakerId' | 'voiceId'> & { label: string }

export type ClimbReason =
	| 'too-few-people'
	| 'too-few-voices'
	| 'one-voice-too-often'
	| 'two-voices-too-often'
	| 'links-quotes'
	| 'one-stance'
	| 'other-label-before'

export type Climb = { from: string; because: ClimbReason }

export type LabelledQuote = {
	id: string
	/** Null when no label may stand under it: only a paraphrase may be printed. */
	label: string | null
	isWithOffice: boolean
	/** Every label it could not carry, from the wished one upwards. */
	climbs: Climb[]
}

/** Labels for all quotes of an edition, in their order. The same quotes always get the same labels. */
export function labelEdition(
	dictionary: RoleDictionary,
	quotes: readonly QuoteToLabel[],
	earlier: readonly EarlierQuote[] = [],
): LabelledQuote[] {
	const climbing = quotes.filter(({ isWithOffice }) => !isWithOffice).map((quote, at) => startOf(dictionary, quote, at))
	const history = historyOf(dictionary, climbing, earlier)
	for (const quote of climbing) skipForbidden(quote, minimumOf(dictionary), history)
	for (let label = finestUnsettled(climbing, new Set()), settled = new Set<string>(); label !== null;) {
		settle(
			climbing.filter((quote) => labelOf(quote) === label),
			minimumOf(dictionary),
			history,
		)
		label = finestUnsettled(climbing, settled.add(label))
	}
	const found = new Map(climbing.map((quote) => [quote.id, quote]))
	return quotes.map(({ id, wished, isWithOffice }) => {
		const quote = found.get(id)
		return { id, label: quote ? labelOf(quote) : wished, isWithOffice, climbs: quote?.climbs ?? [] }
	})
}

type Climbing = QuoteToLabel & { at: number; ladder: LabelStep[]; step: number; climbs: Climb[] }

function startOf(dictionary: RoleDictionary, quote: QuoteToLabel, at: number): Climbing {
	return { ...quote, at, ladder: labelLadder(dictionary, quote.wished, quote.roleSlug), step: 0, climbs: [] }
}

function labelOf(quote: Climbing): string | null {
	return quote.ladder[quote.step]?.label ?? null
}

/** Climbs one step, and past every step that is forbidden whoever else stands there. */
function climb(quote: Climbing, because: ClimbReason, minimum: number, history: History) {
	const from = labelOf(quote)
	if (from !== null) quote.climbs.push({ from, because })
	quote.step++
	skipForbidden(quote, minimum, history)
}

function skipForbidden(quote: Climbing, minimum: number, history: History) {
	for (let step = quote.ladder[quote.step]; step; step = quote.ladder[quote.step]) {
		const because = step.population < minimum ? 'too-few-people' : history.forbids(quote, step)
		if (!because) return
		quote.climbs.push({ from: step.label, because })
		quote.step++
	}
}

/** The label furthest from the top that has not been looked at; coarser ones wait for what climbs to them. */
function finestUnsettled(quotes: readonly Climbing[], settled: ReadonlySet<string>): string | null {
	let finest: { label: string; height: number } | null = null
	for (const quote of quotes) {
		const label = labelOf(quote)
		if (label === null || settled.has(label)) continue
		const height = quote.ladder.length - quote.step
		if (!finest || height > finest.height || (height === finest.height && label < finest.label))
			finest = { label, height }
	}
	return finest?.label ?? null
}

/** Leaves as many quotes under a label as its rules allow; the others climb. */
function settle(quotes: readonly Climbing[], minimum: number, history: History) {
	const reasons = new Map<Climbing, ClimbReason>()
	let kept = quotes.toSorted((one, other) => history.stoodThere(other) - history.stoodThere(one) || one.at - other.at)
	for (let found = violationIn(kept); found; found = violationIn(kept)) {
		for (const quote of found.quotes) reasons.set(quote, found.because)
		kept = kept.filter((quote) => !reasons.has(quote))
	}
	// Taking several away may have made room for one of them again.
	for (const quote of [...reasons.keys()].toSorted((one, other) => one.at - other.at)) {
		if (violationIn([...kept, quote])) continue
		kept = [...kept, quote]
		reasons.delete(quote)
	}
	for (const [quote, because] of reasons) climb(quote, because, minimum, history)
}

type Violation = { because: ClimbReason; quotes: Climbing[] }

/** The first rule the quotes under one label break, and which of them would have to go. */
function violationIn(quotes: readonly Climbing[]): Violation | null {
	const [first] = quotes
	if (!first) return null
	return oneStance(quotes) ?? (first.ladder[first.step]!.isGroup ? null : linkedQuotes(quotes)) ?? tooMuchOfOne(quotes)
}

function oneStance(quotes: readonly Climbing[]): Violation | null {
	const sensitive = quotes.filter(({ sensitive: marked }) => marked !== null)
	for (const about of Map.groupBy(sensitive, ({ sensitive: marked }) => marked!.theme).values()) {
		const stances = new Set(about.map(({ sensitive: marked }) => marked!.stance))
		const people = new Set(about.map(({ speakerId }) => speakerId))
		if (stances.size < FEWEST_STANCES || people.size < FEWEST_STANCES) return { because: 'one-stance', quotes: about }
	}
	return null
}

function linkedQuotes(quotes: readonly Climbing[]): Violation | null {
	const repeated = quotes.filter(({ speakerId }, at) => quotes.findIndex((one) => one.speakerId === speakerId) !== at)
	return repeated.length > 0 ? { because: 'links-quotes', quotes: repeated } : null
}

function tooMuchOfOne(quotes: readonly Climbing[]): Violation | null {
	const voices = [...Map.groupBy(quotes, ({ speakerId }) => speakerId).values()].toSorted(
		(one, other) => other.length - one.length || one[0]!.at - other[0]!.at,
	)
	if (voices.length < FEWEST_VOICES) return { because: 'too-few-voices', quotes: [...quotes] }
	const [most, second] = voices as [Climbing[], Climbing[]]
	if (most.length > quotes.length * LARGEST_SHARE) return { because: 'one-voice-too-often', quotes: [most.at(-1)!] }
	if (most.length + second.length > quotes.length * LARGEST_SHARE_OF_TWO)
		return { because: 'two-voices-too-often', quotes: [most.at(-1)!] }
	return null
}

type History = {
	forbids(quote: Climbing, step: LabelStep): ClimbReason | null
	/** 1 when this contribution stood under this label before. */
	stoodThere(quote: Climbing): 0 | 1
}

/**
 * What readers may have kept: the same words under two unrelated labels would join both, and so would a second
 * contribution of one person under a fine label.
 */
function historyOf(dictionary: RoleDictionary, quotes: readonly Climbing[], earlier: readonly EarlierQuote[]): History {
	const ladders = new Map<string, ReadonlySet<string>>()
	const upFrom = (label: string) =>
		ladders.getOrInsertComputed(label, () => new Set(labelLadder(dictionary, label, null).map((step) => step.label)))
	const ofVoice = Map.groupBy(earlier, ({ voiceId }) => voiceId)
	const ofSpeaker = Map.groupBy(earlier, ({ speakerId }) => speakerId)
	const firstWished = new Map<string, string>()
	for (const { voiceId, ladder } of quotes)
		if (ladder[0] && !firstWished.has(voiceId)) firstWished.set(voiceId, ladder[0].label)
	const areRelated = (one: string, other: string) => upFrom(one).has(other) || upFrom(other).has(one)
	return {
		forbids({ voiceId, speakerId }, { label, isGroup }) {
			const known = [...(ofVoice.get(voiceId) ?? []).map((before) => before.label), firstWished.get(voiceId) ?? label]
			if (!known.every((other) => areRelated(label, other))) return 'other-label-before'
			const told = (ofSpeaker.get(speakerId) ?? []).some(
				(before) => before.voiceId !== voiceId && before.label === label,
			)
			return told && !isGroup ? 'links-quotes' : null
		},
		stoodThere: (quote) => ((ofVoice.get(quote.voiceId) ?? []).some(({ label }) => label === labelOf(quote)) ? 1 : 0),
	}
}
