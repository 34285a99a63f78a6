/** Codes of authenticator apps (RFC 6238): six digits, half a minute each, SHA-1 as the apps expect it. */
import { createHmac, randomBytes } from 'node:crypto'

const STEP_SECONDS = 30
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** A new secret, 160 bits, as base32: 32 letters and digits. */
export function newTotpSecret(): string {
	return Array.from(randomBytes(32), (byte) => ALPHABET[byte % 32]).join('')
}

/** The code of one step (half-minutes since 1970). */
export function totpCode(secret: string, step: number, digits = 6): string {
	const counter = Buffer.alloc(8)
	counter.writeBigUInt64BE(BigInt(step))
	const hash = createHmac('sha1', fromBase32(secret)).update(counter).digest()
	const offset = hash.at(-1)! & 15
	const number = (hash.readUInt32BE(offset) & 0x7fff_ffff) % 10 ** digits
	return String(number).padStart(digits, '0')
}

export function stepAt(at: Date): number {
	return Math.floor(at.getTime() / 1000 / STEP_SECONDS)
}

/**
 * The step a typed code is for: now, or one before or after, as clocks differ. Never a step that was used, nor an
 * earlier one. Null when it fits none.
 */
export function matchingStep(secret: string, typed: string, at: Date, lastStep: number | null): number | null {
	const now = stepAt(at)
	const steps = [now - 1, now, now + 1].filter((step) => step > (lastStep ?? -1))
	return steps.find((step) => totpCode(secret, step) === typed) ?? null
}

/** What the QR code for the app says. */
export function totpAddress(secret: string, issuer: string, account: string): string {
	const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
	return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=30`
}

function fromBase32(text: string): Buffer {
	const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('')
	return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
