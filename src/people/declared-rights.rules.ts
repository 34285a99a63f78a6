/**
 * Reads from a source which rights a page or an address of the API asks for. Pure: it is given the text.
 *
 * Every team page asks by itself (`requireRight(context, 'act', …)`), and nothing else decides, so the text is the truth.
 */
import { ACTS, mayDo, PARTS, type Act, type Part } from './rights.ts'

export type Visitor = 'public' | Part
export type RouteRights = { method: string; path: string; rights: Record<Visitor, 'yes' | 'no'> }

const ASKS = new RegExp(`\\brequire\\w+\\([^()]*'(${ACTS.join('|')})'`, 'g')

/** What a route module answers to: GET when it shows or loads something, POST when it has an action. */
export function rightsOfPage(path: string, source: string): RouteRights[] {
	const [load, act] = [exported(source, 'loader'), exported(source, 'action')]
	const isRead = load !== undefined || /export default/.test(source)
	return [
		...(isRead ? [{ method: 'GET', path, rights: rightsFor(actsIn(load ?? '')) }] : []),
		...(act === undefined ? [] : [{ method: 'POST', path, rights: rightsFor(actsIn(act)) }]),
	]
}

/** Every `app.METHOD('path', …)` of an `api.ts`. */
export function rightsOfApi(source: string): RouteRights[] {
	const found = [...source.matchAll(/\bapp\.(get|post|put|patch|delete)\(\s*'([^']+)'/g)]
	return found.map((match, at) => {
		const [, method, path] = match
		const body = source.slice(match.index, found[at + 1]?.index ?? endOfMount(source, match.index))
		return { method: method!.toUpperCase(), path: path!, rights: rightsFor(actsIn(body)) }
	})
}

function rightsFor(acts: Act[]): Record<Visitor, 'yes' | 'no'> {
	const parts = PARTS.map((part) => [part, acts.every((act) => mayDo(part, act)) ? 'yes' : 'no'])
	return { public: acts.length === 0 ? 'yes' : 'no', ...Object.fromEntries(parts) }
}

function actsIn(source: string): Act[] {
	return [...source.matchAll(ASKS)].map(([, act]) => act as Act)
}

/** From one export to the next one at the beginning of a line. */
function exported(source: string, name: 'loader' | 'action'): string | undefined {
	const begin = source.search(new RegExp(`^export (?:const|function|async function) ${name}\\b`, 'm'))
	if (begin < 0) return undefined
	const rest = source.slice(begin + 1)
	const end = rest.search(/^(?:export|function|async function|const|type) /m)
	return end < 0 ? rest : rest.slice(0, end)
}

/** The mounting function ends with a brace at the beginning of a line. */
function endOfMount(source: string, from: number): number {
	const end = source.indexOf('\n}', from)
	return end < 0 ? source.length : end
}
