/** Tombstones: what was withdrawn stays withdrawn, also in a database restored from before. Design: docs/decisions/0007-withdrawal.md */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { queueJob } from '#platform/jobs.ts'
import { allPeppers, type Peppers } from '#platform/secrets.ts'
import { appendToWithdrawalLog, withdrawalLog, type LoggedWithdrawal } from '#platform/withdrawal-log.ts'
import { tombstoneHashOf } from '#protecting/tombstone-hash.ts'
import { weekOf } from './submission.rules.ts'
import { consents, tombstones, type TOMBSTONE_KINDS } from './consent.tables.ts'
import { speakers } from './tables.ts'

declare module '#platform/jobs.ts' {
	interface Jobs {
		'lift-tombstones': AllowedAgain
	}
}

export type TombstoneKind = (typeof TOMBSTONE_KINDS)[number]

export type SetTombstones = { speakerId: string; kinds: readonly TombstoneKind[]; at: Date }

/**
 * Sets a tombstone for each kind, in the database and, before the transaction ends, on the disk outside of it. If the
 * transaction fails after that, the wish stands and is carried out at the next start.
 */
export async function setTombstones(db: MunicipalityDatabase, { speakerId, kinds, at }: SetTombstones) {
	const log = withdrawalLog()
	if (!log || kinds.length === 0) return
	const municipalityId = await municipalityOf(db)
	const { week } = weekOf(at, 'UTC')
	const known = await findTombstonesOf(db, { peppers: log.secrets, municipalityId, speakerId })
	const fresh = kinds.map((kind) => {
		const number = 1 + known.filter((tombstone) => tombstone.kind === kind).length
		return { hash: tombstoneHashOf(log.secrets, { municipalityId, speakerId, number }), kind, week }
	})
	await db.insert(tombstones).values(fresh).onConflictDoNothing()
	await appendToWithdrawalLog(
		log,
		fresh.map((tombstone) => ({ deed: 'withdrawn', ...tombstone })),
	)
}

export type AllowedAgain = { speakerId: string; kind: TombstoneKind }

/**
 * Somebody allows again what they had withdrawn: a restored backup shall not withdraw it. The log is told by a job, so that
 * it never knows of a consent that was not kept.
 */
export async function allowAgain(db: MunicipalityDatabase, about: AllowedAgain) {
	const [any] = await db.select({ id: tombstones.id }).from(tombstones).where(eq(tombstones.kind, about.kind)).limit(1)
	if (any) await queueJob(db, 'lift-tombstones', about)
}

/** Lifts the tombstones of this kind, if it is still allowed. */
export async function liftTombstones(db: MunicipalityDatabase, { speakerId, kind }: AllowedAgain) {
	const log = withdrawalLog()
	if (!log || !(await isAllowed(db, { speakerId, kind }))) return
	const municipalityId = await municipalityOf(db)
	const known: Tombstone[] = []
	for (const peppers of allPeppers(log.secrets))
		known.push(...(await findTombstonesOf(db, { peppers, municipalityId, speakerId })))
	const lifted = known.filter((tombstone) => tombstone.kind === kind)
	await appendToWithdrawalLog(
		log,
		lifted.map((tombstone): LoggedWithdrawal => ({ deed: 'lifted', ...tombstone })),
	)
}

async function isAllowed(db: MunicipalityDatabase, { speakerId, kind }: AllowedAgain): Promise<boolean> {
	const speaker = eq(speakers.id, speakerId)
	if (kind === 'erased') return false
	if (kind === 'restricted') return (await db.$count(speakers, and(speaker, isNull(speakers.restrictedAt)))) > 0
	const inForce = and(eq(consents.speakerId, speakerId), eq(consents.channel, kind), isNull(consents.withdrawnAt))
	return (await db.$count(consents, inForce)) > 0
}

type Tombstone = { hash: string; kind: TombstoneKind; week: string }

/** More withdrawals of one kind by one person are looked for in steps of this. */
const STEP = 20

async function findTombstonesOf(
	db: MunicipalityDatabase,
	{ peppers, ...who }: { peppers: Pick<Peppers, 'lookupPepper'>; municipalityId: string; speakerId: string },
): Promise<Tombstone[]> {
	const known: Tombstone[] = []
	for (let first = 1; ; first += STEP) {
		const hashes = Array.from({ length: STEP }, (_, at) => tombstoneHashOf(peppers, { ...who, number: first + at }))
		const found = await db
			.select({ hash: tombstones.hash, kind: tombstones.kind, week: tombstones.week })
			.from(tombstones)
			.where(inArray(tombstones.hash, hashes))
		known.push(...found)
		if (!found.some(({ hash }) => hash === hashes.at(-1))) return known
	}
}

export async function municipalityOf(db: MunicipalityDatabase): Promise<string> {
	const { rows } = await db.execute<{ id: string }>(sql`select current_setting('gehoert.municipality') as id`)
	return rows[0]!.id
}
