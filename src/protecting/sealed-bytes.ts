/**
 * What the database keeps but does not show to whoever only has the database: contacts, originals, names behind
 * pseudonyms. The key comes from the secrets file, apart for every purpose and municipality.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Secrets } from '#platform/secrets.ts'

export type SealPurpose = 'contact' | 'original' | 'name'

/** Older peppers open what was sealed before they were changed. */
type Pepper = Pick<Secrets, 'sealPepper' | 'olderPeppers'>

const VERSION = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Version, nonce, tag, ciphertext (AES-256-GCM). */
export function sealBytes(pepper: Pepper, municipalityId: string, purpose: SealPurpose, plain: Uint8Array): Uint8Array {
	const nonce = randomBytes(NONCE_BYTES)
	const cipher = createCipheriv('aes-256-gcm', keyOf(pepper, municipalityId, purpose), nonce)
	const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
	return Buffer.concat([Uint8Array.of(VERSION), nonce, cipher.getAuthTag(), sealed])
}

/** Null when it was sealed for another purpose or municipality, with another secrets file, or was changed since. */
export function openSealedBytes(
	pepper: Pepper,
	municipalityId: string,
	purpose: SealPurpose,
	sealed: Uint8Array,
): Uint8Array | null {
	const start = 1 + NONCE_BYTES + TAG_BYTES
	if (sealed[0] !== VERSION || sealed.length < start) return null
	for (const one of [pepper, ...(pepper.olderPeppers ?? [])]) {
		const opened = openWith(keyOf(one, municipalityId, purpose), sealed)
		if (opened) return opened
	}
	return null
}

function openWith(key: Buffer, sealed: Uint8Array): Uint8Array | null {
	const start = 1 + NONCE_BYTES + TAG_BYTES
	const nonce = sealed.subarray(1, 1 + NONCE_BYTES)
	const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
	decipher.setAuthTag(sealed.subarray(1 + NONCE_BYTES, start))
	const plain = decipher.update(sealed.subarray(start))
	try {
		return Buffer.concat([plain, decipher.final()])
	} catch {
		return null // final() refuses what was not sealed with this key
	}
}

function keyOf({ sealPepper }: Pick<Secrets, 'sealPepper'>, municipalityId: string, purpose: SealPurpose): Buffer {
	const info = `v1|team|${purpose}|${municipalityId}`
	return Buffer.from(hkdfSync('sha256', Buffer.from(sealPepper, 'hex'), '', info, 32))
}
