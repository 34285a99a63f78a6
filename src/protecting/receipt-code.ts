/**
 * The code on a receipt: 19 characters with 95 random bits and one check character, in Crockford's alphabet.
 *
 * Reading is tolerant (lower case, O for 0, I or L for 1, spaces, dashes); the check character catches every single wrong
 * character and every exchange of two, so that a typo is told apart from an unknown code.
 */

export type ReceiptCode = string & { readonly __brand: 'ReceiptCode' }

export const CODE_LENGTH = 20
/** Bits of chance in a code; enough that no slow key derivation is needed. */
export const CODE_BITS = 95

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The code whose first 19 characters are the first 95 bits of `bytes` (at least 12 of them). */
export function receiptCodeFrom(bytes: Uint8Array): ReceiptCode {
	if (bytes.length * 8 < CODE_BITS) throw new Error('receiptCodeFrom: needs 12 bytes')
	const values = Array.from({ length: CODE_LENGTH - 1 }, (_, at) => fiveBits(bytes, at * 5))
	return [...values, checkValue(values)].map((value) => ALPHABET[value]).join('') as ReceiptCode
}

/** As it is printed: `7KQ2M-9XHTA-B3C8W-51DEF`. */
export function groupedCode(code: ReceiptCode): string {
	return code.match(/.{5}/g)!.join('-')
}

/** The code somebody typed, or what is wrong with it: too short or long, or a typo. */
export function readReceiptCode(typed: string): ReceiptCode | 'incomplete' | 'typo' {
	const plain = typed
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[\s\p{Pd}_.·]/gu, '')
		.replaceAll('O', '0')
		.replace(/[IL]/g, '1')
	if (plain.length !== CODE_LENGTH) return 'incomplete'
	const values = Array.from(plain, (character) => ALPHABET.indexOf(character))
	if (values.includes(-1)) return 'typo'
	return checkValue(values.slice(0, -1)) === values.at(-1) ? (plain as ReceiptCode) : 'typo'
}

function fiveBits(bytes: Uint8Array, from: number): number {
	const [byte, offset] = [Math.floor(from / 8), from % 8]
	const pair = ((bytes[byte] ?? 0) << 8) | (bytes[byte + 1] ?? 0)
	return (pair >> (11 - offset)) & 31
}

/**
 * A weighted sum in the field of 32 elements. Each place has a different power of the generator as its weight, the check
 * character the power 0, so two single errors cannot cancel out unless they change two places in just the right way.
 */
function checkValue(values: number[]): number {
	return values.reduce((sum, value, at) => sum ^ times(value, POWERS[at + 1]!), 0)
}

/** Powers of x modulo x⁵ + x² + 1, which is primitive: 31 different weights. */
const POWERS = Array.from({ length: CODE_LENGTH }).reduce<number[]>(
	(powers) => [...powers, times(powers.at(-1)!, 2)],
	[1],
)

function times(one: number, other: number): number {
	let [product, shifted] = [0, one]
	for (let rest = other; rest > 0; rest >>= 1) {
		if (rest & 1) product ^= shifted
		shifted <<= 1
		if (shifted & 32) shifted ^= 0b100101
	}
	return product
}
