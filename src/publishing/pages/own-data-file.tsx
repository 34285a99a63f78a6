/** The same as `own-data.tsx` for machines. No page of its own. */
import type { Route } from './+types/own-data-file'
import { inThisMunicipality, municipalityContext, todayIn } from '#people/request.ts'
import { refusingLoader } from '#platform/http/refusals.ts'
import { languageContext, secretsContext } from '#platform/http/request-context.ts'
import { findOwnData } from '../own-data/find-own-data.ts'
import { ownDataFile } from '../own-data-file.ts'
import { requireReceipt } from '../receipt-session.ts'

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	const speakerIds = await requireReceipt(context, request)
	const municipality = context.get(municipalityContext)
	const [secrets, language, today] = [context.get(secretsContext), context.get(languageContext), todayIn(municipality)]
	const data = await inThisMunicipality(context, (db) =>
		findOwnData(db, { municipality, secrets, speakerIds, today, language }),
	)
	return ownDataFile(data)
})
