/** Codes people read from paper and type: Crockford's letters, no I, L, O or U, in groups. */
import { createHash, randomBytes } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `characters` × 5 random bits. */
export function newReadableCode(characters: number): string {
	return Array.from(randomBytes(characters), (byte) => ALPHABET[byte % 32]).join('')
}

/** As it was drawn, however it was typed: small letters, blanks, hyphens, O for 0, I or L for 1. */
export function plainCode(typed: string): string {
	return typed
		.toUpperCase()
		.replace(/[^0-9A-Z]/g, '')
		.replaceAll('O', '0')
		.replace(/[IL]/g, '1')
}

export function inGroups(code: string, size: number): string {
	return code.match(new RegExp(`.{1,${size}}`, 'g'))?.join('-') ?? ''
}

/** SHA-256 as hex; enough for codes of 80 bits. */
export function codeHash(code: string): string {
	return createHash('sha256')
		.update(`code|${plainCode(code)}`)
		.digest('hex')
}
