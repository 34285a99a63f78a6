/** What this stage does in the background. */
import { workOn } from '#platform/jobs.ts'
import { learnSuggestions } from './suggesting/learn-suggestions.ts'

workOn('learn-suggestions', async (database, municipalityId) => {
	await learnSuggestions(database, municipalityId, new Date())
})
