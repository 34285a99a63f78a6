/** What addresses of the API share: who asks, for which town, and what they sent. */
import type { Context } from 'hono'
import type { z } from 'zod'
import { inMunicipality, type MunicipalityDatabase } from '#platform/database/database.ts'
import type { RequestVariables } from '#platform/http/create-app.ts'
import { databaseContext } from '#platform/http/request-context.ts'
import { Problem } from '#platform/problem.ts'
import { memberContext, municipalityContext, type Member } from './request.ts'
import { mayDo, type Act } from './rights.ts'

export type ApiRequest = Context<{ Variables: RequestVariables }>

/** @throws {Problem} `sign-in-needed`, `right-missing` */
export function requireMember(c: ApiRequest, act: Act): Member {
	const member = c.get('pages').get(memberContext)
	if (!member) throw new Problem('not-allowed', 'sign-in-needed')
	if (!mayDo(member.part, act)) throw new Problem('not-allowed', 'right-missing', { act })
	return member
}

/** Runs `work` in one transaction of the municipality this request is for. */
export function inTown<Result>(c: ApiRequest, work: (db: MunicipalityDatabase) => Promise<Result>): Promise<Result> {
	const context = c.get('pages')
	return inMunicipality(context.get(databaseContext), context.get(municipalityContext).id, work)
}

/** Only JSON is taken: a form of another site cannot send it unasked. @throws {Problem} `body-not-json` */
export async function readJson(c: ApiRequest): Promise<unknown> {
	const isJson = /^application\/json\b/.test(c.req.header('content-type') ?? '')
	try {
		if (isJson) return await c.req.json()
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error
	}
	throw new Problem('invalid', 'body-not-json')
}

/** @throws {Problem} `field-invalid` with the name of the first field that does not fit */
export function readFields<Shape extends z.ZodType>(shape: Shape, given: unknown): z.output<Shape> {
	const parsed = shape.safeParse(given)
	if (!parsed.success)
		throw new Problem('invalid', 'field-invalid', { field: parsed.error.issues[0]?.path.join('.') || 'body' })
	return parsed.data
}
