/** A text as words with what stands between them: what every search for names walks over. Pure. */

/** What stands between a word and the one before: nothing else matters to a name. */
export type Gap = 'start' | 'space' | 'hyphen' | 'apostrophe' | 'comma' | 'sentence' | 'number' | 'other'

export type Word = {
	/** UTF-16 units, half-open. */
	start: number
	end: number
	/** Lower case, `ä` as `ae`, `ß` as `ss`, no other marks: `müller`, `MÜLLER` and `Mueller` are the same. */
	folded: string
	/** Begins with a capital letter. */
	isCapital: boolean
	/** Two or more letters, all capitals. */
	isShouted: boolean
	gap: Gap
	/** Capital letters say nothing here: first word of a sentence or line, or a text that is all in one case. */
	isOpening: boolean
	/** First on its line with a colon behind: who speaks in a transcript. */
	isLabel: boolean
}

const WORD = /\p{L}[\p{L}\p{M}\u00ad\u200b-\u200c]*/gu
const LINE_BREAK_IN_WORD = /^[-\u2010\u00ad] {0,3}\n {0,3}$/

/** Words of a text in order. A word divided by a hyphen at the end of a line is one word. */
export function readWords(text: string): Word[] {
	const words: Word[] = []
	for (const { 0: raw, index } of text.matchAll(WORD)) {
		const last = words.at(-1)
		const between = last ? text.slice(last.end, Math.min(index, last.end + 12)) : ''
		if (last && isLower(raw) && index - last.end < 12 && LINE_BREAK_IN_WORD.test(between)) {
			last.end = index + raw.length
			last.folded = foldName(text.slice(last.start, last.end).replace(/[-\u2010\u00ad\s]/g, ''))
			last.isShouted = false
			continue
		}
		words.push(readWord(raw, index, words, between, text))
	}
	markPlainLines(text, words)
	return words
}

function readWord(raw: string, start: number, words: readonly Word[], between: string, text: string): Word {
	const last = words.at(-1)
	const folded = foldName(raw)
	const isCapital = !isLower(raw)
	const gap = last ? gapOf(between, start - last.end, last) : 'start'
	return {
		start,
		end: start + raw.length,
		folded,
		isCapital,
		isShouted: raw.length > 1 && isCapital && raw === raw.toUpperCase(),
		gap,
		isLabel: text[start + raw.length] === ':' && (!last || text.slice(last.end, start).includes('\n')),
		isOpening: gap === 'start' || gap === 'sentence' || isAfterLabel(gap, start, text),
	}
}

const ENDS_SENTENCE = /[.!?…:;„“”"»«()[\]–—\n•*|>]/

/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATIONS = new Set(
	'gez dr prof st fr hr hrn fam geb str bzw ca usw z b d h u a o evtl ggf inkl dipl ing med jur phil rer nat fa inh pfr bgm tel nr'.split(
		' ',
	),
)

function gapOf(between: string, length: number, last: Word): Gap {
	if (length > 12) return 'sentence'
	if (between === ' ' || between === '\n' || between === '\u00a0') return 'space'
	if (between === '-' || between === '\u2010' || between === '\u2011') return 'hyphen'
	if (/^['’‘`´]$/.test(between)) return 'apostrophe'
	if (/^\.\s?$/.test(between) && (ABBREVIATIONS.has(last.folded) || last.folded.length === 1)) return 'space'
	if (between === '.-' && last.folded.length === 1) return 'hyphen'
	if (/^[)\]"”“«]?,\s{1,3}$/.test(between)) return 'comma'
	if (/^\s+$/.test(between)) return between.split('\n').length > 2 ? 'sentence' : 'space'
	if (ENDS_SENTENCE.test(between)) return 'sentence'
	return /\d/.test(between) ? 'number' : 'other'
}

/** `B1: Ich …`: the gap already holds the colon. Other gaps never open a sentence. */
function isAfterLabel(gap: Gap, start: number, text: string): boolean {
	return gap === 'number' && /[:\n]\s?$/.test(text.slice(Math.max(0, start - 2), start))
}

/** In lines without (or full of) capitals the case of a letter says nothing. */
function markPlainLines(text: string, words: Word[]): void {
	let at = 0
	for (let from = 0; from < text.length;) {
		const end = text.indexOf('\n', from)
		const to = end === -1 ? text.length : end
		const first = at
		while (at < words.length && words[at]!.start < to) at++
		const line = words.slice(first, at)
		if (line.length > 2 && isShoutedLine(line)) for (const word of line) word.isOpening = true
		from = to + 1
	}
}

function isShoutedLine(line: readonly Word[]): boolean {
	const shouted = line.filter(({ isShouted }) => isShouted).length
	return shouted >= line.length * 0.7
}

/** `Müller`, `MUELLER`, `Mu¨ller` (two signs) → `mueller`; `Łukasz` → `lukasz`; `Yıldız` → `yildiz`. */
export function foldName(name: string): string {
	if (/^[a-z]+$/.test(name)) return name
	return name
		.normalize('NFC')
		.toLowerCase()
		.replace(/[äöüßłıøæœđð\u00ad\u200b\u200c]/g, (letter) => FOLDED[letter] ?? '')
		.normalize('NFD')
		.replace(/\p{M}+/gu, '')
}

const FOLDED: Record<string, string> = {
	ä: 'ae',
	ö: 'oe',
	ü: 'ue',
	ß: 'ss',
	ł: 'l',
	ı: 'i',
	ø: 'oe',
	æ: 'ae',
	œ: 'oe',
	đ: 'd',
	ð: 'd',
}

function isLower(raw: string): boolean {
	const first = raw.codePointAt(0)!
	if (first < 128) return first >= 97
	return /^\p{Ll}|^\p{Lo}/u.test(raw)
}

/** Whether two neighbours stand beside each other with nothing but a space or hyphen between. */
export function isBeside(word: Word | undefined): word is Word {
	return word !== undefined && (word.gap === 'space' || word.gap === 'hyphen')
}

const NUMERALS =
	/^(?:und|einund|zweiund|dreiund|vierund|fuenfund|sechsund|siebenund|achtund|neunund|null|eins|eine|ein|zwei|zwo|dreizehn|dreissig|drei|vierzehn|vierzig|vier|fuenfzehn|fuenfzig|fuenf|sechzehn|sechzig|sechs|siebzehn|siebzig|sieben|achtzehn|achtzig|acht|neunzehn|neunzig|neun|zehn|elf|zwoelf|zwanzig|hundert|tausend|million(?:en)?|milliarde(?:n)?)/

/** Whether a folded word is a number in words: `siebenundachtzig`, `zwoelftausend`. Time in proportion to its length. */
export function isNumeral(folded: string): boolean {
	let rest = folded
	if (rest.length < 3 || rest.length > 80) return false
	while (rest !== '') {
		const [piece] = NUMERALS.exec(rest) ?? []
		if (!piece) return false
		rest = rest.slice(piece.length)
	}
	return folded !== 'und' && folded !== 'ein' && folded !== 'eine'
}
