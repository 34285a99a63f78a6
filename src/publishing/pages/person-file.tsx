/** One person's data as a file for the team to hand over. No page of its own. */
import type { Route } from './+types/person-file'
import { findPerson } from '#listening/find-person.ts'
import { appendAudit } from '#people/audit-log.ts'
import { inThisMunicipality, municipalityContext, requireRight, todayIn } from '#people/request.ts'
import { isUuid } from '#platform/database/database.ts'
import { refusingLoader } from '#platform/http/refusals.ts'
import { languageContext, secretsContext } from '#platform/http/request-context.ts'
import { Problem } from '#platform/problem.ts'
import { findOwnData } from '../own-data/find-own-data.ts'
import { ownDataFile } from '../own-data-file.ts'

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	const { accountId: by } = requireRight(context, 'handle-requests', request)
	const { speaker: speakerId } = params
	if (!isUuid(speakerId)) throw new Problem('not-found', 'speaker-unknown')
	const municipality = context.get(municipalityContext)
	const [secrets, language, today] = [context.get(secretsContext), context.get(languageContext), todayIn(municipality)]
	const data = await inThisMunicipality(context, async (db) => {
		await findPerson(db, speakerId)
		await appendAudit(db, { by, act: 'own-data-exported', subject: 'speaker', subjectId: speakerId, at: new Date() })
		return findOwnData(db, { municipality, secrets, speakerIds: [speakerId], today, language })
	})
	return ownDataFile(data)
})
