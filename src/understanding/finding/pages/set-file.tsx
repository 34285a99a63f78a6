/** A set as a csv file. No page of its own. */
import { languageContext } from '#platform/http/request-context.ts'
import { refusingLoader } from '#platform/http/refusals.ts'
import { m } from '#platform/words/words.ts'
import { noteReading } from '#people/note-reading.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { csvFile } from '../csv-file.ts'
import { findSet } from '../find-sets.ts'
import type { Route } from './+types/set-file'

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	const { accountId } = requireRight(context, 'read-transcripts', request)
	const set = await inThisMunicipality(context, async (db) => {
		const found = await findSet(db, params.id)
		await noteReading(db, accountId, 'passage-set', found.id)
		return found
	})
	const head = [
		m.understanding_csv_words(),
		m.understanding_filter_person(),
		m.understanding_sector(),
		m.understanding_csv_conversation(),
		m.understanding_csv_day(),
		m.understanding_csv_themes(),
	]
	const rows = set.entries.map(({ words, speakerCode, sector, conversation, themes }) => [
		words,
		speakerCode,
		sector,
		conversation.title,
		conversation.heldOn,
		themes.join(' | '),
	])
	return csvFile(set.name, [head, ...rows], context.get(languageContext) === 'en' ? '.' : ',')
})
