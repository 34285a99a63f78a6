/** Codes for tests of guessing. */
import { readReceiptCode, type ReceiptCode } from '#protecting/receipt-code.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A valid code that differs from `code` in its last two characters only: the closest anybody can come. */
export function nearMissOf(code: ReceiptCode): ReceiptCode {
	const other = ALPHABET[(ALPHABET.indexOf(code[18]!) + 1) % 32]!
	for (const check of ALPHABET) {
		const near = readReceiptCode(code.slice(0, 18) + other + check)
		if (near !== 'typo' && near !== 'incomplete') return near
	}
	throw new Error('nearMissOf: every beginning has a check character')
}
