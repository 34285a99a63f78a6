/** Proposals for the turns of one transcript as JSON: `/api/v1/suggestions`. They are decided on by a deed: `/api/v1/deeds`. */
import type { Hono } from 'hono'
import { z } from 'zod'
import type { RequestVariables } from '#platform/http/create-app.ts'
import { inTown, readFields, requireMember } from '#people/api-request.ts'
import { noteReading } from '#people/note-reading.ts'
import { findDeskSuggestions } from './find-desk-suggestions.ts'
import { queueLearningIfStale } from './learn-suggestions.ts'
import { findSuggestingSettings } from './suggesting-settings.ts'

const MOST_AT_ONCE = 500
const count = (most: number) => z.coerce.number().int().min(0).max(most)
const position = count(2 ** 31 - 1)
const Stretch = z.object({
	transcript: z.uuid(),
	from: position.default(0),
	to: position.default(2 ** 31 - 1),
	limit: count(MOST_AT_ONCE).default(MOST_AT_ONCE),
})

export function mountSuggestionsApi(app: Hono<{ Variables: RequestVariables }>) {
	app.get('/api/v1/suggestions', async (c) => {
		const { accountId: by } = requireMember(c, 'code-passages')
		const { transcript: transcriptId, ...stretch } = readFields(Stretch, c.req.query())
		const answer = await inTown(c, async (db) => {
			const { isOn } = await findSuggestingSettings(db)
			if (!isOn) return { isOn, suggestions: [] }
			await queueLearningIfStale(db, { transcriptId })
			const suggestions = await findDeskSuggestions(db, { transcriptId, ...stretch })
			if (suggestions.length > 0) await noteReading(db, by, 'transcript', transcriptId)
			return { isOn, suggestions }
		})
		return c.json(answer)
	})
}
