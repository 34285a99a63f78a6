import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { groupedCode, readReceiptCode, receiptCodeFrom } from './receipt-code.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codes = fc.uint8Array({ minLength: 12, maxLength: 12 }).map(receiptCodeFrom)

test('a code reads the same in lower case, with spaces, dashes and look-alike letters', () => {
	fc.assert(
		fc.property(codes, (code) => {
			const sloppy = groupedCode(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replace('-', ' – ')
			assert.equal(readReceiptCode(` ${sloppy} `), code)
			assert.match(groupedCode(code), /^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/)
		}),
	)
})

test('one wrong character is always noticed as a typo', () => {
	fc.assert(
		fc.property(codes, fc.nat(19), fc.integer({ min: 1, max: 31 }), (code, at, by) => {
			const wrong = ALPHABET[(ALPHABET.indexOf(code[at]!) + by) % 32]!
			assert.equal(readReceiptCode(code.slice(0, at) + wrong + code.slice(at + 1)), 'typo')
		}),
	)
})

test('two characters in each other’s place are always noticed as a typo', () => {
	fc.assert(
		fc.property(codes, fc.nat(19), fc.nat(19), (code, one, other) => {
			const characters = [...code]
			;[characters[one], characters[other]] = [characters[other]!, characters[one]!]
			const swapped = characters.join('')
			assert.equal(readReceiptCode(swapped), swapped === code ? code : 'typo')
		}),
	)
})

test('a code with a missing character, or with a letter no code has, is not one', () => {
	const code = receiptCodeFrom(randomBytes(12))
	assert.equal(readReceiptCode(code.slice(1)), 'incomplete')
	assert.equal(readReceiptCode(''), 'incomplete')
	assert.equal(readReceiptCode(`${code.slice(1)}U`), 'typo')
	assert.equal(readReceiptCode(`${code.slice(1)}ß`), 'incomplete')
})

test('all 95 bits reach the code', () => {
	const seen = new Set<string>()
	for (let bit = 0; bit < 95; bit++) {
		const bytes = new Uint8Array(12)
		bytes[Math.floor(bit / 8)] = 128 >> (bit % 8)
		seen.add(receiptCodeFrom(bytes))
	}
	assert.equal(seen.size, 95)
	assert.throws(() => receiptCodeFrom(new Uint8Array(11)))
})
