import { inMunicipality, type Database, type MunicipalityId } from '#platform/database/database.ts'
import { applyWithdrawals } from '#listening/apply-withdrawals.ts'
import { noteEditionQuotes } from './note-edition-quotes.ts'

/**
 * Brings a database that may come from a backup or a package to what was withdrawn since, before it is served. For how
 * many people something was withdrawn.
 */
export async function withdrawAgain(
	database: Database,
	municipalities: readonly { id: MunicipalityId }[],
	at: Date,
): Promise<number> {
	const ids = municipalities.map(({ id }) => id)
	for (const id of ids) await inMunicipality(database, id, noteEditionQuotes)
	return applyWithdrawals(database, ids, at)
}
