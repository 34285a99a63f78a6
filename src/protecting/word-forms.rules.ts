/** Whether a word is a form of a German verb or adjective: such a word opens a sentence with a capital and names nobody. Pure. */

const ENDINGS =
	/(?:testet|tetest|test|tet|ten|te|est|et|st|t|enden|ende|end|eln|ern|ere|eren|erer|eres|erem|er|en|es|em|e|n|s)$/
const REGULAR = /.{2}(?:lich|ig|isch|sam|bar|haft|los|end|iert|weise|maessig|voll)(?:e|en|er|es|em)?$/
const PREFIXES = new Set(
	'ab an auf aus bei da dar durch ein empor fest fort frei heim her herab heran herauf heraus herbei herein herum herunter hervor hin hinab hinauf hinaus hinein hinunter hinweg hinzu hoch los mit nach nieder tot ueber um un unter voll vor voraus vorbei weg weiter wieder zu zurecht zurueck zusammen dazwischen raus rein rauf runter rum rueber ver be er ent zer miss ge wohl neu gut'.split(
		' ',
	),
)
/** Longer words are put together from nouns. */
const LONGEST_LETTERS = 30

/** Folded words in; each word is worked out once. */
export function wordFormsOf(stems: ReadonlySet<string>): (folded: string) => boolean {
	const known = new Map<string, boolean>()
	return (folded) => {
		const there = known.get(folded)
		if (there !== undefined) return there
		const answer = folded.length <= LONGEST_LETTERS && (REGULAR.test(folded) || isForm(folded, stems))
		known.set(folded, answer)
		return answer
	}
}

function isForm(folded: string, stems: ReadonlySet<string>): boolean {
	if (isStem(folded, stems)) return true
	for (let bare = folded; ENDINGS.test(bare) && bare.length > 3;) {
		bare = bare.slice(0, bare.length - ENDINGS.exec(bare)![0].length)
		if (isStem(bare, stems)) return true
		if (folded.length - bare.length > 3) return false
	}
	return false
}

/** The stem itself, or behind a prefix: `ab-ge-arbeit`, `an-zu-ruf`, `er-leb`. */
function isStem(bare: string, stems: ReadonlySet<string>): boolean {
	if (bare.length > 2 && stems.has(bare)) return true
	for (let at = 2; at <= bare.length - 3; at++) {
		if (!PREFIXES.has(bare.slice(0, at))) continue
		const rest = bare.slice(at)
		if (stems.has(rest)) return true
		if (/^(?:ge|zu|be|er|ver)/.test(rest) && stems.has(rest.replace(/^(?:ge|zu|be|er|ver)/, ''))) return true
	}
	return false
}
