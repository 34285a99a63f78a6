/** Which beginnings of lines name a speaker: `B1:`, `Moderation:`, `Frau Keller:`, `Anna Keller (SPD):`, `[00:01:02] I:`. */

/** A line that begins like one of a speaker. */
export type LabelledLine = {
	line: number
	label: string
	kind: LabelKind
	/** UTF-16 units before the words themselves: label, colon, times and blanks. */
	prefixUnits: number
	rest: string
	fromMs: number | undefined
}

/** `code` and `office` speak for themselves; a bare `name` needs company to be believed. */
type LabelKind = 'code' | 'letters' | 'office' | 'title' | 'group' | 'name'

const TIME = String.raw`[\[(#]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,-]\d{1,3})?[\])#]?`
const BEGINNING = new RegExp(
	String.raw`^[ \t]{0,12}(?:(${TIME})[ \t]{0,4}[-–]?[ \t]{0,4})?(?:\*\*|__)?(\p{Lu}[^:\n\t„“”"!?*\[\]#]{0,58}?)[ \t]{0,4}(?:\*\*|__)?[ \t]{0,4}(${TIME})?:(?:\*\*|__)?(?=\s|$)[ \t]{0,12}(?:(${TIME})(?=\s|$)[ \t]{0,12})?`,
	'u',
)

/** Words before a colon that name a thing and no person. */
const NOT_A_PERSON =
	/^(?:Anmerkung(?:en)?|Anlage|Antwort|Aufnahme|Beginn|Beispiel|Betreff|Datum|Dauer|Ende|Ergebnis|Fazit|Format|Frage|Hinweis|Idee|Kontakt|Nachtrag|Notiz|Ort|PS|NB|Protokoll|Punkt|Quelle|Seite|Stand|Tel|Telefon|Thema|Titel|TOP|URL|Uhrzeit|Wichtig|Zeit|Ziel|Zitat|Zum Beispiel|Und|Oder|Aber|Also|Dann|Date|Place|Title|Topic|Note|Question|Answer|Example)(?:[ .]?\d{0,3})?$/iu

const KINDS: [LabelKind, RegExp][] = [
	['code', /^[A-ZÄÖÜ]{1,3}\d{1,3}[a-z]?$/u],
	[
		'office',
		/^(?:Moderation|Moderator(?:in)?|Interviewer(?:in)?|Interview|Befragte[rn]?|Sprecher(?:in)?|Person|Teilnehmer(?:in)?|Teilnehmende|Speaker|Gast|Publikum)(?: ?[A-Z]?\d{0,3})?$/u,
	],
	['letters', /^[A-ZÄÖÜ]{1,3}$/u],
	[
		'title',
		/^(?:Frau|Herr|Fr\.|Hr\.|Dr\.|Prof\.|Pfarrer(?:in)?|Mrs?\.?|Ms\.?)(?: (?:Dr\.|Prof\.|von|van|de|zu))* \p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*)?(?: \([^()]{1,40}\))?$/u,
	],
	['group', /^\p{Lu}[\p{L}.’'-]*(?: (?:von|van|de|zu|\p{Lu}[\p{L}.’'-]*)){0,3} \([^()]{1,40}\)$/u],
	['name', /^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){0,2}$/u],
]

/** The lines that begin a speaker's turn, in order. Empty when the text names no speakers. */
export function findLabelledLines(lines: readonly string[], leftOut: ReadonlySet<number>): LabelledLine[] {
	const candidates = lines.flatMap((line, at) => (leftOut.has(at) ? [] : readBeginning(line, at)))
	const first = lines.findIndex((line, at) => !leftOut.has(at) && line.trim() !== '')
	const startsLabelled = candidates[0]?.line === first
	const byLabel = Map.groupBy(candidates, ({ label }) => label)
	const strong = candidates.filter(({ kind }) => kind !== 'name' && kind !== 'letters')
	const names = candidates.filter(({ kind }) => kind === 'name')
	const nameDialogue = startsLabelled && new Set(names.map(({ label }) => label)).size >= 2

	return candidates.filter(({ label, kind }) => {
		const same = byLabel.get(label)!
		if (kind === 'name' || kind === 'group') {
			if (isPageHeader(same)) return false
		}
		if (kind === 'name') return same.length >= 2 || nameDialogue
		if (kind === 'letters') return same.length >= 2 || startsLabelled || strong.length > 0
		return startsLabelled || candidates.length - names.length >= 2
	})
}

/** The same words behind the same name on several pages are a header. */
function isPageHeader(same: LabelledLine[]): boolean {
	const rests = new Set(same.map(({ rest }) => rest.slice(0, 200).replace(/\d+/g, '#')))
	return same.length >= 3 && rests.size === 1
}

function readBeginning(line: string, at: number): LabelledLine[] {
	const match = BEGINNING.exec(line.length > 400 ? line.slice(0, 400) : line)
	const label = match?.[2]?.trim()
	if (!match || !label || NOT_A_PERSON.test(label)) return []
	const kind = KINDS.find(([, shape]) => shape.test(label))?.[0]
	if (!kind) return []
	const time = match[4] ?? match[3] ?? match[1]
	const prefixUnits = match[0].length
	return [
		{ line: at, label, kind, prefixUnits, rest: line.slice(prefixUnits), fromMs: time ? readTime(time) : undefined },
	]
}

/** Milliseconds of `00:01:02`, `1:02`, `[00:01:02.5]`, `#00:01:02-3#`; undefined for minutes or seconds past 59. */
export function readTime(time: string): number | undefined {
	const parts = /(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,-](\d{1,3}))?/.exec(time)
	if (!parts) return undefined
	const [, hours = '0', minutes = '0', seconds = '0', fraction = ''] = parts
	if (Number(minutes) > 59 || Number(seconds) > 59) return undefined
	return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'))
}

export type FoundSpeaker = {
	/** Short and free of names: the label itself if it is a code, else `M`, `S1`, `S2` … */
	code: string
	/** As the file writes it. Not kept. */
	label: string
	/** A name shortened to its initials: `Frau K.`, `A. K. (SPD)`. */
	pseudonym?: string
	isModerator: boolean
}

/** Gives every label its code, in order of first appearance. */
export function nameSpeakers(labelled: readonly Pick<LabelledLine, 'label' | 'kind'>[]): FoundSpeaker[] {
	const kinds = new Map(labelled.map(({ label, kind }) => [label, kind]))
	const taken = new Set([...kinds].flatMap(([label, kind]) => (isCode(kind) ? [label] : [])))
	const freeCode = (letter: string) => {
		for (let number = letter === 'M' ? 0 : 1; ; number++) {
			const code = number === 0 ? letter : `${letter}${number}`
			if (!taken.has(code) && taken.add(code)) return code
		}
	}
	return Array.from(kinds, ([label, kind]) => {
		if (isCode(kind)) return { code: label, label, isModerator: /^(?:I|M|INT|MOD)\d?$/.test(label) }
		const isModerator = /^(?:Moderat|Interview)/.test(label)
		const pseudonym = isModerator ? {} : { pseudonym: kind === 'office' ? label : initialsOf(label) }
		return { code: freeCode(isModerator ? 'M' : 'S'), label, isModerator, ...pseudonym }
	})
}

function isCode(kind: LabelKind) {
	return kind === 'code' || kind === 'letters'
}

/** `Frau Dr. Keller` → `Frau K.`; what stands in brackets stays. */
function initialsOf(label: string): string {
	const [, name = label, group = ''] = /^(.*?)( \([^()]*\))?$/u.exec(label) ?? []
	const words = name.split(' ').filter((word) => !/^(?:Dr\.|Prof\.|von|van|de|zu)$/.test(word))
	const [first = ''] = words
	const hasTitle = words.length > 1 && /^(?:Frau|Herr|Fr\.|Hr\.|Pfarrer(?:in)?|Mrs?\.?|Ms\.?)$/.test(first)
	const initials = words.slice(hasTitle ? 1 : 0).map((word) => `${[...word][0]}.`)
	return [...(hasTitle ? [first] : []), ...initials].join(' ') + group
}
