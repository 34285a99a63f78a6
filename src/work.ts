/** Joins what goes on in the background: jobs and mails. Decides nothing. */
import type { Database } from '#platform/database/database.ts'
import { keepStatistics } from '#platform/database/keep-statistics.ts'
import { startJobs } from '#platform/jobs.ts'
import { deliverMails } from '#platform/mail.ts'
import { startDailyWork } from '#people/jobs.ts'
import type { Settings } from '#platform/settings.ts'
import { askLanguageModels } from '#understanding/jobs.ts'
import '#listening/jobs.ts'
import '#publishing/jobs.ts'

export async function startWork(database: Database, settings: Settings): Promise<{ stop: () => Promise<void> }> {
	deliverMails(settings)
	askLanguageModels(settings)
	const jobs = await startJobs(database)
	const daily = startDailyWork(database)
	const statistics = keepStatistics(database)
	return {
		stop: () => {
			daily.stop()
			statistics.stop()
			return jobs.stop()
		},
	}
}
