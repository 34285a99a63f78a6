/** The same as `apart.test.ts`, for ten thousand stories, on a PostgreSQL of its own. */
import { after, test } from 'node:test'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { findPostgres } from '../../scripts/testing/machine.ts'
import { startPostgres } from '../../scripts/testing/postgres.ts'
import { openWorld } from './apart.ts'

const STORIES = Number(process.env['STORIES'] ?? 10_000)
const server = process.env['GEHOERT_TEST_POSTGRES'] ? undefined : await startPostgres(findPostgres()!)
if (server) process.env['GEHOERT_TEST_POSTGRES'] = server.url
const database = await freshDatabase()
// Behind the database's own end, which is noted first.
after(() => server?.stop())

test('ten thousand stories of two municipalities, and no byte crosses', async () => {
	const { run } = await openWorld(database)
	const began = performance.now()
	const { stories, deeds } = await run(STORIES, 6)
	const seconds = Math.round((performance.now() - began) / 1000)
	process.stdout.write(
		`| stories | deeds | seconds | foreign bytes |\n| --- | --- | --- | --- |\n| ${stories} | ${deeds} | ${seconds} | 0 |\n`,
	)
})
