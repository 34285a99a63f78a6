/** The outer server: limits, headers, files of the build, the API, and behind them the pages. */
import { randomBytes, randomUUID } from 'node:crypto'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import type { Database } from '#platform/database/database.ts'
import { log, logBug } from '#platform/log.ts'
import { Problem } from '#platform/problem.ts'
import { speaking } from '#platform/words/spoken-language.ts'
import { isLanguage, type Language } from '#platform/words/words.ts'
import { databaseContext, languageContext, nonceContext, visitorContext } from './request-context.ts'
import { plainPath } from './plain-path.rules.ts'
import { problemAnswer } from './problem-answer.ts'
import { securityHeaders } from './security-headers.ts'
import { visitorOf } from './visitor.ts'

/** What is known of a request before the pages or the API see it. */
export type RequestVariables = { requestId: string; nonce: string; language: Language; pages: RouterContextProvider }
export type AppContext = Context<{ Variables: RequestVariables }>

export type AppParts = {
	database: Database
	build: ServerBuild
	clientFolder: string
	/** Fills the stages' own keys: municipality, member. */
	prepare: (context: RouterContextProvider, request: Request) => Promise<void>
	/** Where the API, feeds and health live; added before the pages. */
	mount: (app: Hono<{ Variables: RequestVariables }>) => void
}

/** Largest body: one upload of a transcript with its attachments. */
const BODY_LIMIT_BYTES = 32 * 1024 * 1024

export function createApp({ database, build, clientFolder, prepare, mount }: AppParts) {
	const app = new Hono<{ Variables: RequestVariables }>()
	const answerWithPage = createRequestHandler(build, 'production')

	app.use(async (c, next) => {
		const began = performance.now()
		c.set('requestId', randomUUID())
		c.set('nonce', randomBytes(16).toString('base64'))
		c.set('language', languageOf(c.req.raw))
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
	app.use(compress({ threshold: 1024 }))
	app.use(
		'/assets/*',
		serveStatic({
			root: clientFolder,
			onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
		}),
	)
	app.use(
		bodyLimit({
			maxSize: BODY_LIMIT_BYTES,
			onError: () => {
				throw new Problem('too-large', 'body-too-large', { megabytes: 32 })
			},
		}),
	)
	app.use(csrf())
	app.use(async (c, next) => {
		const context = new RouterContextProvider()
		context.set(databaseContext, database)
		context.set(languageContext, c.get('language'))
		context.set(nonceContext, c.get('nonce'))
		context.set(visitorContext, visitorOf(c))
		await prepare(context, c.req.raw)
		c.set('pages', context)
		await next()
	})
	mount(app)
	app.all('*', async (c) => {
		const answer = await answerWithPage(c.req.raw, c.get('pages'))
		const chosen = new URL(c.req.url).searchParams.get('lang')
		if (isLanguage(chosen))
			answer.headers.append('set-cookie', `language=${chosen}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`)
		return answer
	})
	app.onError((error, c) => {
		const problem = problemOf(error)
		if (problem.code === 'bug') logBug('request-failed', error, { id: c.get('requestId') })
		return speaking(c.get('language'), () => problemAnswer(problem, c.req.raw, c.get('requestId')))
	})
	return app
}

/** Hono refuses forms sent from other sites by an exception of its own. */
function problemOf(error: Error): Problem {
	if (error instanceof Problem) return error
	const isForeignForm = error instanceof HTTPException && error.status === 403
	return isForeignForm ? new Problem('not-allowed', 'foreign-form') : new Problem('unavailable', 'bug')
}

/** The address says it, else the cookie, else German. */
function languageOf(request: Request): Language {
	const asked = new URL(request.url).searchParams.get('lang')
	if (isLanguage(asked)) return asked
	const kept = /(?:^|;\s*)language=([a-z-]+)/.exec(request.headers.get('cookie') ?? '')?.[1]
	return isLanguage(kept) ? kept : 'de'
}
