/** Every address, tried as everybody there is. The table in `src/route-rights.ts` says what has to come out. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { RouterContextProvider, type ServerBuild } from 'react-router'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { inMunicipality } from '#platform/database/database.ts'
import { secretsContext, settingsContext } from '#platform/http/request-context.ts'
import { openSecrets } from '#platform/secrets.ts'
import { municipalityContext, type Municipality } from '#people/request.ts'
import { PARTS } from '#people/rights.ts'
import { sampleMunicipality } from '#people/sample.ts'
import { listRoutes, type ListedRoute, type Visitor } from '#people/route-rights.rules.ts'
import { auditEntries } from '#people/tables.ts'
import { voices } from '#listening/tables.ts'
import { codings } from '#understanding/tables.ts'
import { quotes } from '#focusing/tables.ts'
import { openReceiptSession } from '#publishing/receipt-session.ts'
import { ROUTE_RIGHTS } from '../../src/route-rights.ts'
import { openTestHouse, type Answer } from './house.ts'
import { openTwoTowns, type Town } from './two-towns.ts'

const database = await freshDatabase()
const onPostgres = { skip: database.engine === 'embedded' && 'the embedded database holds one municipality' }
const listed = listRoutes(ROUTE_RIGHTS)
let towns: ReturnType<typeof openTwoTowns> | undefined
const twoTowns = () => (towns ??= openTwoTowns(database))
// With a mail server, so that whoever asks for a link is not told that there is none; nothing is sent without jobs.
const house = await openTestHouse(database, { SMTP_URL: 'smtp://127.0.0.1:1' })
const build = (await import(
	pathToFileURL(join(import.meta.dirname, '../../build/server/index.js')).href
)) as unknown as ServerBuild

test('every address of the pages and of the API is in the table of rights, and no other', () => {
	const known = new Set(listed.map(({ method, path }) => `${method} ${path}`))
	const there = new Set([...pageMethods(), ...apiMethods()])
	assert.deepEqual([...there.difference(known)], [], 'answers, but is not in src/route-rights.ts')
	assert.deepEqual([...known.difference(there)], [], 'is in src/route-rights.ts, but nothing answers')
})

test(
	'every address answers everybody as the table says: nobody, receipt holders, every part, and members of elsewhere',
	onPostgres,
	async () => {
		// What stands on the pages does not matter here: blanks are filled with what does not exist.
		const [town, other] = [await smallTown('Ahlbach'), await smallTown('Buchenau')]
		const at = `http://localhost:3000/${town.slug}`
		const receipt = await receiptCookie(town.id)
		const emails = Object.fromEntries(PARTS.map((part) => [part, town.team[part].email]))
		const cookies = new Map<string, string>([['receipt', receipt]])
		const cookieOf = async (visitor: string, email: string | undefined) => {
			if (email && !cookies.has(visitor)) cookies.set(visitor, await house.enter(email))
			return cookies.get(visitor)
		}
		const wrong: string[] = []
		const tried = { requests: 0, routes: new Set<string>() }
		const attempt = async (route: ListedRoute, visitor: string, email: string | undefined, expected: 'yes' | 'no') => {
			const cookie = await cookieOf(visitor, email)
			for (const [what, answer] of await tryRoute(at, route, cookie, expected)) {
				tried.requests++
				tried.routes.add(`${route.method} ${route.path}`)
				const got = outcome(route.path, answer)
				if (got !== expected)
					wrong.push(`${route.method} ${route.path}${what} as ${visitor}: ${got} (${answer.status})`)
				if (email && answer.cookies.some((line) => /max-age=0|expires=thu, 01 jan 1970/i.test(line)))
					cookies.delete(visitor)
			}
		}
		for (const route of listed) {
			for (const [visitor, standing] of Object.entries(route.rights) as [Visitor, string][])
				await attempt(route, visitor, emails[visitor], standing === 'no' ? 'no' : 'yes')
			await attempt(
				route,
				'steward of elsewhere',
				other.team.steward.email,
				route.rights.public === 'yes' ? 'yes' : 'no',
			)
		}
		assert.deepEqual(wrong, [])
		assert.equal(tried.routes.size, listed.length, 'every line of the table was tried')
		process.stdout.write(`${listed.length} addresses and methods, ${tried.requests} requests, all as the table says\n`)
	},
)

test('whoever reads on the team’s side what people said stands in the log', onPostgres, async () => {
	const [town] = await twoTowns()
	const cookie = await house.enter(town.team.steward.email)
	const { raw, entries } = await rawWords(town.id)
	const unnoted: string[] = []
	let shown = 0
	for (const address of addressesWithWords(town)) {
		const before = await entries()
		const { text } = await house.ask(`http://localhost:3000/${town.slug}${address}`, { cookie })
		const shownText = plainText(text)
		if (!raw.some((words) => shownText.includes(words))) continue
		shown++
		if ((await entries()) === before) unnoted.push(address)
	}
	assert.deepEqual(unnoted, [])
	assert.ok(shown > 8, `${shown} addresses show words`)
})

test('a page takes no method but those it has', onPostgres, async () => {
	for (const path of new Set(listed.map((route) => route.path)))
		for (const method of ['PUT', 'PATCH', 'DELETE', 'PROPFIND']) {
			if (ROUTE_RIGHTS[path]?.[method as 'PUT']) continue
			const { status } = await house.ask(`http://localhost:3000/birkenrode${fill(path)}`, { method, form: { a: 'b' } })
			assert.ok([404, 405].includes(status), `${method} ${path}: ${status}`)
		}
})

const smallTown = (name: string) => sampleMunicipality(database, { slug: name.toLowerCase(), name })

/** GET where a page shows or loads something, POST where it takes something. */
function pageMethods(): string[] {
	return Object.values(build.routes).flatMap((route) => {
		if (!route || route.id === 'root') return []
		const path = `/${(route.path ?? '').replace(/^\//, '')}`
		const { default: page, loader, action } = route.module as unknown as Record<string, unknown>
		return [...(page || loader ? [`GET ${path}`] : []), ...(action ? [`POST ${path}`] : [])]
	})
}

/** The table says `:id`; what an id may look like stands with the address. */
function apiMethods(): string[] {
	const asked = house.routes.filter(({ method }) => method !== 'ALL')
	return [...new Set(asked.map(({ method, path }) => `${method} ${path.replace(/\{\S+\}/, '')}`))]
}

/** Pages that are closed are asked as pages and as data: both must hold. */
async function tryRoute(
	at: string,
	{ method, path }: ListedRoute,
	cookie: string | undefined,
	expected: 'yes' | 'no',
): Promise<[string, Answer][]> {
	const address = at + fill(path)
	const isApi = path.startsWith('/api/')
	if (isApi && method !== 'GET') return [['', await house.ask(address, { method, cookie, json: {} })]]
	const page = await house.ask(address, { method, cookie, ...(method !== 'GET' && { form: { nothing: '' } }) })
	const hasData = expected === 'no' && method === 'GET' && !isApi && !/[.*]|^\/health$/.test(path)
	if (!hasData) return [['', page]]
	return [
		['', page],
		['.data', await house.ask(`${at}${path === '/' ? '/_root' : fill(path)}.data`, { cookie })],
	]
}

function fill(path: string): string {
	return path
		.replace('/*', '/gibt-es-nicht')
		.replace(/:(?:\w*[iI]d)\b/g, '0b9c6a52-7f0e-4f5e-9d3b-2f6b8c1d4e5f')
		.replace(/:version/g, '1')
		.replace(/:\w+/g, 'gibt-es-nicht')
}

const CHECKS_CREDENTIALS = /^\/werkstatt\/(anmelden|einladung|zugang\/adresse)|^\/beleg$/

/** Sent to sign in, refused for want of a right, or let in, whatever the page then says of a thing that does not exist. */
function outcome(path: string, { status, headers, text }: Answer): 'yes' | 'no' | 'failed' {
	const target = headers.get('location') ?? ''
	if (target.includes('/werkstatt/anmelden?weiter=')) return 'no'
	if (target.endsWith('/beleg') && path.startsWith('/beleg/')) return 'no'
	if (status === 202 && path.startsWith('/beleg/')) return 'no'
	if (status === 202 && text.includes('/werkstatt/anmelden?weiter=')) return 'no'
	if (status >= 500) return 'failed'
	// A wrong password is refused with 403 as well, and is no question of rights.
	return status === 403 && !CHECKS_CREDENTIALS.test(path) ? 'no' : 'yes'
}

async function receiptCookie(municipalityId: string): Promise<string> {
	const context = new RouterContextProvider()
	context.set(settingsContext, house.settings)
	context.set(secretsContext, openSecrets(house.settings.secretsFile))
	context.set(municipalityContext, { id: municipalityId } as Municipality)
	return (await openReceiptSession(context, [crypto.randomUUID()], Date.now())).split(';')[0]!
}

/** Beginnings of what people said and of what was coded in it, but for what is quoted in public; and how long the log is. */
async function rawWords(id: Town['id']) {
	const { said, coded, printed } = await inMunicipality(database, id, async (db) => ({
		said: await db.select({ text: voices.text }).from(voices),
		coded: await db.select({ text: codings.quote }).from(codings),
		printed: await db.select({ text: quotes.wording }).from(quotes),
	}))
	const begin = [...said, ...coded].map(({ text }) => plainText(text).slice(0, 50)).filter((words) => words.length > 30)
	const raw = [...new Set(begin)].filter((words) => !printed.some(({ text }) => plainText(text).includes(words)))
	return { raw, entries: () => inMunicipality(database, id, (db) => db.$count(auditEntries)) }
}

/** Every page and question of the team's side, the blanks filled with what there is. */
function addressesWithWords({ slugs, ids }: Town): string[] {
	const [talk, focus, round] = [slugs['conversations']![0]!, slugs['focusThemes']![0]!, slugs['rounds']![0]!]
	const [speaker, theme] = [ids['speakers']![0]!, slugs['themes']![0]!]
	const listedThere = listed
		.filter(
			({ method, path }) => method === 'GET' && /^\/(werkstatt|api)\//.test(path) && !/abmelden|anmelden/.test(path),
		)
		.map(({ path }) => path)
	const filled = listedThere.map((path) =>
		path
			.replace('gespraeche/:slug', `gespraeche/${talk}`)
			.replace('fokusthemen/:slug', `fokusthemen/${focus}`)
			.replace('runden/:slug', `runden/${round}`)
			.replace('blickwinkel/:slug', `blickwinkel/${slugs['perspectives']![0]}`)
			.replace('codebuch/:slug', `codebuch/${theme}`)
			.replace(/:speaker(Id)?/, speaker)
			.replace(':codingId', ids['codings']![0]!),
	)
	const asked = [
		'/werkstatt/suche?q=der',
		'/werkstatt/anliegen?q=der',
		`/werkstatt/stellen?thema=${theme}`,
		`/werkstatt/runden/${round}?art=schriftlich`,
		`/werkstatt/fokusthemen/${focus}/belegstellen?alle`,
		`/werkstatt/blickwinkel/${slugs['perspectives']![0]}/belegstellen?punkt=0`,
		`/api/v1/codings?transcript=${ids['transcripts']![0]}`,
	]
	return [...filled.filter((path) => !path.includes(':')), ...asked]
}

function plainText(html: string): string {
	return html
		.replace(/<[^>]*>/g, '')
		.replace(/&(amp|lt|gt|quot|#x27|#39);/g, "'")
		.replace(/["'„“”‚‘’]/g, "'")
		.replace(/\s+/g, ' ')
		.trim()
}
