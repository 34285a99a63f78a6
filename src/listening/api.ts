/** Decisions of the names desk as JSON: `/api/v1/conversations/SLUG/names`. */
import type { Hono } from 'hono'
import { z } from 'zod'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { RequestVariables } from '#platform/http/create-app.ts'
import { secretsContext } from '#platform/http/request-context.ts'
import { inTown, readFields, readJson, requireMember } from '#people/api-request.ts'
import { municipalityContext } from '#people/request.ts'
import { NAME_KINDS } from '#protecting/find-names.rules.ts'
import { findConversation } from './find-conversation.ts'
import { countNames, decideNames, lookAgain, undoNames } from './names/decide-names.ts'
import { markName } from './names/mark-name.ts'
import { CERTAINTIES } from './names.tables.ts'

type Api = Hono<{ Variables: RequestVariables }>

const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
const position = z
	.number()
	.int()
	.min(0)
	.max(2 ** 31 - 1)
const state = z.enum(['open', 'replaced', 'kept'])
const Finding = z.object({
	id,
	start: position,
	end: position,
	kind: z.enum(NAME_KINDS),
	name: z.string().max(500),
	replacement: z.string().max(200),
	certainty: z.enum(CERTAINTIES),
	state,
})
const seenAt = z.iso
	.datetime()
	.transform((written) => new Date(written))
	.optional()
const findings = z.array(Finding).max(5_000)

/** `start` and `end` in code points of the transcript. `undo` takes what an earlier answer said; `seenAt` is when the places were last shown. */
const Act = z.discriminatedUnion('act', [
	z.object({
		act: z.literal('decide'),
		transcriptId: id,
		findingIds: z.array(id).min(1).max(500),
		state,
		replacement: z.string().max(500).optional(),
		everywhere: z.boolean().optional(),
		seenAt,
	}),
	z.object({ act: z.literal('look'), transcriptId: id, findingIds: z.array(id).min(1).max(500) }),
	z.object({
		act: z.literal('mark'),
		transcriptId: id,
		start: position,
		end: position,
		kind: z.enum(NAME_KINDS),
		seenAt,
	}),
	z.object({ act: z.literal('undo'), transcriptId: id, before: findings, after: findings.min(1) }),
])

export function mountListeningApi(app: Api) {
	app.post('/api/v1/conversations/:slug/names', async (c) => {
		const { accountId: by } = requireMember(c, 'pseudonymise')
		const wanted = readFields(Act, await readJson(c))
		const { id: municipalityId } = c.get('pages').get(municipalityContext)
		const seal = { secrets: c.get('pages').get(secretsContext), municipalityId }
		const answer = await inTown(c, async (db) => {
			const { id: conversationId } = await findConversation(db, c.req.param('slug'))
			const who = { conversationId, by, at: new Date() }
			const changed = await carryOut(db, wanted, { ...who, seal })
			return { ...changed, seenAt: who.at, progress: await countNames(db, wanted.transcriptId) }
		})
		return c.json(answer)
	})
}

type Who = { conversationId: string; by: string; at: Date; seal: Parameters<typeof markName>[1]['seal'] }

function carryOut(db: MunicipalityDatabase, { act, ...wanted }: z.output<typeof Act>, who: Who) {
	const given = { ...wanted, ...who }
	if (act === 'decide') return decideNames(db, given as Parameters<typeof decideNames>[1])
	if (act === 'look') return lookAgain(db, given as Parameters<typeof lookAgain>[1])
	if (act === 'mark') return markName(db, given as Parameters<typeof markName>[1])
	return undoNames(db, given as Parameters<typeof undoNames>[1])
}
