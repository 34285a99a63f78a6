/** What publishing does when earlier stages tell their news. */
import { react } from '#platform/announcements.ts'
import { reviseEditions } from './revise-editions.ts'

react('consent-withdrawn', async (db, { channel, speakerId }) => {
	if (channel === 'quote' || channel === 'analyse') await reviseEditions(db, { speakerId })
})

react('speaker-restricted', (db, { speakerId }) => reviseEditions(db, { speakerId }))
