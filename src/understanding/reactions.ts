/** What understanding does when earlier stages tell their news. */
import { react } from '#platform/announcements.ts'
import { packThemes } from '#method/themes.ts'
import { dropFromSamples, moveUnitCodings } from './agreeing/follow-voices.ts'
import { forgetAnchors } from './codebook/forget-anchors.ts'
import { codeCategories } from './coding/code-categories.ts'
import { moveCodings } from './coding/move-codings.ts'
import { removeCodingsOfVoices } from './coding/remove-coding.ts'
import { refuseCodedVoices } from './coding/refuse-coded-voices.ts'
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
})

react('speaker-erased', forgetAnchors)

react('voices-end', (db, { voiceIds }) => refuseCodedVoices(db, voiceIds))

react('transcript-rewritten', moveCodings)
react('transcript-rewritten', moveUnitCodings)
