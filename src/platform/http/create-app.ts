/** The outer server: limits, headers, files of the build, the API, and behind them the pages. */
import { randomBytes, randomUUID } from 'node:crypto'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import { runStatement, type Database } from '#platform/database/database.ts'
import { log, logBug } from '#platform/log.ts'
import { Problem } from '#platform/problem.ts'
import { speaking } from '#platform/words/spoken-language.ts'
import { isLanguage, LANGUAGES, type Language } from '#platform/words/words.ts'
import { databaseContext, languageContext, nonceContext, visitorContext } from './request-context.ts'
import { answerOutside, mountedAt, pathBelow, requestInside } from './mounting.ts'
import { refuseForeignChanges } from './own-origin.ts'
import { isStraightPath, plainPath } from './plain-path.rules.ts'
import { problemAnswer } from './problem-answer.ts'
import { securityHeaders } from './security-headers.ts'
import { visitorOf } from './visitor.ts'

/** What is known of a request before the pages or the API see it. */
export type RequestVariables = { requestId: string; nonce: string; language: Language; pages: RouterContextProvider }
/** What the outer door found out, and what the server knows of the connection. */
type Door = { site?: Site<unknown> | undefined; failure?: unknown }
type Inner = { Variables: RequestVariables; Bindings: Door }
export type AppContext = Context<Inner>
export type App = {
	fetch: (request: Request, connection?: object) => Promise<Response>
	/** Addresses outside the pages, as they were mounted. */
	routes: { method: string; path: string }[]
}

/** Whose pages an address shows. */
export type Site<Place> = {
	/** `''`, or the path below which the place answers: `/birkenrode`. */
	mount: string
	/** What it speaks, its own first. */
	languages: readonly Language[]
	/** A page to show instead of the one that was asked for: path and search. */
	shows?: string
	place: Place
}

export type AppParts<Place> = {
	database: Database
	build: ServerBuild
	clientFolder: string
	/** The address people type; with `https` a proxy speaks it. */
	baseUrl: () => string
	findSite: (request: Request) => Promise<Site<Place>>
	/** Fills the stages' own keys: municipality, member. */
	prepare: (context: RouterContextProvider, request: Request, site: Site<Place>) => Promise<void>
	/** Where the API, feeds and health live; added before the pages. */
	mount: (app: Hono<{ Variables: RequestVariables }>) => void
}

/** Largest body: one upload of a transcript with its attachments. */
const BODY_LIMIT_BYTES = 32 * 1024 * 1024

const PAGE_METHODS = ['GET', 'HEAD', 'POST']

/** The door of the house: finds out whose pages an address shows, and lets the request in as if it had come for them alone. */
export function createApp<Place>(parts: AppParts<Place>): App {
	const inner = createInner(parts as AppParts<unknown>)
	return {
		routes: inner.routes.filter(({ path }) => !path.includes('*')),
		async fetch(request, connection = {}) {
			const { pathname, search } = new URL(request.url)
			if (pathname.startsWith('/assets/') || pathname === '/health') return inner.fetch(request, connection)
			const { site, failure } = await findOut(() => parts.findSite(request))
			const mount = site?.mount ?? ''
			const wanted = site?.shows ?? (mount ? pathBelow(mount, pathname) + search : undefined)
			const inside = wanted === undefined ? request : requestInside(request, wanted)
			const answer = await mountedAt(mount, async () => inner.fetch(inside, { ...connection, site, failure }))
			return mount ? answerOutside(answer, mount) : answer
		},
	}
}

async function findOut<Place>(find: () => Promise<Site<Place>>): Promise<{ site?: Site<Place>; failure?: unknown }> {
	try {
		return { site: await find() }
	} catch (failure) {
		return { failure }
	}
}

function createInner({ database, build, clientFolder, baseUrl, prepare, mount }: AppParts<unknown>) {
	const app = new Hono<Inner>()
	const answerWithPage = createRequestHandler(build, 'production')

	app.use(async (c, next) => {
		const began = performance.now()
		c.set('requestId', randomUUID())
		c.set('nonce', randomBytes(16).toString('base64'))
		c.set('language', languageOf(c.req.raw, c.env.site?.languages ?? LANGUAGES))
		await speaking(c.get('language'), next)
		securityHeaders(c)
		const ms = Math.round(performance.now() - began)
		log('info', 'request', {
			id: c.get('requestId'),
			method: c.req.method,
			route: plainPath(c.req.path),
			status: c.res.status,
			ms,
		})
	})
	const packed = compress({ threshold: 1024 })
	// What was written is answered in a few words: packing them takes longer than sending them.
	app.use((c, next) => (c.req.method !== 'GET' && c.req.path.startsWith('/api/') ? next() : packed(c, next)))
	app.use(
		'/assets/*',
		serveStatic({
			root: clientFolder,
			onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
		}),
	)
	// Of a build before this one, or of none: no page is asked what it was.
	app.all('/assets/*', () => {
		throw new Problem('not-found', 'page-unknown')
	})
	app.use(async (c, next) => {
		// No text has a NUL in it, and the database takes none.
		if (!isStraightPath(c.req.path) || /%00/.test(new URL(c.req.url).search))
			throw new Problem('not-found', 'page-unknown')
		await next()
	})
	app.use(
		bodyLimit({
			maxSize: BODY_LIMIT_BYTES,
			onError: () => {
				throw new Problem('too-large', 'body-too-large', { megabytes: 32 })
			},
		}),
	)
	app.use(refuseForeignChanges(baseUrl))
	app.get('/health', async (c) => {
		await runStatement(database, 'select 1')
		return c.json({ status: 'ok' })
	})
	app.use(async (c, next) => {
		const { site, failure } = c.env
		if (!site) throw failure
		const context = new RouterContextProvider()
		context.set(databaseContext, database)
		context.set(languageContext, c.get('language'))
		context.set(nonceContext, c.get('nonce'))
		context.set(visitorContext, visitorOf(c))
		await prepare(context, c.req.raw, site)
		c.set('pages', context)
		await next()
	})
	mount(app as unknown as Hono<{ Variables: RequestVariables }>)
	app.all('/api/*', () => {
		throw new Problem('not-found', 'address-unknown')
	})
	app.all('*', async (c) => {
		// Pages are read and sent; React Router would take every other word for sending.
		if (!PAGE_METHODS.includes(c.req.method)) return c.body(null, 405, { allow: PAGE_METHODS.join(', ') })
		const answer = await answerWithPage(c.req.raw, c.get('pages'))
		const chosen = new URL(c.req.url).searchParams.get('lang')
		if (isLanguage(chosen) && chosen === c.get('language'))
			answer.headers.append('set-cookie', `language=${chosen}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`)
		return answer
	})
	app.onError((error, c) => {
		const problem = error instanceof Problem ? error : new Problem('unavailable', 'bug')
		if (problem.code === 'bug') logBug('request-failed', error, { id: c.get('requestId') })
		return speaking(c.get('language'), () => problemAnswer(problem, c.req.raw, c.get('requestId')))
	})
	return app
}

/** The address says it, else the cookie, else the first language of the place. */
function languageOf(request: Request, spoken: readonly Language[]): Language {
	const asked = new URL(request.url).searchParams.get('lang')
	const kept = /(?:^|;\s*)language=([a-z-]+)/.exec(request.headers.get('cookie') ?? '')?.[1]
	const wished = [asked, kept].filter(isLanguage)
	return wished.find((language) => spoken.includes(language)) ?? spoken[0] ?? 'de'
}
