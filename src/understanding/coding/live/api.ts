/** News for an open desk as server-sent events: `people` (names of the others), `changed` (fetch what changed). */
import type { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import type { RequestVariables } from '#platform/http/create-app.ts'
import { databaseContext } from '#platform/http/request-context.ts'
import { inTown, readFields, requireMember } from '#people/api-request.ts'
import { municipalityContext } from '#people/request.ts'
import { findStandingCodings } from '../find-desk.ts'
import { sitDown } from './live-desks.ts'

/** After this time the browser asks anew, and whether they may still read is asked again too. */
const STREAM_MS = 60_000
const id = z.uuid()

export function mountLiveDesk(app: Hono<{ Variables: RequestVariables }>) {
	app.get('/api/v1/codings/live', async (c) => {
		const { accountId, name } = requireMember(c, 'code-passages')
		const transcriptId = readFields(id, c.req.query('transcript'))
		await inTown(c, (db) => findStandingCodings(db, transcriptId, new Date()))
		const context = c.get('pages')
		const database = context.get(databaseContext)
		const municipalityId = context.get(municipalityContext).id
		return streamSSE(c, async (stream) => {
			const say = (event: string, data: unknown) =>
				void stream.writeSSE({ event, data: JSON.stringify(data), retry: 1_000 })
			const leave = sitDown(database, {
				...{ municipalityId, transcriptId, accountId, name },
				onPeople: (names) => say('people', names),
				onChange: () => say('changed', null),
			})
			await new Promise<void>((ended) => {
				setTimeout(ended, STREAM_MS).unref()
				stream.onAbort(ended)
			})
			leave()
		})
	})
}
