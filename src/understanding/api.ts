/** Codings as JSON, for the coding desk and for programs: `/api/v1/codings`. */
import type { Hono } from 'hono'
import { z } from 'zod'
import type { RequestVariables } from '#platform/http/create-app.ts'
import { Problem } from '#platform/problem.ts'
import { inTown, readFields, readJson, requireMember, type ApiRequest } from '#people/api-request.ts'
import { noteReading } from '#people/note-reading.ts'
import { changeCoding } from './coding/change-coding.ts'
import { codePassage, type Coding } from './coding/code-passage.ts'
import { coderOfAccount } from './coding/coder-of.ts'
import { findStandingCodings } from './coding/find-desk.ts'
import { removeCoding } from './coding/remove-coding.ts'
import { restoreCoding } from './coding/restore-coding.ts'
import { SPECIAL_CATEGORIES, STANCES } from './tables.ts'

type Api = Hono<{ Variables: RequestVariables }>

const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
const position = z
	.number()
	.int()
	.min(0)
	.max(2 ** 31 - 1)

const Change = z.object({
	themeId: id.optional(),
	stance: z.enum(STANCES).optional(),
	intensity: z.number().int().optional(),
	isGoodQuote: z.boolean().optional(),
	isSensitive: z.boolean().optional(),
	specialCategory: z.enum(SPECIAL_CATEGORIES).nullable().optional(),
})
/** `start` and `end` in code points of the transcript; the id may be chosen by the caller, then asking twice codes once. */
const New = Change.extend({ id: id.optional(), transcriptId: id, themeId: id, start: position, end: position })

export function mountUnderstandingApi(app: Api) {
	app.get('/api/v1/codings', async (c) => {
		const { accountId: by } = requireMember(c, 'read-transcripts')
		const transcriptId = readFields(id, c.req.query('transcript'))
		const codings = await inTown(c, async (db) => {
			await noteReading(db, by, 'transcript', transcriptId)
			return findStandingCodings(db, transcriptId)
		})
		return c.json({ codings })
	})
	app.post('/api/v1/codings', async (c) => {
		const { accountId, name } = requireMember(c, 'code-passages')
		const wanted = readFields(New, await readJson(c))
		const coding = await inTown(c, async (db) => {
			const coderId = await coderOfAccount(db, { accountId, name })
			return codePassage(db, { ...wanted, coderId, at: new Date() })
		})
		return c.json(toJson(coding), 201)
	})
	app.patch('/api/v1/codings/:id', async (c) => {
		requireMember(c, 'code-passages')
		const change = readFields(Change, await readJson(c))
		return c.json(toJson(await inTown(c, (db) => changeCoding(db, { codingId: codingId(c), change }))))
	})
	app.delete('/api/v1/codings/:id', async (c) => {
		requireMember(c, 'code-passages')
		await inTown(c, (db) => removeCoding(db, { codingId: codingId(c), at: new Date() }))
		return c.body(null, 204)
	})
	app.post('/api/v1/codings/:id/restore', async (c) => {
		requireMember(c, 'code-passages')
		return c.json(toJson(await inTown(c, (db) => restoreCoding(db, { codingId: codingId(c) }))))
	})
}

function toJson({ createdAt: _, coderId: __, prefix: ___, suffix: ____, ...coding }: Coding) {
	return coding
}

function codingId(c: ApiRequest): string {
	const given = c.req.param('id') ?? ''
	if (!id.safeParse(given).success) throw new Problem('not-found', 'coding-unknown')
	return given
}
