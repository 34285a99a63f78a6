/** A word list as a csv file. No page of its own. */
import { languageContext } from '#platform/http/request-context.ts'
import { refusingLoader } from '#platform/http/refusals.ts'
import { m } from '#platform/words/words.ts'
import { appendAudit } from '#people/audit-log.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { askedWords } from '../asked-words.ts'
import { csvFile } from '../csv-file.ts'
import type { Route } from './+types/word-list-file'

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	const { accountId: by } = requireRight(context, 'read-transcripts', request)
	const { list, isKeyness, isNarrowed } = await inThisMunicipality(context, async (db) => {
		await appendAudit(db, { by, act: 'voices-searched', subject: 'voice', at: new Date() })
		return askedWords(db, new URL(request.url).searchParams)
	})
	const head = [
		m.understanding_word_word(),
		m.understanding_word_times(),
		m.understanding_word_voices(),
		m.understanding_word_persons(),
	]
	const more = [m.understanding_word_outside(), m.understanding_word_sureness(), m.understanding_word_ratio()]
	const isCompared = isKeyness && isNarrowed
	const rows = list.rows.map(({ word, times, voices, persons, outside, sureness, ratio }) => [
		word,
		times,
		voices,
		persons,
		...(isCompared ? [outside, sureness, ratio] : []),
	])
	return csvFile(
		m.understanding_word_list(),
		[isCompared ? [...head, ...more] : head, ...rows],
		context.get(languageContext) === 'en' ? '.' : ',',
	)
})
