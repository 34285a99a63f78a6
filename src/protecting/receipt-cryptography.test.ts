import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { receiptCodeFrom } from './receipt-code.ts'
import {
	openSealedIds,
	randomReceiptCode,
	receiptCodeOf,
	receiptLookupOf,
	sealIds,
	submissionHashOf,
} from './receipt-cryptography.ts'

const peppers = () => ({ lookupPepper: randomBytes(32).toString('hex'), sealPepper: randomBytes(32).toString('hex') })
const ours = peppers()
const town = crypto.randomUUID()
const codes = fc.uint8Array({ minLength: 12, maxLength: 12 }).map(receiptCodeFrom)

test('what a receipt seals, its code opens again, and nothing else does', () => {
	fc.assert(
		fc.property(codes, codes, fc.array(fc.uuid(), { maxLength: 9 }), (code, another, ids) => {
			const sealed = sealIds(ours, town, code, ids)
			assert.deepEqual(openSealedIds(ours, town, code, sealed), ids)
			if (another !== code) assert.equal(openSealedIds(ours, town, another, sealed), null)
			assert.equal(openSealedIds(ours, crypto.randomUUID(), code, sealed), null)
			assert.equal(openSealedIds(peppers(), town, code, sealed), null)
		}),
	)
})

test('a sealed note that was changed anywhere does not open', () => {
	const code = randomReceiptCode()
	const sealed = sealIds(ours, town, code, [crypto.randomUUID()])
	for (let at = 0; at < sealed.length; at += 7) {
		const changed = Uint8Array.from(sealed)
		changed[at]! ^= 1
		assert.equal(openSealedIds(ours, town, code, changed), null)
	}
	assert.equal(openSealedIds(ours, town, code, sealed.subarray(0, 20)), null)
})

test('a sealed note does not tell by its length whether there are one or five voices inside', () => {
	const code = randomReceiptCode()
	const ids = Array.from({ length: 5 }, () => crypto.randomUUID() as string)
	assert.equal(sealIds(ours, town, code, ids.slice(0, 1)).length, sealIds(ours, town, code, ids).length)
})

test('a form sent twice shows the same receipt, another text or form another', () => {
	const submission = { municipalityId: town, submissionId: crypto.randomUUID(), text: 'Der Bus fährt zu selten.' }
	const code = receiptCodeOf(ours, submission)
	assert.equal(receiptCodeOf(ours, { ...submission }), code)
	for (const other of [
		{ text: 'Der Bus fährt zu selten!' },
		{ submissionId: crypto.randomUUID() },
		{ municipalityId: crypto.randomUUID() },
	]) {
		assert.notEqual(receiptCodeOf(ours, { ...submission, ...other }), code)
		assert.notEqual(submissionHashOf(ours, { ...submission, ...other }), submissionHashOf(ours, submission))
	}
	assert.notEqual(receiptCodeOf(peppers(), submission), code)
})

test('the same code is found under another key in another municipality', () => {
	const code = randomReceiptCode()
	assert.match(receiptLookupOf(ours, town, code), /^[0-9a-f]{64}$/)
	assert.equal(receiptLookupOf(ours, town, code), receiptLookupOf(ours, town, code))
	assert.notEqual(receiptLookupOf(ours, town, code), receiptLookupOf(ours, crypto.randomUUID(), code))
	assert.notEqual(receiptLookupOf(ours, town, code), receiptLookupOf(peppers(), town, code))
})
