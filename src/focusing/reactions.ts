/** What focusing does when earlier stages tell their news. */
import { react } from '#platform/announcements.ts'
import { tellThemeUses } from '#understanding/codebook/theme-uses.ts'
import { findThemeUses } from './find-theme-uses.ts'
import { followMerge, followRedoneStep, followSplit, followUndoneStep } from './follow-codebook.ts'
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

react('themes-merged', followMerge)

react('theme-split', followSplit)

react('codebook-step-undone', followUndoneStep)

react('codebook-step-redone', followRedoneStep)

tellThemeUses(findThemeUses)
