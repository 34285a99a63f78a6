/** Ways to reach or identify somebody: mail, web, phone, bank account, number plate. Pure; every search is bounded. */
import type { Found } from './find-names.rules.ts'

export function findContacts(text: string): Found[] {
	return [
		...findMails(text),
		...findSpokenMails(text),
		...findWebAddresses(text),
		...findIbans(text),
		...findPhones(text),
		...findSpokenPhones(text),
		...findPlates(text),
	]
}

/** How far a search goes from the sign that started it. */
const MAIL_REACH = 80

const BEFORE_AT = /[\p{L}\p{N}._%+-]{1,64}\s?$/u
const AFTER_AT = /^\s?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/u
const AT = /@|\((?:at|ät)\)|\[(?:at|ät)\]|\{at\}/giu

function findMails(text: string): Found[] {
	return Array.from(text.matchAll(AT)).flatMap(({ 0: sign, index }): Found[] => {
		const left = BEFORE_AT.exec(text.slice(Math.max(0, index - MAIL_REACH), index))?.[0]
		const after = index + sign.length
		const right = AFTER_AT.exec(text.slice(after, after + 2 * MAIL_REACH))?.[0]
		if (left && right)
			return [{ start: index - left.length, end: after + right.length, kind: 'mail', certainty: 'certain' }]
		const handle = sign === '@' && !left && /^[\p{L}\p{N}_.]{2,30}/u.exec(text.slice(after, after + 30))?.[0]
		return handle ? [{ start: index, end: after + handle.length, kind: 'web', certainty: 'likely' }] : []
	})
}

const SPOKEN_AT = / (?:ät|at|aet|klammeraffe|@) /giu
const SPOKEN_BEFORE = /[\p{L}\p{N}_-]{1,40}(?: (?:punkt|minus|unterstrich|bindestrich) [\p{L}\p{N}_-]{1,40}){0,3}$/iu
const SPOKEN_AFTER =
	/^[\p{L}\p{N}-]{1,40}(?:(?: minus | bindestrich )[\p{L}\p{N}-]{1,40}){0,2}(?: punkt |\.)(?:de|com|net|org|eu|info|at|ch)(?![\p{L}\p{N}])/iu

function findSpokenMails(text: string): Found[] {
	return Array.from(text.matchAll(SPOKEN_AT)).flatMap(({ 0: sign, index }): Found[] => {
		const after = index + sign.length
		const right = SPOKEN_AFTER.exec(text.slice(after, after + 2 * MAIL_REACH))?.[0]
		const left = right && SPOKEN_BEFORE.exec(text.slice(Math.max(0, index - 2 * MAIL_REACH), index))?.[0]
		if (!left) return []
		return [{ start: index - left.length, end: after + right.length, kind: 'mail', certainty: 'certain' }]
	})
}

const WEB = /(?:https?:\/\/|www\.)[^\s<>"„“”]{2,200}/giu
const ENDINGS =
	/\.(?:de|com|org|net|info|eu|at|ch|io|app|shop|online|hamburg|bayern|nrw|koeln|berlin)(?![\p{L}\p{N}-])/giu
const HOST = /[\p{L}\p{N}][\p{L}\p{N}.-]{1,62}$/u
const SPOKEN_WEB =
	/(?<!\p{L})(?:www|weh weh weh|drei w) punkt [\p{L}\p{N}-]{1,40}(?: minus [\p{L}\p{N}-]{1,40}){0,2} punkt (?:de|com|org|net)(?!\p{L})/giu

function findWebAddresses(text: string): Found[] {
	const whole = Array.from(text.matchAll(WEB), ({ 0: address, index }) => {
		const length = address.replace(/[.,;:!?)\]'’]{1,8}$/, '').length
		return web(index, index + length)
	})
	const spoken = Array.from(text.matchAll(SPOKEN_WEB), ({ 0: address, index }) => web(index, index + address.length))
	const bare = Array.from(text.matchAll(ENDINGS)).flatMap(({ 0: ending, index }): Found[] => {
		const host = HOST.exec(text.slice(Math.max(0, index - 64), index))?.[0]
		return host ? [web(index - host.length, index + ending.length)] : []
	})
	return [...whole, ...spoken, ...bare]
}

function web(start: number, end: number): Found {
	return { start, end, kind: 'web', certainty: 'certain' }
}

/** Length of an IBAN by country, for the countries people here have accounts in. */
const IBAN_LENGTHS: Record<string, number> = {
	DE: 22,
	AT: 20,
	CH: 21,
	NL: 18,
	BE: 16,
	FR: 27,
	LU: 20,
	IT: 27,
	ES: 24,
	PL: 28,
	CZ: 24,
	DK: 18,
	GB: 22,
	IE: 22,
	LT: 20,
	LV: 21,
	EE: 20,
	RO: 24,
	TR: 26,
	PT: 25,
	SE: 24,
	NO: 15,
	FI: 18,
	HU: 28,
	BG: 22,
	HR: 21,
	SI: 19,
	SK: 24,
	GR: 27,
	LI: 21,
	MT: 31,
	UA: 29,
}

function findIbans(text: string): Found[] {
	return Array.from(text.matchAll(/(?<![\p{L}\p{N}])[A-Za-z]{2}\s?\d{2}/gu)).flatMap(({ 0: head, index }): Found[] => {
		const wanted = IBAN_LENGTHS[head.slice(0, 2).toUpperCase()]
		if (!wanted) return []
		let compact = ''
		let end = index
		for (; end < text.length && compact.length < wanted && end - index < 2 * wanted; end++) {
			const sign = text[end]!
			if (/[A-Za-z0-9]/.test(sign)) compact += sign.toUpperCase()
			else if (!/[\s.-]/.test(sign)) break
		}
		if (compact.length < wanted) return []
		if (isValidIban(compact)) return [{ start: index, end, kind: 'iban', certainty: 'certain' }]
		return /^[A-Z]{2}\d+$/.test(compact) ? [{ start: index, end, kind: 'iban', certainty: 'likely' }] : []
	})
}

/** ISO 13616: the first four signs moved to the end, letters as numbers, rest 1 by 97. `iban` in capitals, no spaces. */
export function isValidIban(iban: string): boolean {
	let rest = 0
	for (const sign of iban.slice(4) + iban.slice(0, 4)) {
		const value = parseInt(sign, 36)
		rest = (rest * (value > 9 ? 100 : 10) + value) % 97
	}
	return rest === 1
}

const PHONE = /(?<![\p{L}\p{N}.,])(?:\+|00|0|\(0)[\d\s()/.\-–]{4,26}\d/gu
const NUMBER_AFTER_WORD =
	/(?<!\p{L})(?:tel|telefon|telefonnummer|rufnummer|handy|handynummer|mobil|durchwahl|fax|whatsapp|nummer|anrufen unter)(?:\.|:|\s|ist|die|unter|lautet){1,6}(\d[\d\s/-]{2,18}\d)/giu

function findPhones(text: string): Found[] {
	const dialled = Array.from(text.matchAll(PHONE)).flatMap(({ 0: raw, index }): Found[] => {
		const number = raw.split(/\n/)[0]!.replace(/[\s()/.–-]+$/, '')
		const digits = number.replace(/\D/g, '')
		if (digits.length < 6 || digits.length > 15 || looksLikeDate(number)) return []
		if (/^0[\s.,/-]?\d{0,2}$/.test(number)) return []
		return [{ start: index, end: index + number.length, kind: 'phone', certainty: 'certain' }]
	})
	const named = Array.from(text.matchAll(NUMBER_AFTER_WORD), ({ 0: raw, 1: number, index }): Found => {
		const start = index + raw.length - number!.length
		return { start, end: start + number!.length, kind: 'phone', certainty: 'likely' }
	})
	return [...dialled, ...named]
}

function looksLikeDate(number: string): boolean {
	return /^\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}/.test(number) || /^\d{1,2}[-/]\d{1,2}[-/]\d{2,4}$/.test(number)
}

const DIGIT_WORD =
	'(?:null|eins|ein|zwei|zwo|drei|vier|fünf|fuenf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwoelf|(?:ein|zwei|drei|vier|fünf|fuenf|sechs|sieben|acht|neun)und(?:zwanzig|dreißig|dreissig|vierzig|fünfzig|fuenfzig|sechzig|siebzig|achtzig|neunzig)|(?:drei|vier|fünf|fuenf|sech|sieb|acht|neun)zehn|zwanzig|dreißig|dreissig|vierzig|fünfzig|fuenfzig|sechzig|siebzig|achtzig|neunzig|doppel(?:null|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun)|\\d{1,6})'
const SPOKEN_PHONE = new RegExp(
	`(?<![\\p{L}\\p{N}])(?:plus vier neun|null)(?:[ ,–/-]{1,3}(?:und |dann |strich )?${DIGIT_WORD}(?![\\p{L}\\p{N}])){4,20}`,
	'giu',
)
const SPOKEN_NUMBER = new RegExp(
	`(?<![\\p{L}\\p{N}])(?:nummer|telefon|handy|durchwahl|vorwahl)[ :]{1,2}(?:ist |die |lautet )?(${DIGIT_WORD}(?:[ ,–/-]{1,3}${DIGIT_WORD}(?![\\p{L}\\p{N}])){2,20})`,
	'giu',
)

function findSpokenPhones(text: string): Found[] {
	const dialled = Array.from(text.matchAll(SPOKEN_PHONE), ({ 0: raw, index }): Found => ({
		start: index,
		end: index + raw.length,
		kind: 'phone',
		certainty: 'certain',
	}))
	const named = Array.from(text.matchAll(SPOKEN_NUMBER), ({ 0: raw, 1: number, index }): Found => {
		const start = index + raw.length - number!.length
		return { start, end: start + number!.length, kind: 'phone', certainty: 'likely' }
	})
	return [...dialled, ...named]
}

const PLATE = /(?<![\p{L}\p{N}])([A-ZÄÖÜ]{1,3})([- ]| - )([A-Z]{1,2})[- ]?(\d{1,4})[EH]?(?![\p{L}\p{N}])/gu

/** Sets of capitals and digits that are no plate: norms, leagues, clubs. */
const NO_PLATE = new Set(['DIN', 'ISO', 'EN', 'TSV', 'SV', 'FC', 'SC', 'VFB', 'VFL', 'TUS', 'TV', 'SG', 'USB', 'PDF'])

function findPlates(text: string): Found[] {
	return Array.from(text.matchAll(PLATE)).flatMap(({ 0: raw, 1: place, 2: between, index }): Found[] => {
		if (NO_PLATE.has(place!)) return []
		const near = text.slice(Math.max(0, index - 60), index)
		const isNamed = /kennzeichen|nummernschild|auto|wagen|golf|transporter|traktor|pkw/i.test(near)
		if (between === ' ' && !isNamed && !/\d{2}/.test(raw)) return []
		const certainty = between === '-' || isNamed ? 'certain' : 'likely'
		return [{ start: index, end: index + raw.length, kind: 'plate', certainty }]
	})
}
