/** What publishing does when earlier stages tell their news. */
import { react } from '#platform/announcements.ts'
import { reviseEditions } from './revise-editions.ts'
import { willHoldFlagged } from './hold-flagged-quotes.ts'

react('consent-withdrawn', async (db, { channel, speakerId }) => {
	if (channel === 'quote' || channel === 'analyse') await reviseEditions(db, { speakerId })
	if (channel === 'quote-with-office') await reviseEditions(db, { speakerId, onlyLabels: true })
})

react('speaker-restricted', (db, { speakerId }) => reviseEditions(db, { speakerId }))

react('speaker-erased', (db, { speakerId }) => reviseEditions(db, { speakerId }))

react('quotes-reworded', async (db, { quotes }) => {
	for (const [speakerId, own] of Map.groupBy(quotes, (quote) => quote.speakerId))
		await reviseEditions(db, { speakerId, quoteIds: own.map(({ quoteId }) => quoteId) })
})

react('passage-flagged', willHoldFlagged)
