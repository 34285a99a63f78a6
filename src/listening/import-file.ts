/** Brings a file into a round: read outside of the database, written in one transaction, so that no file arrives by half. */
import type { Database, MunicipalityDatabase, MunicipalityId } from '#platform/database/database.ts'
import { inMunicipality } from '#platform/database/database.ts'
import { districtBehind, findKnownNames } from './find-known-names.ts'
import { createRound } from './create-round.ts'
import { findFormats, usualFormat } from './find-formats.ts'
import { findRound, findRounds } from './find-rounds.ts'
import { readFile, type HowToRead } from './readers/read-file.ts'
import type { GivenFile, ReadOptions } from './readers/read-options.ts'
import { recordConversations, type RecordedConversations } from './record-conversation.ts'
import type { Warning } from './tables.ts'

export type ImportFile = {
	file: GivenFile
	/** Slug. */
	round: string
	/** Begins the round when there is none of this name; its title is the slug until somebody gives it a better one. */
	beginsRound?: boolean
	/** What the bringer says about the file; `district` by slug or name. */
	options: Omit<ReadOptions, 'knownDistricts' | 'knownRoles' | 'usualFormat'>
	at: Date
	progress?: (done: number, of: number) => void
} & HowToRead

export type ImportedFile = RecordedConversations & { warnings: Warning[] }

/**
 * Opens its own transactions, because reading takes long.
 *
 * @throws {Problem} `round-unknown`, `district-not-known`, what the readers and `recordConversations` refuse
 */
export async function importFile(
	database: Database,
	municipalityId: MunicipalityId,
	wanted: ImportFile,
): Promise<ImportedFile> {
	const { file, round: slug, beginsRound = false, options, at, progress, besideServer } = wanted
	const known = await inMunicipality(database, municipalityId, async (db) => {
		if (!beginsRound) await findRound(db, slug)
		return { ...(await findKnownNames(db)), usualFormat: usualFormat(await findFormats(db)).kind }
	})
	const district = districtBehind(options.district, known.knownDistricts)
	const { conversations, warnings } = await readFile(file, { ...options, ...known, district }, { besideServer })
	const recorded = await inMunicipality(database, municipalityId, async (db) => {
		const round = beginsRound ? await findOrBeginRound(db, slug, at) : await findRound(db, slug)
		return recordConversations(db, { roundId: round.id, conversations, at, ...(progress && { progress }) })
	})
	return { ...recorded, warnings }
}

/** The round of this name; begun, with its name as title, when there is none. */
export async function findOrBeginRound(db: MunicipalityDatabase, slug: string, at: Date): Promise<{ id: string }> {
	const rounds = await findRounds(db)
	return rounds.find((round) => round.slug === slug) ?? createRound(db, { title: slug, slug, at })
}
