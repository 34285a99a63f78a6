/** What understanding does when earlier stages tell their news. */
import { eq } from 'drizzle-orm'
import { react } from '#platform/announcements.ts'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { packThemes } from '#method/themes.ts'
import { voices } from '#listening/tables.ts'
import { dropFromSamples, moveUnitCodings } from './agreeing/follow-voices.ts'
import { forgetAnchors } from './codebook/forget-anchors.ts'
import { codeCategories } from './coding/code-categories.ts'
import { moveCodings } from './coding/move-codings.ts'
import { removeCodingsOfVoices } from './coding/remove-coding.ts'
import { refuseCodedVoices } from './coding/refuse-coded-voices.ts'
import { forgetSuggestions } from './suggesting/forget-suggestions.ts'
import { queueLearning } from './suggesting/learn-suggestions.ts'
import { themes } from './tables.ts'

react('municipality-created', async (db, { language, themes: own = packThemes(language) }) => {
	const rows = own.map(({ keywords, ...theme }) => ({ ...theme, keywords: [...keywords] }))
	await db.insert(themes).values(rows)
})

react('voices-categorised', (db, { categories }) => codeCategories(db, { categories, at: new Date() }))

react('consent-withdrawn', async (db, { channel, voiceIds }) => {
	if (channel !== 'analyse') return
	await forgetAnchors(db, { voiceIds })
	await dropFromSamples(db, { voiceIds })
	await removeCodingsOfVoices(db, { voiceIds, at: new Date() })
	await unlearn(db, { voiceIds })
})

react('speaker-erased', async (db, about) => {
	await forgetAnchors(db, about)
	await unlearn(db, about)
})

react('speaker-restricted', unlearn)

react('voices-end', (db, { voiceIds }) => refuseCodedVoices(db, voiceIds))

react('transcript-rewritten', moveCodings)
react('transcript-rewritten', moveUnitCodings)
react('transcript-rewritten', async (db, { conversationId }) => {
	const said = await db.select({ id: voices.id }).from(voices).where(eq(voices.conversationId, conversationId))
	await unlearn(db, { voiceIds: said.map(({ id }) => id) })
})

/** What the machine learned, it learned from their words too. */
async function unlearn(db: MunicipalityDatabase, { voiceIds }: { voiceIds: string[] }) {
	if (await forgetSuggestions(db, { voiceIds })) await queueLearning(db, { inSeconds: 5 })
}
