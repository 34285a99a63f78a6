/**
 * What a page carries that has just deleted a note, so that only that note comes back, with its words and its writer.
 * Without it whoever may delete other people's notes could write one in their name.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Secrets } from '#platform/secrets.ts'
import type { WriteMemo } from './write-memo.ts'

type SigningKey = Pick<Secrets, 'sessionKey'>

export function sealMemo({ sessionKey }: SigningKey, { id, on, text, coderId, at }: WriteMemo): string {
	// Forms send line ends in their own way.
	const said = JSON.stringify([id, Object.entries(on), text.replaceAll('\r\n', '\n'), coderId, at.toISOString()])
	return createHmac('sha256', Buffer.from(sessionKey, 'hex')).update(`memo|${said}`).digest('base64url')
}

export function isSealedMemo(key: SigningKey, memo: WriteMemo, seal: string): boolean {
	const [wanted, given] = [Buffer.from(sealMemo(key, memo)), Buffer.from(seal)]
	return given.length === wanted.length && timingSafeEqual(given, wanted)
}
