/** What a public page needs of the live edition, in one transaction. */
import type { RouterContextProvider } from 'react-router'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { inThisMunicipality, municipalityContext, todayIn } from '#people/request.ts'
import { findLiveEdition, type Edition } from './find-edition.ts'

export type PublicReading = { db: MunicipalityDatabase; edition: Edition | null; today: string }

/** Reads for a public page: the live edition (null before the first) and whatever else `read` wants. */
export function readPublic<Result>(
	context: Readonly<RouterContextProvider>,
	read: (reading: PublicReading) => Promise<Result>,
): Promise<Result> {
	const today = todayIn(context.get(municipalityContext))
	return inThisMunicipality(context, async (db) => read({ db, edition: await findLiveEdition(db), today }))
}
