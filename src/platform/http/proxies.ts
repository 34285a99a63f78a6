/** Which neighbours are believed when they say for whom they ask: this machine itself, and the proxies of `TRUST_PROXY`. */
import { BlockList, isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

const trusted = new BlockList()
trusted.addSubnet('127.0.0.0', 8, 'ipv4')
trusted.addAddress('::1', 'ipv6')

/** Adds addresses (`10.0.0.5`) and networks (`10.0.0.0/8`, `fd00::/8`). */
export function trustProxies(networks: readonly string[]) {
	for (const network of networks) {
		const [address, bits] = network.split('/') as [string, string | undefined]
		const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
		if (bits === undefined) trusted.addAddress(address, family)
		else trusted.addSubnet(address, Number(bits), family)
	}
}

export function comesFromProxy(c: Context): boolean {
	return isTrusted(directAddress(c))
}

/** Where a request comes from: the last address on the way that is no proxy of ours. */
export function addressOf(c: Context): string {
	const direct = directAddress(c)
	if (!isTrusted(direct)) return direct
	const way = (c.req.header('x-forwarded-for') ?? '').split(',').map((address) => address.trim())
	return way.findLast((address) => isIP(address) !== 0 && !isTrusted(address)) ?? direct
}

function directAddress(c: Context): string {
	return (getConnInfo(c).remote.address ?? '').replace(/^::ffff:/, '')
}

function isTrusted(address: string): boolean {
	const version = isIP(address)
	return version !== 0 && trusted.check(address, version === 6 ? 'ipv6' : 'ipv4')
}
