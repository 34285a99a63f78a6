/**
 * Work that goes on after the answer was given. A job is written in the transaction of the change that causes it, so it
 * happens if and only if the change does. It may run twice (after a crash, or when it failed half-way): what it does must
 * come out the same.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { PgBoss, type Db } from 'pg-boss'
import {
	besideMunicipality,
	runStatement,
	type Database,
	type MunicipalityDatabase,
	type MunicipalityId,
} from './database/database.ts'
import { log, logBug } from './log.ts'

/** Every kind there is, with what it carries: ids and plain facts, never contents. Stages add theirs by declaration. */
// oxlint-disable-next-line typescript/no-empty-object-type
export interface Jobs {}

export type JobKind = keyof Jobs

type Work<Kind extends JobKind> = (
	database: Database,
	municipalityId: MunicipalityId,
	about: Jobs[Kind],
) => Promise<void>

type JobData = { municipality: MunicipalityId; about: unknown }

const works = new Map<string, Work<never>>()

/** Says who does a kind of job; called once per process, from the stage's `jobs.ts`, before `startJobs`. */
export function workOn<Kind extends JobKind>(kind: Kind, work: Work<Kind>) {
	works.set(kind, work)
}

/**
 * Queues a job of this municipality, in the transaction of `db`.
 *
 * With a `key`, a second job with the same key is dropped while the first one waits.
 */
export async function queueJob<Kind extends JobKind>(
	db: MunicipalityDatabase,
	kind: Kind,
	about: Jobs[Kind],
	{ key = randomUUID(), inSeconds = 0 }: { key?: string; inSeconds?: number } = {},
) {
	const data = sql`jsonb_build_object('municipality', current_setting('gehoert.municipality'), 'about', ${JSON.stringify(about)}::jsonb)`
	// The queue belongs to the installation; the role of a municipality's transactions does not see it.
	await besideMunicipality(db, async () => {
		await db.execute(sql`select pgboss.create_queue(${kind}, ${JSON.stringify(QUEUE)}::jsonb)`)
		await db.execute(sql`
			insert into pgboss.job (name, data, singleton_key, start_after, policy, retry_limit, retry_delay, retry_backoff,
				expire_seconds, deletion_seconds, keep_until)
			select name, ${data}, current_setting('gehoert.municipality') || ' ' || ${key}::text,
				now() + ${inSeconds}::float8 * interval '1 second', policy, retry_limit, retry_delay, retry_backoff,
				expire_seconds, deletion_seconds, now() + retention_seconds * interval '1 second'
			from pgboss.queue where name = ${kind} on conflict do nothing`)
	})
}

/** With the policy `short`, of the jobs with one key only one waits. */
const QUEUE = { policy: 'short', retryLimit: 5, retryDelay: 5, retryBackoff: true, expireInSeconds: 900 }

/** How often a waiting job is looked for. The embedded database is asked less often: it has only one connection. */
const POLLING_SECONDS = { embedded: 4, postgres: 1 }

/** How long a job may take to finish when the server stops; then it is done again after the next start. */
const STOPPING_MS = 10_000

export type RunningJobs = { stop: () => Promise<void> }

/** Begins to work on what is queued. Only the server does; commands queue jobs and leave them to it. */
export async function startJobs(database: Database): Promise<RunningJobs> {
	const boss = new PgBoss({
		db: adapter(database),
		...(database.engine === 'embedded' ? { backend: 'pglite' as const } : {}),
		// The owner of the schema creates and changes its tables (`migrate.ts`); this login may only use them.
		migrate: false,
		createSchema: false,
		schedule: false,
		superviseIntervalSeconds: 120,
		queueCacheIntervalSeconds: 300,
		flowIntervalSeconds: 300,
		bamIntervalSeconds: 300,
	})
	boss.on('error', (error) => logBug('jobs-failed', error))
	await boss.start()
	for (const [kind, work] of works) {
		await boss.createQueue(kind, QUEUE as { policy: 'short' })
		const options = { pollingIntervalSeconds: POLLING_SECONDS[database.engine] }
		await boss.work<JobData>(kind, options, async (jobs) => {
			for (const job of jobs) await doOne(database, kind, work, job.data)
		})
	}
	return { stop: () => boss.stop({ close: false, timeout: STOPPING_MS }) }
}

async function doOne(database: Database, kind: string, work: Work<never>, data: JobData) {
	const began = performance.now()
	try {
		await work(database, data.municipality, data.about as never)
	} catch (error) {
		logBug('job-failed', error, { kind })
		// The queue keeps what is thrown; the error itself may quote what people wrote.
		throw new Error('job-failed', { cause: undefined })
	}
	log('info', 'job', { kind, ms: Math.round(performance.now() - began) })
}

/** Scripts of the library bring their own end of the transaction; the one around them is then over already. */
function adapter(database: Database): Db {
	return {
		executeSql: async (text, values) => {
			const results = [await runStatement(database, text, values)].flat()
			return { rows: results.flatMap(({ rows }) => rows as Record<string, unknown>[]) }
		},
	}
}
