import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshDatabase } from './fresh-database.ts'
import { gatherStatistics } from './keep-statistics.ts'

const database = await freshDatabase()
const onEmbedded = { skip: database.engine !== 'embedded' && 'PostgreSQL looks at its tables by itself' }

test('a table that grew is looked at once, and again when it has grown much more', onEmbedded, async () => {
	const arrive = async (from: number, to: number) => {
		await database.pool.query(
			`insert into account (id, name, email) select 'a' || n, repeat('x', 50), 'a' || n from generate_series(${from}, ${to}) as n`,
		)
		// The database counts changes once a second.
		await database.pool.query('select pg_stat_force_next_flush()')
	}
	await gatherStatistics(database)
	await arrive(1, 500)
	assert.deepEqual(await gatherStatistics(database), ['public.account'])
	await arrive(501, 550)
	assert.deepEqual(await gatherStatistics(database), [])
	await arrive(551, 700)
	assert.deepEqual(await gatherStatistics(database), ['public.account'])
})
