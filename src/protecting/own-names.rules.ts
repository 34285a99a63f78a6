/** The municipality's own names in a text: villages, streets, associations, firms, schools, with their endings. Pure. */
import type { Found, Gazetteer, NameKind, OwnName } from './find-names.rules.ts'
import { foldName, readWords, type Gap, type Word } from './name-words.rules.ts'

type Variant = { kind: NameKind; words: string[] }

/** People are looked for by their surnames, see `person-names.rules.ts`. */
export function findOwnNames(text: string, words: readonly Word[], { own, surnames, firstNames }: Gazetteer): Found[] {
	const variants = indexed(own, (word) => surnames.has(word) || firstNames.has(word))
	if (variants.size === 0) return []
	const lookUp = byStem(variants)
	const found: Found[] = []
	for (let at = 0; at < words.length; at++) {
		const match = longestAt(words, at, lookUp)
		if (!match) continue
		const { kind, count, ending } = match
		const first = kind === 'place' ? hyphenatedStart(words, at) : at
		const last = words[at + count - 1]!
		const end = kind === 'place' ? last.end : afterLegalForm(words, at + count - 1, last.end)
		const raw = text.slice(words[first]!.start, end)
		found.push({
			start: words[first]!.start,
			end,
			kind,
			certainty: words[at]!.isCapital ? 'certain' : 'likely',
			isOwn: true,
			base: raw.slice(0, raw.length - ending.length),
			ending: raw.slice(raw.length - ending.length),
		})
		at += count - 1
	}
	return found
}

/** Words so common in every town that they name none. */
const COMMON = new Set(
	'kernstadt altstadt innenstadt zentrum ortskern stadtmitte mitte dorf stadt gemeinde bauamt verwaltung rathaus schule kirche verein feuerwehr freibad bad markt marktplatz bahnhof friedhof sportplatz hauptstrasse'.split(
		' ',
	),
)

/** By the stem of the first word. */
function indexed(own: readonly OwnName[], isPersonName: (word: string) => boolean): Map<string, Variant[]> {
	const variants = new Map<string, Variant[]>()
	for (const { kind, name } of own) {
		if (kind === 'person') continue
		for (const words of waysToSay(name, kind, isPersonName)) {
			if (words.length === 1 && (COMMON.has(words[0]!) || words[0]!.length < 3)) continue
			const stem = stemOf(words[0]!)
			const there = variants.get(stem)
			if (there) there.push({ kind, words })
			else variants.set(stem, [{ kind, words }])
		}
	}
	for (const there of variants.values()) there.sort((one, other) => other.words.length - one.words.length)
	return variants
}

const LEGAL_FORMS = new Set(['ev', 'e', 'v', 'gmbh', 'kg', 'mbh', 'eg', 'ag', 'gbr', 'ohg', 'ug', 'co', 'ggmbh'])

const KINDS_OF_BODIES =
	/(?:verein|club|klub|chor|kapelle|firma|baeckerei|metzgerei|fleischerei|schreinerei|tischlerei|gasthof|gasthaus|gaststaette|wirtshaus|hotel|cafe|apotheke|praxis|autohaus|grundschule|schule|gymnasium|kita|kindergarten|sv|tsv|fc|tus|vfb|vfl|sc|tv|sg|spvgg)$/

const PROUD_NAMES =
	/^(?:rot|blau|gruen|gelb|schwarz|weiss|eintracht|harmonie|concordia|germania|teutonia|frohsinn|edelweiss|liederkranz|borussia|fortuna|viktoria|victoria|hubertus|alemannia|arminia|saxonia|hassia|cheruskia|union|adler|falke|tell|lyra|saengerlust)$/

/** The full name, without its legal form, and the proud part alone: `Sportverein Rot-Weiß e. V.` → `Rot-Weiß`. */
function waysToSay(name: string, kind: NameKind, isPersonName: (word: string) => boolean): string[][] {
	const all = readWords(name).map(({ folded }) => folded)
	if (all.length === 0) return []
	if (kind === 'street') return all.at(-1) === 'str' ? [all, [...all.slice(0, -1), 'strasse']] : streetWays(all)
	const bare = all.slice(0, lastOf(all) + 1)
	if (kind === 'place' || bare.length < 2 || !KINDS_OF_BODIES.test(bare[0]!)) return [bare]
	const rest = bare.slice(1)
	const proud = rest.slice(0, rest.findIndex((word) => !PROUD_NAMES.test(word)) >>> 0)
	const isInn =
		rest.length > 1 && /^(?:gasthof|gasthaus|gaststaette|wirtshaus|hotel|cafe|restaurant|hof)$/.test(bare[0]!)
	const isSpeaking = isInn || (kind === 'firm' && rest.every((word) => isPersonName(word) && word.length > 3))
	return [bare, ...(proud.length > 0 ? [proud, [bare[0]!, ...proud]] : []), ...(isSpeaking ? [rest] : [])]
}

function streetWays(all: string[]): string[][] {
	const last = all.at(-1)!
	return last.endsWith('strasse') ? [all, [...all.slice(0, -1), last.replace(/asse$/, '')]] : [all]
}

function lastOf(all: string[]): number {
	let last = all.length - 1
	while (last > 0 && LEGAL_FORMS.has(all[last]!)) last--
	return last
}

function longestAt(words: readonly Word[], at: number, lookUp: (folded: string) => readonly Variant[]) {
	const word = words[at]!
	for (const { kind, words: said } of lookUp(word.folded)) {
		const ending = matches(words, at, said)
		if (ending === null) continue
		if (said.length === 1 && !word.isCapital && said[0]!.length < 6) continue
		return { kind, count: said.length, ending }
	}
	return null
}

/** `Krähwiesener` is two endings away from the stem of `Krähwiesen`. Each word is worked out once. */
function byStem(variants: Map<string, Variant[]>): (folded: string) => readonly Variant[] {
	const known = new Map<string, readonly Variant[]>()
	return (folded) => {
		const there = known.get(folded)
		if (there) return there
		const stem = stemOf(folded)
		const further = stemOf(stem)
		const found = [...(variants.get(stem) ?? []), ...(further === stem ? [] : (variants.get(further) ?? []))]
		known.set(folded, found)
		return found
	}
}

/** Names are also written with commas, full stops and quotation marks inside. */
const JOINS: ReadonlySet<Gap> = new Set(['space', 'hyphen', 'sentence', 'comma', 'other'])

/** The ending of the last word, or null when the words differ. Inner words may be inflected: `in der Alten Mühle`. */
function matches(words: readonly Word[], at: number, said: readonly string[]): string | null {
	for (let i = 0; i < said.length - 1; i++) {
		const word = words[at + i]
		if (!word || (i > 0 && !JOINS.has(word.gap))) return null
		if (word.folded !== said[i] && stemOf(word.folded) !== stemOf(said[i]!)) return null
	}
	const last = words[at + said.length - 1]
	if (!last || (said.length > 1 && !JOINS.has(last.gap))) return null
	return endingOf(last.folded, said.at(-1)!)
}

const ENDINGS = new Set([
	'',
	's',
	'es',
	'n',
	'en',
	'er',
	'ern',
	'ers',
	'erin',
	'erinnen',
	'sche',
	'schen',
	'scher',
	'sches',
])

/** `Oberlohe` + `r` = `Oberloher`; `Krähwiesen` → `Krähwiesener`, `Krähwieser`. */
function endingOf(folded: string, name: string): string | null {
	if (folded === name) return ''
	for (const stem of [name, name.replace(/e$/, ''), name.replace(/en$/, '')]) {
		const ending = folded.slice(stem.length)
		if (folded.startsWith(stem) && ENDINGS.has(ending) && (stem === name || ending.startsWith('er'))) return ending
	}
	return null
}

function stemOf(folded: string): string {
	return folded.length > 3
		? folded.replace(/(?:erinnen|erin|ens|ern|ers|en|em|er|es|schen|scher|sches|sche|e|n|s)$/, '')
		: folded
}

/** `Birkenrode-Oberdorf` is one place. */
function hyphenatedStart(words: readonly Word[], at: number): number {
	let first = at
	while (first > 0 && words[first]!.gap === 'hyphen' && words[first - 1]!.isCapital) first--
	return first
}

function afterLegalForm(words: readonly Word[], last: number, end: number): number {
	let reach = end
	for (let at = last + 1; at < words.length && at < last + 4; at++) {
		const word = words[at]!
		if (!LEGAL_FORMS.has(word.folded) || word.start - reach > 3) break
		reach = word.end
	}
	return reach
}

/** Surnames on the municipality's own list, folded: of office holders without their titles, of firms' owners. */
export function ownSurnames(own: readonly OwnName[]): Set<string> {
	const surnames = own.flatMap(({ kind, name }) =>
		kind === 'person' ? [foldName(name.trim().split(/\s+/).at(-1)!)] : [],
	)
	return new Set(
		surnames.flatMap((surname) => [surname, ...surname.split('-')]).filter((surname) => surname.length > 1),
	)
}
