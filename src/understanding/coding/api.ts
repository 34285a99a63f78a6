/** Codings as JSON, for the coding desk and for programs: `/api/v1/codings`, and what was done: `/api/v1/deeds`. */
import type { Hono, MiddlewareHandler } from 'hono'
import { z } from 'zod'
import type { RequestVariables } from '#platform/http/create-app.ts'
import { Problem } from '#platform/problem.ts'
import { databaseContext } from '#platform/http/request-context.ts'
import { inTown, readFields, readJson, requireMember, type ApiRequest } from '#people/api-request.ts'
import { noteReading } from '#people/note-reading.ts'
import { changeCoding } from './change-coding.ts'
import { codePassage, type Coding } from './code-passage.ts'
import { coderOfAccount } from './coder-of.ts'
import { doDeed } from './do-deed.ts'
import { findDeeds } from './find-deeds.ts'
import { findStandingCodings } from './find-desk.ts'
import { lookNow } from './live/live-desks.ts'
import { removeCoding } from './remove-coding.ts'
import { restoreCoding } from './restore-coding.ts'
import { undoDeed } from './undo-deed.ts'
import { SPECIAL_CATEGORIES, STANCES } from '../tables.ts'

type Api = Hono<{ Variables: RequestVariables }>

const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
const position = z
	.number()
	.int()
	.min(0)
	.max(2 ** 31 - 1)

/** `start` and `end` in code points of the transcript. */
const State = z
	.object({
		themeId: id,
		start: position,
		end: position,
		stance: z.enum(STANCES),
		intensity: z.number().int(),
		isGoodQuote: z.boolean(),
		isSensitive: z.boolean(),
		specialCategory: z.enum(SPECIAL_CATEGORIES).nullable(),
	})
	.partial()
/** Whoever names the version they saw (or sends it as `If-Match`) is refused when there is a newer one. */
const Change = State.extend({ version: z.number().int().positive().optional() })
/** The id may be chosen by the caller, then asking twice codes once. */
const New = State.extend({ id: id.optional(), transcriptId: id, themeId: id, start: position, end: position })

const Seen = z.record(id, z.number().int().positive()).optional()
/** `before` is what whoever asks believes to stand; `null` for a coding that is not there. */
const Part = z.object({ codingId: id, before: State.nullable(), after: State.nullable() })
const Decided = z.object({ id, codingId: id.optional() })
const NewDeed = z
	.object({
		...{ id, transcriptId: id, seen: Seen },
		parts: z.array(Part).max(200),
		suggestions: z.array(Decided).max(200).optional(),
	})
	.refine(({ parts, suggestions = [] }) => parts.length + suggestions.length > 0)

/** Whoever sits at the same desk sees it at once. */
const tellOthers: MiddlewareHandler<{ Variables: RequestVariables }> = async (c, next) => {
	await next()
	lookNow(c.get('pages').get(databaseContext))
}

const WRITING = ['POST', 'PATCH', 'DELETE']

export function mountCodingsApi(app: Api) {
	app.on(WRITING, ['/api/v1/codings/*', '/api/v1/deeds/*'], tellOthers)
	app.get('/api/v1/codings', async (c) => {
		const { accountId: by } = requireMember(c, 'read-transcripts')
		const transcriptId = readFields(id, c.req.query('transcript'))
		const since = readFields(z.coerce.date().optional(), c.req.query('since'))
		const standing = await inTown(c, async (db) => {
			if (!since) await noteReading(db, by, 'transcript', transcriptId)
			return findStandingCodings(db, transcriptId, since)
		})
		return c.json(standing)
	})
	app.post('/api/v1/codings', async (c) => {
		const member = requireMember(c, 'code-passages')
		const wanted = readFields(New, await readJson(c))
		const coding = await inTown(c, async (db) => {
			const coderId = await coderOfAccount(db, member)
			return codePassage(db, { ...wanted, coderId, at: new Date() })
		})
		return c.json(toJson(coding), 201, { etag: etagOf(coding) })
	})
	app.patch('/api/v1/codings/:id{[0-9a-f-]{36}}', async (c) => {
		const member = requireMember(c, 'code-passages')
		const { version = versionSeen(c), ...change } = readFields(Change, await readJson(c))
		const coding = await inTown(c, async (db) => {
			const coderId = await coderOfAccount(db, member)
			return changeCoding(db, { codingId: idIn(c, 'coding-unknown'), change, version, coderId })
		})
		return c.json(toJson(coding), 200, { etag: etagOf(coding) })
	})
	app.delete('/api/v1/codings/:id{[0-9a-f-]{36}}', async (c) => {
		const member = requireMember(c, 'code-passages')
		await inTown(c, async (db) => {
			const coderId = await coderOfAccount(db, member)
			await removeCoding(db, { codingId: idIn(c, 'coding-unknown'), version: versionSeen(c), coderId })
		})
		return c.body(null, 204)
	})
	app.post('/api/v1/codings/:id/restore', async (c) => {
		const member = requireMember(c, 'code-passages')
		const coding = await inTown(c, async (db) => {
			const coderId = await coderOfAccount(db, member)
			return restoreCoding(db, { codingId: idIn(c, 'coding-unknown'), coderId })
		})
		return c.json(toJson(coding))
	})
}

export function mountDeedsApi(app: Api) {
	app.get('/api/v1/deeds', async (c) => {
		const member = requireMember(c, 'code-passages')
		const transcriptId = readFields(id, c.req.query('transcript'))
		const before = readFields(z.coerce.number().int().positive().optional(), c.req.query('before'))
		const deeds = await inTown(c, async (db) => {
			const coderId = await coderOfAccount(db, member)
			return findDeeds(db, { transcriptId, coderId, before })
		})
		return c.json(deeds)
	})
	app.post('/api/v1/deeds', async (c) => {
		const member = requireMember(c, 'code-passages')
		const deed = readFields(NewDeed, await readJson(c))
		const codings = await inTown(c, async (db) => {
			const coderId = await coderOfAccount(db, member)
			return doDeed(db, { ...deed, coderId, at: new Date() })
		})
		return c.json({ codings: codings.map(toJson) }, 201)
	})
	for (const direction of ['undo', 'redo'] as const) {
		app.post(`/api/v1/deeds/:id/${direction}`, async (c) => {
			const member = requireMember(c, 'code-passages')
			const { seen } = readFields(z.object({ seen: Seen }), await readJson(c))
			const codings = await inTown(c, async (db) => {
				const coderId = await coderOfAccount(db, member)
				return undoDeed(db, { deedId: idIn(c, 'deed-unknown'), coderId, direction, seen, at: new Date() })
			})
			return c.json({ codings: codings.map(toJson) })
		})
	}
}

function toJson(coding: Coding) {
	const { transcriptId, voiceId, themeId, start, end, quote, stance, intensity, version, removedAt } = coding
	const { isGoodQuote, isSensitive, specialCategory } = coding
	const marks = { isGoodQuote, isSensitive, specialCategory }
	return {
		id: coding.id,
		...{ transcriptId, voiceId, themeId, start, end, quote, stance, intensity, ...marks },
		...{ version, removedAt },
	}
}

function etagOf({ version }: Coding): string {
	return `"${version}"`
}

/** `If-Match: "3"`: the version the caller has seen. */
function versionSeen(c: ApiRequest): number | undefined {
	const version = /^"(\d{1,9})"$/.exec(c.req.header('if-match') ?? '')?.[1]
	return version === undefined ? undefined : Number(version)
}

function idIn(c: ApiRequest, unknown: 'coding-unknown' | 'deed-unknown'): string {
	const given = c.req.param('id') ?? ''
	if (!id.safeParse(given).success) throw new Problem('not-found', unknown)
	return given
}
