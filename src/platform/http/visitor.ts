/** Tells visitors apart without keeping where they come from: a keyed hash of the network they are in. */
import { createHmac, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { addressOf } from './proxies.ts'

/** Drawn at every start: yesterday's hashes lead nowhere. */
const key = randomBytes(32)

/** Hash of the visitor's network: the first three numbers of an IPv4 address, the first four groups of an IPv6 address. */
export function visitorOf(c: Context): string {
	return createHmac('sha256', key)
		.update(networkOf(addressOf(c)))
		.digest('base64url')
		.slice(0, 22)
}

function networkOf(address: string): string {
	const v4 = /(\d+\.\d+\.\d+)\.\d+$/.exec(address)
	return v4?.[1] ?? address.split(':').slice(0, 4).join(':')
}
