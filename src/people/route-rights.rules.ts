/** What a right to an address means for each kind of visitor. */
import { mayDo, PARTS, type Act, type Part } from './rights.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type RouteRight = Act | 'everybody' | 'own' | 'receipt'
/** By path as in the table of contents, then by method. */
export type RouteRights = Record<string, Partial<Record<Method, RouteRight>>>

/** Nobody in particular, whoever has opened a receipt, and the team's parts. */
export const VISITORS = ['public', 'receipt', ...PARTS.toReversed()] as const
export type Visitor = (typeof VISITORS)[number]

/** `own`: yes, for what is theirs. */
export type Standing = 'yes' | 'no' | 'own'

export type ListedRoute = { method: Method; path: string; rights: Record<Visitor, Standing> }

/** One entry per address and method, in the order of the table. */
export function listRoutes(table: RouteRights): ListedRoute[] {
	return Object.entries(table).flatMap(([path, methods]) =>
		Object.entries(methods).map(([method, right]) => ({ method: method as Method, path, rights: standings(right) })),
	)
}

function standings(right: RouteRight): Record<Visitor, Standing> {
	return Object.fromEntries(VISITORS.map((visitor) => [visitor, standingOf(visitor, right)])) as Record<
		Visitor,
		Standing
	>
}

function standingOf(visitor: Visitor, right: RouteRight): Standing {
	if (right === 'everybody') return 'yes'
	if (visitor === 'receipt') return right === 'receipt' ? 'own' : 'no'
	if (visitor === 'public' || right === 'receipt') return 'no'
	if (right === 'own') return 'own'
	return mayDo(visitor satisfies Part, right) ? 'yes' : 'no'
}
