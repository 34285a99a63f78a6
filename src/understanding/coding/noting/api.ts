/** Analysts' notes as JSON: `/api/v1/memos`; and themes found while reading: `/api/v1/themes/from-passage`. */
import { sql } from 'drizzle-orm'
import type { Hono } from 'hono'
import { z } from 'zod'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { RequestVariables } from '#platform/http/create-app.ts'
import { Problem } from '#platform/problem.ts'
import { inTown, readFields, readJson, requireMember, type ApiRequest } from '#people/api-request.ts'
import { noteReading } from '#people/note-reading.ts'
import { STANCES } from '../../tables.ts'
import { codeNewTheme } from '../code-new-theme.ts'
import { coderOfAccount } from '../coder-of.ts'
import { findMemos } from '../find-memos.ts'
import { changeMemo, removeMemo, writeMemo, type MemoSubject } from '../write-memo.ts'

type Api = Hono<{ Variables: RequestVariables }>

const id = z.uuid()
/** `position`: the contribution at this place of this transcript. */
const Turn = z.object({ transcriptId: id, position: z.number().int().min(0) })
const On = z.union([
	z.strictObject({ codingId: id }),
	z.strictObject({ themeId: id }),
	z.strictObject({ voiceId: id }),
	z.strictObject({ conversationId: id }),
	z.strictObject({ roundId: id }),
	Turn.strict(),
])
const NewMemo = z.object({ id: id.optional(), on: On, text: z.string() })
const NewTheme = z.object({
	label: z.string(),
	parentId: id.nullable(),
	passage: z.object({
		id,
		transcriptId: id,
		start: z.number().int().min(0),
		end: z.number().int().min(0),
		stance: z.enum(STANCES),
		intensity: z.number().int(),
	}),
})
/** More than anybody writes on one conversation. */
const MEMOS_AT_ONCE = 2_000

export function mountMemosApi(app: Api) {
	app.get('/api/v1/memos', async (c) => {
		const { accountId: by } = requireMember(c, 'code-passages')
		const transcriptId = readFields(id, c.req.query('transcript'))
		const { memos } = await inTown(c, async (db) => {
			await noteReading(db, by, 'transcript', transcriptId)
			return findMemos(db, { transcriptId, limit: MEMOS_AT_ONCE })
		})
		return c.json({
			memos: memos.map(({ id: memoId, text, kind, coderName, codingId, position }) => {
				return { id: memoId, text, kind, coderName, codingId, position }
			}),
		})
	})
	app.post('/api/v1/memos', async (c) => {
		const member = requireMember(c, 'code-passages')
		const { id: wanted, on, text } = readFields(NewMemo, await readJson(c))
		const written = await inTown(c, async (db) => {
			const coderId = await coderOfAccount(db, member)
			return writeMemo(db, { id: wanted, on: await subjectOf(db, on), text, coderId, at: new Date() })
		})
		return c.json({ id: written.id, text: written.text }, 201)
	})
	app.patch('/api/v1/memos/:id', async (c) => {
		const by = requireMember(c, 'code-passages')
		const { text } = readFields(z.object({ text: z.string() }), await readJson(c))
		const changed = await inTown(c, (db) => changeMemo(db, { memoId: memoId(c), text, by, at: new Date() }))
		return c.json({ id: changed.id, text: changed.text })
	})
	app.delete('/api/v1/memos/:id', async (c) => {
		const by = requireMember(c, 'code-passages')
		await inTown(c, (db) => removeMemo(db, { memoId: memoId(c), by }))
		return c.body(null, 204)
	})
	app.post('/api/v1/themes/from-passage', async (c) => {
		const member = requireMember(c, 'edit-codebook')
		const { passage, ...wanted } = readFields(NewTheme, await readJson(c))
		const { theme, coding } = await inTown(c, async (db) => {
			const coderId = await coderOfAccount(db, member)
			return codeNewTheme(db, { ...wanted, ...passage, coderId, at: new Date() })
		})
		const { label, definition, keywords, colour } = theme
		return c.json({ theme: { id: theme.id, label, definition, keywords, colour }, codingId: coding.id }, 201)
	})
}

/** @throws {Problem} `memo-subject-unknown` */
async function subjectOf(db: MunicipalityDatabase, on: z.output<typeof On>): Promise<MemoSubject> {
	if (!('position' in on)) return on
	const { rows } = await db.execute<{ voiceId: string }>(sql`
		select voice_id as "voiceId" from turn
		where transcript_id = ${on.transcriptId} and position = ${on.position} and voice_id is not null`)
	if (!rows[0]) throw new Problem('not-found', 'memo-subject-unknown')
	return rows[0]
}

function memoId(c: ApiRequest): string {
	const given = c.req.param('id') ?? ''
	if (!id.safeParse(given).success) throw new Problem('not-found', 'memo-unknown')
	return given
}
