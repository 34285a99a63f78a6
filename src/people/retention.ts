/**
 * How long what is kept. Every stage registers its kinds of data in its `retention.ts`; a municipality may change the days;
 * a daily job removes what is older and writes down how many rows of which kind went.
 */
import { and, eq, sql } from 'drizzle-orm'
import {
	inMunicipality,
	type Database,
	type MunicipalityDatabase,
	type MunicipalityId,
} from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { appendAudit } from './audit-log.ts'
import { retentionRules, retentionRuns } from './tables.ts'

export type RetentionKind = {
	/** Stable, kebab-case: stands in `retention_rule` and `retention_run`. */
	kind: string
	defaultDays: number
	/** Fewer days are refused: something still needs it. Default 1. */
	leastDays?: number
	/** What it is, for the team and for the generated records. */
	label: () => string
	/** From when the days count. */
	since: () => string
	/** Removes what is older and says how many rows that were. Running it twice removes nothing twice. */
	remove: (db: MunicipalityDatabase, limit: RetentionLimit) => Promise<number>
}

export type RetentionLimit = {
	/** What was over before this instant is too old. */
	before: Date
	/** The same as an ISO date in the municipality's time zone. */
	beforeDay: string
}

const kinds = new Map<string, RetentionKind>()

/** Called once per process and kind, from the stage's `retention.ts`. */
export function retain(kind: RetentionKind) {
	kinds.set(kind.kind, kind)
}

export type RetentionRule = RetentionKind & { days: number }

/** Every kind with the days in force. */
export async function findRetentionRules(db: MunicipalityDatabase): Promise<RetentionRule[]> {
	const changed = await db.select({ kind: retentionRules.kind, days: retentionRules.days }).from(retentionRules)
	const days = new Map(changed.map((rule) => [rule.kind, rule.days]))
	return [...kinds.values()].map((kind) => ({ ...kind, days: days.get(kind.kind) ?? kind.defaultDays }))
}

/** Ten years: more is no rule any longer. */
export const MOST_DAYS = 3650

export type ChangeRetention = { days: ReadonlyMap<string, number>; by: string; at: Date }

/** @throws {Problem} `retention-kind-unknown`, `retention-days-invalid` with what is allowed */
export async function changeRetention(db: MunicipalityDatabase, { days, by, at }: ChangeRetention) {
	const rows = [...days].map(([kind, wanted]) => {
		const known = kinds.get(kind)
		if (!known) throw new Problem('invalid', 'retention-kind-unknown')
		const least = known.leastDays ?? 1
		if (!Number.isInteger(wanted) || wanted < least || wanted > MOST_DAYS)
			throw new Problem('invalid', 'retention-days-invalid', { what: known.label(), least, most: MOST_DAYS })
		return { kind, days: wanted }
	})
	if (rows.length === 0) return
	await db
		.insert(retentionRules)
		.values(rows)
		.onConflictDoUpdate({
			target: [retentionRules.municipalityId, retentionRules.kind],
			set: { days: sql`excluded.days` },
		})
	await appendAudit(db, { by, act: 'retention-changed', subject: 'retention_rule', at })
}

/** Stands in the log for "all rules were applied on this day". */
export const WHOLE_RUN = 'all'

export type Town = { id: MunicipalityId; timeZone: string }

/**
 * Applies every rule of one municipality, each in a transaction of its own: one that fails does not keep the others from
 * being applied, and is thrown afterwards.
 */
export async function applyRetention(database: Database, { id, timeZone }: Town, at: Date): Promise<number> {
	const now = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)
	const today = now.toPlainDate().toString()
	let total = 0
	let failure: unknown
	for (const { kind, remove, days } of await inMunicipality(database, id, findRetentionRules)) {
		const before = now.subtract({ days })
		const limit = { before: new Date(before.epochMilliseconds), beforeDay: before.toPlainDate().toString() }
		try {
			total += await inMunicipality(database, id, async (db) => {
				const removed = await remove(db, limit)
				if (removed > 0) await noteRun(db, kind, today, removed)
				return removed
			})
		} catch (error) {
			failure ??= error
		}
	}
	if (failure) throw failure
	await inMunicipality(database, id, (db) => noteRun(db, WHOLE_RUN, today, total))
	return total
}

async function noteRun(db: MunicipalityDatabase, kind: string, ranOn: string, removed: number) {
	await db
		.insert(retentionRuns)
		.values({ kind, ranOn, removed })
		.onConflictDoUpdate({
			target: [retentionRuns.municipalityId, retentionRuns.kind, retentionRuns.ranOn],
			set: { removed: sql`${retentionRuns.removed} + excluded.removed` },
		})
}

export async function ranToday(db: MunicipalityDatabase, today: string): Promise<boolean> {
	const found = await db
		.select({ id: retentionRuns.id })
		.from(retentionRuns)
		.where(and(eq(retentionRuns.kind, WHOLE_RUN), eq(retentionRuns.ranOn, today)))
	return found.length > 0
}
