/**
 * What in a quote's own words may still tell who spoke, or of whom: names, days, sums, other people, illnesses, a way of
 * talking. A label protects nobody whose sentence gives them away. Pure; a person decides about each.
 */
import { findNames, type Certainty, type Gazetteer, type NameFinding, type NameKind } from './find-names.rules.ts'
import { readWords } from './name-words.rules.ts'
import { ownPeople } from './uniqueness.rules.ts'

/** Why somebody should look. `someone-else`: speaks of a third person; `only-one`: nobody else in town can say so. */
export type QuoteReason =
	| 'name'
	| 'date'
	| 'number'
	| 'someone-else'
	| 'only-one'
	| 'own-firm'
	| 'illness'
	| 'way-of-talking'

export type QuoteWarning = {
	/** Code points of the wording, half-open. */
	start: number
	end: number
	words: string
	reason: QuoteReason
	kind: NameKind | null
	certainty: Certainty
	/** What may stand there instead, as a marked replacement; null where only other words help. */
	suggestion: string | null
}

/** In the order of the words. Marks that are there already (`[…]`, `[Verein]`) are left alone. */
export function judgeQuoteText(wording: string, gazetteer: Gazetteer): QuoteWarning[] {
	const marks = spansOf(wording, /\[[^\][\n]{1,40}\]/gu)
	const found = [
		...findNames(wording, gazetteer).map(warningOf),
		...spansOf(wording, ILLNESS).map(
			(span) => ({ ...span, reason: 'illness', kind: null, certainty: 'cue', suggestion: '[Krankheit]' }) as const,
		),
		...spansOf(wording, OF_OTHERS).map(
			(span) => ({ ...span, reason: 'someone-else', kind: null, certainty: 'cue', suggestion: '[jemand]' }) as const,
		),
		...wayOfTalking(wording),
	]
	const free = found.filter((one) => !marks.some((mark) => overlap(one, mark)))
	return free
		.filter((one, at) => !free.some((other, index) => index < at && overlap(one, other)))
		.toSorted((one, other) => one.start - other.start)
}

function warningOf(finding: NameFinding): QuoteWarning {
	const { start, end, text, kind, certainty, ending } = finding
	const reason = reasonOf(finding)
	const suggestion = reason === 'only-one' ? '[…]' : `[${SUGGESTED[kind]}]${ending === 'in' ? '' : ending}`
	return {
		start,
		end,
		words: text,
		reason,
		kind,
		certainty,
		suggestion: reason === 'someone-else' ? '[jemand aus der Familie]' : suggestion,
	}
}

function reasonOf({ kind, text }: NameFinding): QuoteReason {
	if (kind === 'date' || kind === 'number') return kind
	if (kind !== 'unique') return 'name'
	if (ownPeople(text)) return 'someone-else'
	return /\b(?:einzig|erst|letzt)/i.test(text) ? 'only-one' : 'own-firm'
}

/** Comparable words, without numbers: a single quote has no second person to tell apart. */
const SUGGESTED: Record<NameKind, string> = {
	person: 'Name',
	place: 'Ort',
	street: 'Straße',
	association: 'Verein',
	firm: 'Betrieb',
	school: 'Schule',
	office: 'Amt',
	phone: 'Telefonnummer',
	mail: 'Mailadresse',
	iban: 'Kontonummer',
	plate: 'Kennzeichen',
	date: 'Zeitangabe',
	address: 'Adresse',
	web: 'Internetadresse',
	number: 'Zahl',
	unique: 'Betrieb',
}

const ILLNESS =
	/(?<!\p{L})(?:(?:brust|darm|lungen|haut|prostata|blut|magen)?krebs|tumor|leukämie|chemo(?:therapie)?|depression(?:en)?|depressiv|burn-?out|demenz|dement|alzheimer|parkinson|multiple sklerose|epilepsie|schlaganfall|herzinfarkt|diabetes|zuckerkrank|rheuma|asthma|autis(?:mus|tisch)|adhs|schizophren(?:ie)?|psychose|psychiatrie|psychisch krank|suizid|selbstmord|sucht(?:krank)?|alkoholi(?:ker|kerin|sch)|alkoholsüchtig|drogenabhängig|entzug|hiv|aids|schwanger|fehlgeburt|abtreibung|behindert|behinderung|schwerbehindert|pflegegrad|pflegestufe|rollstuhl|querschnittsgelähmt|blind|taub|gehörlos|bipolar|magersucht|bulimie|dialyse|long covid)(?!\p{L})/giu

/** `seine Frau`, `dem sein Bruder`, `deren Tochter`. */
const OF_OTHERS =
	/(?<!\p{L})(?:seine?[mnr]?|ihre?[mnr]?|deren|dessen) (?:\p{L}{3,14}e[nrm]? )?(?:frau|mann|tochter|töchter|sohn|söhne|bruder|schwester|mutter|vater|eltern|schwager|schwägerin|schwiegermutter|schwiegervater|exfrau|exmann|ex-frau|ex-mann|freundin|witwe|witwer|enkel|enkelin)(?!\p{L})/giu

const DIALECT =
	/(?<!\p{L})(?:isch|net|ned|nimmer|nimma|mir san|mia san|hob|hod|hots|ham mir|woaß|woass|koa|koane|oiwei|fei|gell|gelle|halt a|no net|scho|schee|weng|bissle|bissl|mei|dös|des isch|gsagt|gwesn|g'wesen|dat|wat|ick|icke|keen|keene|nich|nüscht|jut|jibt|jesacht|uns oll|dor|weer|hett|hebbt|nix|ooch|och|mer|mir ham|ebbes|eppes|uff|druff|babbeln|schwätze|schwätzet|gschwätzt|zammen|daheeme|moin)(?!\p{L})/giu

/** Two different words of a dialect and more: whoever knows the speaker hears them. */
function wayOfTalking(wording: string): QuoteWarning[] {
	const said = spansOf(wording, DIALECT)
	const different = new Set(said.map(({ words }) => words.toLowerCase()))
	if (different.size < 2 || readWords(wording).length > different.size * 20) return []
	const { start, end, words } = said[0]!
	return [{ start, end, words, reason: 'way-of-talking', kind: null, certainty: 'cue', suggestion: null }]
}

type Span = { start: number; end: number; words: string }

function spansOf(text: string, pattern: RegExp): Span[] {
	return Array.from(text.matchAll(pattern), ({ 0: words, index }) => {
		const start = [...text.slice(0, index)].length
		return { start, end: start + [...words].length, words }
	})
}

function overlap(one: { start: number; end: number }, other: { start: number; end: number }): boolean {
	return one.start < other.end && other.start < one.end
}
