/** Words in a transcript, in whatever case, ä also as ae. Pure. Positions are UTF-16 indexes in one contribution. */

export type FoundWords = { turn: number; from: number; to: number }

export function findWords(turns: readonly { position: number; text: string }[], typed: string): FoundWords[] {
	const wanted = typed.trim()
	if (wanted === '') return []
	const pattern = new RegExp(patternOf(wanted), 'giu')
	return turns.flatMap(({ position, text }) =>
		Array.from(text.matchAll(pattern), ({ index, 0: words }) => ({
			turn: position,
			from: index,
			to: index + words.length,
		})),
	)
}

const UMLAUTS: Record<string, string> = { ä: '(?:ä|ae)', ö: '(?:ö|oe)', ü: '(?:ü|ue)', ß: '(?:ß|ss)' }
const WRITTEN_OUT: Record<string, string> = { ae: 'ä', oe: 'ö', ue: 'ü', ss: 'ß' }

/** Any white space stands for any; what has a meaning in patterns means itself. */
function patternOf(words: string): string {
	return words
		.toLocaleLowerCase('de')
		.split(/(ae|oe|ue|ss|[äöüß]|\s+)/u)
		.map((piece) => {
			if (/^\s+$/u.test(piece)) return String.raw`\s+`
			const umlaut = UMLAUTS[piece] ?? UMLAUTS[WRITTEN_OUT[piece] ?? '']
			return umlaut ?? piece.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`)
		})
		.join('')
}
