/** What goes on every day without anybody asking: old data are removed. */
import { lt } from 'drizzle-orm'
import { inInstallation, inMunicipality, type Database } from '#platform/database/database.ts'
import { queueJob, workOn } from '#platform/jobs.ts'
import { logBug } from '#platform/log.ts'
import { applyRetention, ranToday, type Town } from './retention.ts'
import { sessions, verifications } from './account.tables.ts'
import { municipalities } from './tables.ts'

declare module '#platform/jobs.ts' {
	interface Jobs {
		retention: Record<string, never>
	}
}

workOn('retention', async (database, municipalityId) => {
	const town = (await findTowns(database)).find(({ id }) => id === municipalityId)
	if (!town) return
	const at = new Date()
	await removeEnded(database, at)
	await applyRetention(database, town, at)
})

/** The first look comes when the start is over, the next ones every hour: a server that slept through the night catches up. */
const FIRST_LOOK_MS = 60_000
const LOOK_EVERY_MS = 3_600_000

/** Queues the daily job wherever it has not run today. Several servers may do so: the job waits once. */
export function startDailyWork(database: Database): { stop: () => void } {
	const look = () =>
		void queueWhatIsDue(database, new Date()).catch((error: unknown) => logBug('daily-work-failed', error))
	const first = setTimeout(look, FIRST_LOOK_MS)
	const hourly = setInterval(look, LOOK_EVERY_MS)
	first.unref()
	hourly.unref()
	return {
		stop: () => {
			clearTimeout(first)
			clearInterval(hourly)
		},
	}
}

/** How many municipalities had not been looked after today. */
export async function queueWhatIsDue(database: Database, at: Date): Promise<number> {
	let due = 0
	for (const { id, timeZone } of await findTowns(database)) {
		const today = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate()
		due += await inMunicipality(database, id, async (db) => {
			if (await ranToday(db, today.toString())) return 0
			await queueJob(db, 'retention', {}, { key: 'daily' })
			return 1
		})
	}
	return due
}

async function findTowns(database: Database): Promise<Town[]> {
	return (await inInstallation(database, (db) =>
		db.select({ id: municipalities.id, timeZone: municipalities.timeZone }).from(municipalities),
	)) as Town[]
}

/** Sign-ins and links whose time is up belong to no municipality; they go at once. */
async function removeEnded(database: Database, at: Date) {
	await inInstallation(database, async (db) => {
		await db.delete(sessions).where(lt(sessions.expiresAt, at))
		await db.delete(verifications).where(lt(verifications.expiresAt, at))
	})
}
