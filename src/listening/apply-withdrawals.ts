/** A database that comes from a backup learns what was withdrawn since: before anybody is served. */
import {
	inMunicipality,
	type Database,
	type MunicipalityDatabase,
	type MunicipalityId,
} from '#platform/database/database.ts'
import { insertMany } from '#platform/database/insert-many.ts'
import { allPeppers, type Secrets } from '#platform/secrets.ts'
import {
	appendToWithdrawalLog,
	readWithdrawalLog,
	withdrawalLog,
	type LoggedWithdrawal,
	type WithdrawalLog,
} from '#platform/withdrawal-log.ts'
import { tombstoneHashOf } from '#protecting/tombstone-hash.ts'
import { eraseSpeaker } from './erase-speaker.ts'
import { municipalityOf, type TombstoneKind } from './tombstones.ts'
import { tombstones, TOMBSTONE_KINDS } from './consent.tables.ts'
import { speakers } from './tables.ts'
import { CHANNELS } from './vocabulary.ts'
import { restrictSpeaker } from './restrict-speaker.ts'
import { withdrawConsent } from './withdraw-consent.ts'

/**
 * Withdraws again whatever the log knows and these municipalities do not, and completes the log from the database should
 * it be the one that is older. Doing it twice changes nothing.
 *
 * @returns for how many people something was withdrawn
 */
export async function applyWithdrawals(
	database: Database,
	municipalityIds: readonly MunicipalityId[],
	at: Date,
): Promise<number> {
	const log = withdrawalLog()
	if (!log) return 0
	const entries = await readWithdrawalLog(log)
	let people = 0
	for (const id of municipalityIds)
		people += await inMunicipality(database, id, async (db) => {
			await completeLog(db, log, entries)
			return applyHere(db, { entries, secrets: log.secrets, at })
		})
	return people
}

async function completeLog(db: MunicipalityDatabase, log: WithdrawalLog, entries: readonly LoggedWithdrawal[]) {
	const written = new Set(entries.map(keyOf))
	const known = await db
		.select({ hash: tombstones.hash, kind: tombstones.kind, week: tombstones.week })
		.from(tombstones)
	const unwritten = known.filter((tombstone) => !written.has(keyOf(tombstone)))
	await appendToWithdrawalLog(
		log,
		unwritten.map((tombstone) => ({ deed: 'withdrawn', ...tombstone })),
	)
}

type Applying = { entries: readonly LoggedWithdrawal[]; secrets: Secrets; at: Date }

async function applyHere(db: MunicipalityDatabase, { entries, secrets, at }: Applying): Promise<number> {
	const known = await db.select({ hash: tombstones.hash, kind: tombstones.kind }).from(tombstones)
	const isKnown = new Set(known.map(keyOf))
	const news = entries.filter((entry) => !isKnown.has(keyOf(entry)))
	if (news.length === 0) return 0
	const owners = await findOwners(db, secrets, new Set(entries.map(({ hash }) => hash)))
	const own = news.filter(({ hash }) => owners.has(hash))
	const lifted = new Set(own.filter(({ deed }) => deed === 'lifted').map(keyOf))
	// Those allowed again are only noted, first of all: the next withdrawal counts on from them.
	await note(
		db,
		own.filter((entry) => lifted.has(keyOf(entry))),
	)
	const standing = own.filter((entry) => !lifted.has(keyOf(entry)))
	const erased = new Set(standing.filter(({ kind }) => kind === 'erased').map(({ hash }) => owners.get(hash)!))
	for (const speakerId of erased) await eraseSpeaker(db, { speakerId, at })
	for (const { hash, kind } of once(standing)) {
		const speakerId = owners.get(hash)!
		if (!erased.has(speakerId)) await withdrawAgain(db, { speakerId, kind: kind as TombstoneKind, at })
	}
	await note(db, standing)
	return new Set(standing.map(({ hash }) => owners.get(hash))).size
}

/** Whose tombstones these are, by hash: every speaker's hashes are made until one is not among them. */
async function findOwners(
	db: MunicipalityDatabase,
	secrets: Secrets,
	hashes: ReadonlySet<string>,
): Promise<Map<string, string>> {
	const municipalityId = await municipalityOf(db)
	const owners = new Map<string, string>()
	for (const { id: speakerId } of await db.select({ id: speakers.id }).from(speakers)) {
		for (const peppers of allPeppers(secrets))
			for (let number = 1; ; number++) {
				const hash = tombstoneHashOf(peppers, { municipalityId, speakerId, number })
				if (!hashes.has(hash)) break
				owners.set(hash, speakerId)
			}
	}
	return owners
}

async function withdrawAgain(
	db: MunicipalityDatabase,
	{ speakerId, kind, at }: { speakerId: string; kind: TombstoneKind; at: Date },
) {
	const channel = CHANNELS.find((known) => known === kind)
	if (channel) return withdrawConsent(db, { speakerId, channel, at })
	if (kind === 'restricted') await restrictSpeaker(db, { speakerId, by: 'system', at })
}

async function note(db: MunicipalityDatabase, entries: readonly LoggedWithdrawal[]) {
	const rows = once(entries).filter(({ kind }) => TOMBSTONE_KINDS.includes(kind as TombstoneKind))
	const present = await db.select({ hash: tombstones.hash, kind: tombstones.kind }).from(tombstones)
	const isPresent = new Set(present.map(keyOf))
	await insertMany(
		db,
		tombstones,
		rows
			.filter((row) => !isPresent.has(keyOf(row)))
			.map(({ hash, kind, week }) => ({ hash, kind: kind as TombstoneKind, week })),
	)
}

function once(entries: readonly LoggedWithdrawal[]): LoggedWithdrawal[] {
	return [...new Map(entries.map((entry) => [keyOf(entry), entry])).values()]
}

function keyOf({ hash, kind }: { hash: string; kind: string }): string {
	return `${hash} ${kind}`
}
