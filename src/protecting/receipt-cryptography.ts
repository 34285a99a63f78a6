/**
 * What the database keeps of a receipt, and what only the code opens.
 *
 * Everything is bound to the municipality and to a version, so that nothing from one can be used in another. Source:
 * docs/decisions/0004-receipts.md
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Secrets } from '#platform/secrets.ts'
import { receiptCodeFrom, type ReceiptCode } from './receipt-code.ts'

type Peppers = Pick<Secrets, 'lookupPepper' | 'sealPepper'>

const VERSION = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16
/** Sealed notes are filled up to a multiple of this, so that their length does not tell how many voices are inside. */
const PADDED_BYTES = 256

/** One submission of the public form. `submissionId` is drawn once, when the form is shown. */
export type Submission = { municipalityId: string; submissionId: string; text: string }

/** The code of a submission: the same for the same form sent twice, another for another text. */
export function receiptCodeOf({ sealPepper }: Peppers, submission: Submission): ReceiptCode {
	const bytes = hkdfSync('sha256', hmac(sealPepper, submissionMessage(submission)), '', 'v1|receipt-code', 12)
	return receiptCodeFrom(new Uint8Array(bytes))
}

/** What stands in `submission.submission_hash`: tells a repeated submission, and nothing about its text. */
export function submissionHashOf({ lookupPepper }: Peppers, submission: Submission): string {
	return hmac(lookupPepper, `submission|${submissionMessage(submission)}`).toString('hex')
}

/** A code for a voice that came without a form: on paper, by telephone, in an interview. */
export function randomReceiptCode(): ReceiptCode {
	return receiptCodeFrom(randomBytes(12))
}

/** What stands in `receipt.lookup`, lower-case hex. */
export function receiptLookupOf({ lookupPepper }: Peppers, municipalityId: string, code: ReceiptCode): string {
	return hmac(lookupPepper, `v1|${municipalityId}|${code}`).toString('hex')
}

/** Seals ids for whoever holds the code: version, nonce, tag, ciphertext. */
export function sealIds(
	peppers: Peppers,
	municipalityId: string,
	code: ReceiptCode,
	ids: readonly string[],
): Uint8Array {
	const plain = Buffer.from(JSON.stringify(ids))
	const padded = Buffer.concat([plain, Buffer.alloc(PADDED_BYTES - (plain.length % PADDED_BYTES), ' ')])
	const nonce = randomBytes(NONCE_BYTES)
	const cipher = createCipheriv('aes-256-gcm', keyOf(peppers, municipalityId, code), nonce)
	cipher.setAAD(Buffer.from(`v1|${municipalityId}`))
	const sealed = Buffer.concat([cipher.update(padded), cipher.final()])
	return Buffer.concat([Uint8Array.of(VERSION), nonce, cipher.getAuthTag(), sealed])
}

/** The ids inside, or null when the code, the municipality or the peppers are not the ones it was sealed with. */
export function openSealedIds(
	peppers: Peppers,
	municipalityId: string,
	code: ReceiptCode,
	sealed: Uint8Array,
): string[] | null {
	const start = 1 + NONCE_BYTES + TAG_BYTES
	if (sealed[0] !== VERSION || sealed.length <= start) return null
	const decipher = createDecipheriv(
		'aes-256-gcm',
		keyOf(peppers, municipalityId, code),
		sealed.subarray(1, 1 + NONCE_BYTES),
		{
			authTagLength: TAG_BYTES,
		},
	)
	decipher.setAAD(Buffer.from(`v1|${municipalityId}`))
	decipher.setAuthTag(sealed.subarray(1 + NONCE_BYTES, start))
	const plain = decipher.update(sealed.subarray(start))
	try {
		return JSON.parse(Buffer.concat([plain, decipher.final()]).toString()) as string[]
	} catch {
		return null // final() refuses what was not sealed with this key
	}
}

function keyOf({ sealPepper }: Peppers, municipalityId: string, code: ReceiptCode): Buffer {
	return Buffer.from(hkdfSync('sha256', code, Buffer.from(sealPepper, 'hex'), `v1|${municipalityId}`, 32))
}

function submissionMessage({ municipalityId, submissionId, text }: Submission): string {
	return JSON.stringify(['v1', municipalityId, submissionId, text])
}

function hmac(pepper: string, message: string): Buffer {
	return createHmac('sha256', Buffer.from(pepper, 'hex')).update(message).digest()
}
