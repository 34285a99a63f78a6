/** Tells visitors apart without keeping where they come from: a keyed hash of the network they are in. */
import { createHmac, randomBytes } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** Drawn at every start: yesterday's hashes lead nowhere. */
const key = randomBytes(32)

/** Hash of the visitor's network: the first three numbers of an IPv4 address, the first four groups of an IPv6 address. */
export function visitorOf(c: Context): string {
	return createHmac('sha256', key)
		.update(networkOf(addressOf(c)))
		.digest('base64url')
		.slice(0, 22)
}

/** Only a proxy on this very machine is believed when it says for whom it asks. */
function addressOf(c: Context): string {
	const direct = getConnInfo(c).remote.address ?? ''
	if (!/^(?:::1|(?:::ffff:)?127\.)/.test(direct)) return direct
	return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() || direct
}

function networkOf(address: string): string {
	const v4 = /(\d+\.\d+\.\d+)\.\d+$/.exec(address)
	return v4?.[1] ?? address.split(':').slice(0, 4).join(':')
}
