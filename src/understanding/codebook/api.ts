/** The codebook for programs: `/api/v1/themes`, by the same rules as the pages. */
import type { Hono } from 'hono'
import { z } from 'zod'
import { isUuid, type MunicipalityDatabase } from '#platform/database/database.ts'
import type { RequestVariables } from '#platform/http/create-app.ts'
import { Problem } from '#platform/problem.ts'
import { inTown, readFields, readJson, requireMember, type ApiRequest } from '#people/api-request.ts'
import { coderOfAccount } from '../coding/coder-of.ts'
import { archiveTheme, reopenTheme } from './archive-theme.ts'
import { changeTheme } from './change-theme.ts'
import { createTheme } from './create-theme.ts'
import { deleteTheme } from './delete-theme.ts'
import { findCodebook } from './find-codebook.ts'
import { mergeThemes } from './merge-themes.ts'
import { moveTheme } from './move-theme.ts'
import type { Step } from './note-theme-change.ts'
import { splitTheme } from './split-theme.ts'
import { redoStep, undoStep } from './undo-step.ts'

const id = z.string().refine(isUuid)
const Wording = z.object({
	label: z.string(),
	definition: z.string().optional(),
	anchorExample: z.string().optional(),
	codingRule: z.string().optional(),
	include: z.string().optional(),
	exclude: z.string().optional(),
	keywords: z.array(z.string().min(1)).max(100).optional(),
	colour: z.string().optional(),
	parentId: id.nullable().optional(),
})
const Change = Wording.partial().extend({ isArchived: z.boolean().optional() })
const Move = z.union([
	z.object({ to: z.enum(['up', 'down', 'in', 'out']) }),
	z.object({ parentId: id.nullable(), beforeId: id.nullable().default(null) }),
])
const Merge = z.object({ sourceIds: z.array(id).min(1), targetId: id })
const Split = z.object({ codingIds: z.array(id).min(1), into: z.union([z.object({ themeId: id }), Wording]) })

export function mountThemesApi(app: Hono<{ Variables: RequestVariables }>) {
	app.get('/api/v1/themes', async (c) => {
		requireMember(c, 'read-transcripts')
		return c.json({ themes: await inTown(c, findCodebook) })
	})
	app.post('/api/v1/themes', async (c) => {
		const wording = await fields(c, Wording)
		return c.json(
			await editing(c, async (db, step) => oneOf(db, (await createTheme(db, { ...wording, ...step })).id)),
			201,
		)
	})
	app.post('/api/v1/themes/merge', async (c) => {
		const merge = await fields(c, Merge)
		return c.json({ stepId: await editing(c, (db, step) => mergeThemes(db, { ...merge, ...step })) })
	})
	app.patch('/api/v1/themes/:id{[0-9a-f-]{36}}', async (c) => {
		const { isArchived, ...wording } = await fields(c, Change)
		const themeId = asked(c, 'theme-unknown')
		const theme = await editing(c, async (db, step) => {
			await changeTheme(db, { themeId, ...wording, ...step })
			if (isArchived === true) await archiveTheme(db, { themeId, ...step })
			if (isArchived === false) await reopenTheme(db, { themeId, ...step })
			return oneOf(db, themeId)
		})
		return c.json(theme)
	})
	app.delete('/api/v1/themes/:id{[0-9a-f-]{36}}', async (c) => {
		const themeId = asked(c, 'theme-unknown')
		await editing(c, (db, step) => deleteTheme(db, { themeId, ...step }))
		return c.body(null, 204)
	})
	app.post('/api/v1/themes/:id/move', async (c) => {
		const move = await fields(c, Move)
		const themeId = asked(c, 'theme-unknown')
		const to = 'to' in move ? move.to : move
		await editing(c, (db, step) => moveTheme(db, { themeId, to, ...step }))
		return c.body(null, 204)
	})
	app.post('/api/v1/themes/:id/split', async (c) => {
		const split = await fields(c, Split)
		const themeId = asked(c, 'theme-unknown')
		return c.json(await editing(c, (db, step) => splitTheme(db, { themeId, ...split, ...step })))
	})
	mountSteps(app)
}

function mountSteps(app: Hono<{ Variables: RequestVariables }>) {
	app.post('/api/v1/themes/steps/:id/undo', async (c) => {
		const stepId = asked(c, 'codebook-step-unknown')
		await editing(c, (db, { at }) => undoStep(db, { stepId, at }))
		return c.body(null, 204)
	})
	app.post('/api/v1/themes/steps/:id/redo', async (c) => {
		const stepId = asked(c, 'codebook-step-unknown')
		await editing(c, (db, { at }) => redoStep(db, { stepId, at }))
		return c.body(null, 204)
	})
}

async function fields<Shape extends z.ZodType>(c: ApiRequest, shape: Shape): Promise<z.output<Shape>> {
	requireMember(c, 'edit-codebook')
	return readFields(shape, await readJson(c))
}

function editing<Result>(
	c: ApiRequest,
	work: (db: MunicipalityDatabase, step: Step & { at: Date }) => Promise<Result>,
): Promise<Result> {
	const member = requireMember(c, 'edit-codebook')
	return inTown(c, async (db) => work(db, { by: await coderOfAccount(db, member), at: new Date() }))
}

async function oneOf(db: MunicipalityDatabase, themeId: string) {
	return (await findCodebook(db)).find((theme) => theme.id === themeId)
}

/** @throws {Problem} `unknown` when the address holds no id */
function asked(c: ApiRequest, unknown: string): string {
	requireMember(c, 'edit-codebook')
	const given = c.req.param('id') ?? ''
	if (!isUuid(given)) throw new Problem('not-found', unknown)
	return given
}
