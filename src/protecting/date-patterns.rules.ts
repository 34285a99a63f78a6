/** Days and years by which somebody may be known: birthdays, `seit 1987`, `Jahrgang 54`. Pure; every search is bounded. */
import type { Certainty, Found } from './find-names.rules.ts'
import { isBeside, isNumeral, type Word } from './name-words.rules.ts'

const MONTH =
	'(?:januar|jänner|jan\\.|februar|feber|feb\\.|märz|maerz|april|apr\\.|mai|juni|juli|august|aug\\.|september|sept?\\.|oktober|okt\\.|november|nov\\.|dezember|dez\\.)'
const YEAR = '(?:1[89]\\d\\d|20\\d\\d)'

type Pattern = { find: RegExp; certainty: Certainty }

const PATTERNS: Pattern[] = [
	{
		find: new RegExp(
			`(?<![\\d.])(?:0?[1-9]|[12]\\d|3[01])\\.\\s?(?:0?[1-9]|1[0-2])\\.(?:\\s?(?:${YEAR}|\\d\\d))?(?!\\d)`,
			'gu',
		),
		certainty: 'certain',
	},
	{ find: new RegExp(`(?<!\\d)${YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])(?!\\d)`, 'gu'), certainty: 'certain' },
	{ find: /(?<!\d)(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|1[0-2])\/(?:19|20)\d\d(?!\d)/gu, certainty: 'certain' },
	{
		find: new RegExp(
			`(?<!\\d)(?:0?[1-9]|[12]\\d|3[01])\\.?\\s${MONTH}(?:\\s(?:${YEAR}|['’]?\\d\\d(?!\\d|\\.|:)))?(?![\\p{L}])`,
			'giu',
		),
		certainty: 'certain',
	},
	{ find: new RegExp(`(?<!\\p{L})(?:im\\s)?${MONTH}\\s${YEAR}(?!\\d)`, 'giu'), certainty: 'likely' },
	{
		find: new RegExp(
			`(?<!\\p{L})(?:seit|ab)\\s(?:dem\\s)?(?:jahr[e]?\\s)?(?:${MONTH}\\s)?(?:anfang\\s|mitte\\s|ende\\s|etwa\\s|ca\\.\\s|ungefähr\\s|circa\\s|herbst\\s|sommer\\s|frühjahr\\s|winter\\s)?(?:1[5-9]\\d\\d|20\\d\\d|['’]\\d\\d)(?!\\d)`,
			'giu',
		),
		certainty: 'likely',
	},
	{
		find: /(?<!\p{L})(?:seit|schon|nun|jetzt|bald|über)\s(?:(?:schon|über|gut|fast|mehr als|knapp|nunmehr|bald|nun|etwa|jetzt)\s){0,2}(?:\d{1,2}|\p{L}{3,24})\s(?:jahren|jahre|jahrzehnten)(?!\p{L})/giu,
		certainty: 'cue',
	},
	{
		find: new RegExp(
			`(?<!\\p{L})(?:jahrgang|geburtsjahr|geboren(?:\\s(?:am|im|in|wurde|bin))?(?:\\sjahr)?|geb\\.|baujahr)\\s(?:ich\\s)?(?:${YEAR}|['’]?\\d\\d)(?!\\d)`,
			'giu',
		),
		certainty: 'certain',
	},
	{
		find: new RegExp(
			`(?<!\\p{L})(?:${YEAR}|['’]\\d\\d)\\s(?:hier\\s|dort\\s|in\\s\\p{L}{2,20}\\s)?(?:geboren|eingeheiratet|hergezogen|zugezogen|eingezogen|eröffnet|gegründet|übernommen|pensioniert|konfirmiert|eingeschult)(?!\\p{L})`,
			'giu',
		),
		certainty: 'likely',
	},
	{
		find: new RegExp(
			`(?<=(?:ich|wir|bin|sind)\\s)${YEAR}(?=\\s[^.!?\\n]{0,60}(?:gezogen|gekommen|geheiratet|geboren|angefangen|eingestiegen|ausgezogen|hergekommen|gebaut|gekauft|übernommen|eröffnet|gegründet)(?!\\p{L}))`,
			'gu',
		),
		certainty: 'likely',
	},
]

export function findDates(text: string, words: readonly Word[]): Found[] {
	const written = PATTERNS.flatMap(({ find, certainty }) =>
		Array.from(text.matchAll(find)).flatMap(({ 0: raw, index }) =>
			certainty === 'cue' && !saysLong(raw) ? [] : [dateAt(index, index + raw.length, certainty)],
		),
	)
	return [...written, ...findSpokenDates(words)]
}

/** `seit vielen Jahren` tells nothing; `seit 35 Jahren` or `seit fünfunddreißig Jahren` does. */
function saysLong(raw: string): boolean {
	if (/\d/.test(raw)) return /^seit/i.test(raw)
	const count = /(\p{L}+)\s\p{L}+$/u.exec(raw)?.[1] ?? ''
	return (
		/^seit/i.test(raw) &&
		isNumeral(count.toLowerCase().replaceAll('ü', 'ue').replaceAll('ö', 'oe').replaceAll('ß', 'ss'))
	)
}

const MONTH_WORDS = new Set(
	'januar jaenner februar maerz april mai juni juli august september oktober november dezember'.split(' '),
)
const ORDINAL =
	/^(?:erst|zweit|dritt|viert|fuenft|sechst|siebt|siebent|acht|neunt|zehnt|elft|zwoelft|dreizehnt|vierzehnt|fuenfzehnt|sechzehnt|siebzehnt|achtzehnt|neunzehnt|(?:\p{L}{3,6}und)?(?:zwanzigst|dreissigst))(?:e|en|er)$/u

/** `am dritten Mai`, `dritten fünften neunzehnhundert…`, `seit siebenundachtzig`, `neunzehnhundertvierundfünfzig`. */
function findSpokenDates(words: readonly Word[]): Found[] {
	return words.flatMap((word, at) => {
		const next = words[at + 1]
		if (ORDINAL.test(word.folded) && isBeside(next)) {
			if (MONTH_WORDS.has(next.folded)) {
				const year = words[at + 2]
				const last = isBeside(year) && isYearWord(year.folded) ? year : next
				return [dateAt(word.start, last.end, 'certain')]
			}
			const year = words[at + 2]
			if (ORDINAL.test(next.folded) && isBeside(year) && isNumeral(year.folded))
				return [dateAt(word.start, year.end, 'likely')]
		}
		if (word.folded === 'seit' || word.folded === 'jahrgang' || word.folded === 'anno') {
			if (isBeside(next) && isYearWord(next.folded)) return [dateAt(word.start, next.end, 'likely')]
			return []
		}
		return /^neunzehnhundert.{3}/.test(word.folded) && isNumeral(word.folded)
			? [dateAt(word.start, word.end, 'likely')]
			: []
	})
}

/** A year in words: `siebenundachtzig`, `neunzehnhundertvierundfünfzig`, `zweitausendvier`. */
function isYearWord(folded: string): boolean {
	if (!isNumeral(folded)) return false
	return (
		/^(?:neunzehnhundert|zweitausend)/.test(folded) ||
		/(?:fuenfzig|sechzig|siebzig|achtzig|neunzig|vierzig|dreissig)$/.test(folded)
	)
}

function dateAt(start: number, end: number, certainty: Certainty): Found {
	return { start, end, kind: 'date', certainty }
}
