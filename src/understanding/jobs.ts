/** What this stage does in the background. */
import { inMunicipality } from '#platform/database/database.ts'
import { workOn } from '#platform/jobs.ts'
import type { ModelKey } from '#platform/settings.ts'
import { learnSuggestions } from './suggesting/learn-suggestions.ts'
import { goOnWithModelRun } from './suggesting/model-runs.ts'

workOn('learn-suggestions', async (database, municipalityId) => {
	await learnSuggestions(database, municipalityId, new Date())
})

/** Says with which key a language model is asked; called once, before the jobs start. */
export function askLanguageModels({ modelKey }: { modelKey?: ModelKey | undefined }) {
	workOn('ask-language-model', (database, municipalityId, { runId }) =>
		goOnWithModelRun((work) => inMunicipality(database, municipalityId, work), { runId, modelKey }),
	)
}
