/** The API of this stage for tests: real routes and refusals, without the server around them. */
import { Hono } from 'hono'
import { RouterContextProvider } from 'react-router'
import type { Database } from '#platform/database/database.ts'
import type { RequestVariables } from '#platform/http/create-app.ts'
import { problemAnswer } from '#platform/http/problem-answer.ts'
import { databaseContext } from '#platform/http/request-context.ts'
import { Problem } from '#platform/problem.ts'
import { memberContext, municipalityContext, type Member } from '#people/request.ts'
import type { sampleMunicipality } from '#people/sample.ts'
import { mountUnderstandingApi } from './api.ts'

type Town = Awaited<ReturnType<typeof sampleMunicipality>>

/** The API as `member` of the town reaches it; nobody when null. */
export function sampleApi(database: Database, town: Town, member: Member | null) {
	const app = new Hono<{ Variables: RequestVariables }>()
	app.use(async (c, next) => {
		const context = new RouterContextProvider()
		context.set(databaseContext, database)
		context.set(municipalityContext, town)
		context.set(memberContext, member)
		c.set('pages', context)
		await next()
	})
	mountUnderstandingApi(app)
	app.onError((error, c) => {
		if (error instanceof Problem) return problemAnswer(error, c.req.raw)
		throw error
	})
	return (path: string, method = 'GET', body?: unknown) =>
		app.request(`http://gehoert.test${path}`, {
			method,
			headers: { 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body),
		})
}
