/** What focusing does when earlier stages tell their news. */
import { react } from '#platform/announcements.ts'
import { forgetCitations } from './forget-citations.ts'
import { keepQuotedWords } from './keep-quoted-words.ts'
import { rewordQuotes } from './reword-quotes.ts'
import { withdrawQuotesOfVoices } from './withdraw-quote.ts'

react('consent-withdrawn', async (db, { channel, voiceIds }) => {
	if (channel === 'quote' || channel === 'analyse') await withdrawQuotesOfVoices(db, { voiceIds })
	if (channel === 'analyse') await forgetCitations(db, { voiceIds })
})

react('passages-changed', rewordQuotes)

react('passages-resized', keepQuotedWords)
