/** Compounds taken apart, so that "Schule" finds "Gemeinschaftsschule" – and "Eis" does not find "Preis". Pure. */
import { PARTS, COMMON_PARTS } from './german-parts.ts'
import { stemOf } from './german-stem.rules.ts'

const SHORTEST_PART = 3
/** Up to so many letters a part counts only in a form that is on the list: "ent-" is no "Ente". */
const SHORT_PART = 4
/** A compound has at least as many letters: below, too much would be found in words that are none. */
const SHORTEST_COMPOUND = 6

const partForms = new Set(`${COMMON_PARTS} ${PARTS}`.split(/\s+/))
const partStems = new Set([...partForms].map(stemOf))

function stems(words: string): Set<string> {
	return new Set(words.split(/\s+/).map(stemOf))
}

/** Whether a stem is one that German compounds are commonly made of. */
export function isCommonPart(stem: string): boolean {
	return partStems.has(stem)
}

/** What may stand between two parts and belongs to neither. */
const LINKS = ['', 's', 'es', 'n', 'en', 'er', 'e', 'ns', 'ens'] as const

/** Endings that make words of words and are no part themselves. */
const SUFFIX =
	/^(?:(?:schaft|heit|keit|ung|lich|isch|bar|sam|haft|los|voll|reich|arm|tum)(?:e[mnrs]?|en|s)?|innen|chen|lein|ling|nis|ner|ler|rinnen?|tisch(?:e[mnrs]?)?)$/

/** Compounds by their letters that nobody hears as such any more: a "Halt" is not what a "Haushalt" is about. */
const HEARD_AS_ONE =
	stems(`haushalt gegenstand handwerk handwerker hochzeit frühstück augenblick buchstabe standpunkt freizeit
	bundesland abschnitt durchschnitt rücksicht vorsicht übersicht verein umwelt wirtschaft zeitung meinung leitung angebot
	grundsatz hauptsache mitarbeit niederlage fortschritt rückmeldung wettbewerb zusatz ursache maßnahme aufwand monitor
	unterlage seltsam langsam mehrheit minderheit allerdings gesamtheit vorteil nachteil gegenteil urteil beruf ministerium
	handeln kundgebung feststellung freistellung sonderbar grundlage weltweit buchung testament arbeiter gegenwart holland england einzelne`)

/**
 * The parts of a compound as they stand in it, first to last, without the letters that join them: `ganztagsgrundschule` →
 * `ganztags`, `grundschule`. One entry, the word itself, when it is none.
 *
 * `isKnown` gets a stem (`stemOf`). Of several ways the one with the fewest parts wins, then the one with the longest
 * last part: that is what the word is about. When nobody knows what stands in front ("Beuelbrücke"), a long part at the
 * end is enough.
 */
export function splitCompound(word: string, isKnown: (stem: string) => boolean = isCommonPart): string[] {
	const whole = word.toLowerCase()
	const lower = masculine(whole)
	if (lower.length < SHORTEST_COMPOUND || lower.length > 60 || /[^\p{L}]/u.test(lower)) return [whole]
	if (HEARD_AS_ONE.has(stemOf(lower))) return [whole]
	return bestSplit(lower, isKnown, new Map()) ?? headOnly(lower, isKnown) ?? [whole]
}

/** Bürgermeisterinnen are not made of gutters ("Rinnen"). */
function masculine(word: string): string {
	return word.replace(/(?<=.{4}er)in(?:nen)?$/, '')
}

/** Last parts that are believed whatever stands before them: names of streets and places are on no list. */
const SURE_HEADS =
	stems(`weg straße platz gasse brücke allee ufer park schule kirche halle haus markt garten bahn verkehr spur
	insel fahrbahn viertel stadt dorf zentrum verein gebiet konzept anlage steg hof bach wald siedlung turm heim laden treff
	museum verband verwaltung gesetz steuer gruppe projekt programm plan preis kosten zahl zeit raum`)
/** Letters that must stand before. */
const UNKNOWN_FRONT = 4

function headOnly(word: string, isKnown: (stem: string) => boolean): string[] | undefined {
	if (isKnown(stemOf(word))) return undefined
	for (let at = UNKNOWN_FRONT; at <= word.length - SHORTEST_PART; at++) {
		const [front, head] = [word.slice(0, at), word.slice(at)]
		if (SURE_HEADS.has(stemOf(head)) && /[aeiouäöüy].*[^aeiouäöü]/.test(front) && mayJoin(front, head))
			return [front, head]
	}
	return undefined
}

/** Endings of participles and adverbs look like words: "folgend" is no "Ende", "üblicherweise" no "Weise". */
function mayJoin(front: string, head: string): boolean {
	if (head.startsWith('end')) return /^endes?$/.test(head) && /(?:s|[^dlrt]en)$/.test(front)
	if (head.startsWith('weise')) return !front.endsWith('er')
	return !SUFFIX.test(head)
}

function bestSplit(
	rest: string,
	isKnown: (stem: string) => boolean,
	tried: Map<string, string[] | undefined>,
): string[] | undefined {
	if (tried.has(rest)) return tried.get(rest)
	let best: string[] | undefined
	for (let at = rest.length - SHORTEST_PART; at >= SHORTEST_PART; at--) {
		const behind = rest.slice(at)
		if (!mayJoin(rest.slice(0, at), behind)) continue
		const front = frontPart(rest.slice(0, at), isKnown)
		if (!front) continue
		const tail = isWhole(behind, isKnown) ? [behind] : bestSplit(behind, isKnown, tried)
		if (tail && (!best || isBetter([front, ...tail], best))) best = [front, ...tail]
	}
	tried.set(rest, best)
	return best
}

function isBetter(one: string[], other: string[]): boolean {
	if (one.length !== other.length) return one.length < other.length
	return one.at(-1)!.length > other.at(-1)!.length
}

/** A part in front, without what joins it to the next. */
function frontPart(letters: string, isKnown: (stem: string) => boolean): string | undefined {
	for (const link of LINKS) {
		if (!letters.endsWith(link)) continue
		const part = letters.slice(0, letters.length - link.length)
		if (isWhole(part, isKnown)) return part
	}
	return undefined
}

function isWhole(part: string, isKnown: (stem: string) => boolean): boolean {
	if (part.length < SHORTEST_PART || !isKnown(stemOf(part))) return false
	return part.length > SHORT_PART || isKnown !== isCommonPart || partForms.has(part)
}

/**
 * The stems of what a compound is made of, also of parts that are compounds themselves: `ganztagsgrundschule` →
 * `ganztag`, `grundschul`, `grund`, `schul`. Empty when it is none.
 */
export function partStemsOf(word: string): readonly string[] {
	const before = knownParts.get(word)
	if (before) return before
	const found = new Set<string>()
	collectParts(word, found)
	found.delete(stemOf(word))
	const parts = [...found]
	if (knownParts.size >= MOST_KNOWN) knownParts.clear()
	knownParts.set(word, parts)
	return parts
}

const knownParts = new Map<string, readonly string[]>()
const MOST_KNOWN = 50_000

function collectParts(word: string, found: Set<string>) {
	const parts = splitCompound(word)
	if (parts.length === 1) return
	for (const [at, part] of parts.entries()) {
		found.add(stemOf(part))
		// "grundschule" of "ganztags-grund-schule" is a word, too.
		if (at > 0 && at < parts.length - 1) found.add(stemOf(word.slice(word.lastIndexOf(parts.slice(at)[0]!))))
		collectParts(part, found)
	}
}
