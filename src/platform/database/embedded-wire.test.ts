import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { listenOnSocket } from './embedded-wire.ts'

const host = mkdtempSync(join(tmpdir(), 'gehoert-wire-'))
const engine = await PGlite.create('memory://')
const listening = await listenOnSocket(engine, join(host, '.s.PGSQL.5432'))
after(async () => {
	await listening.close()
	await engine.close()
	rmSync(host, { recursive: true })
})

async function connect(): Promise<pg.Client> {
	const client = new pg.Client({ host, port: 5432, user: 'postgres', database: 'postgres' })
	client.on('error', () => undefined) // one is cut off below
	await client.connect()
	return client
}

test('a command beside the server waits until the server has finished its sentence', async () => {
	const [server, command] = [await connect(), await connect()]
	await server.query('create table said (words text)')
	await server.query('begin')
	await server.query('insert into said values ($1)', ['one'])
	const seen = command.query<{ count: number }>('select count(*)::int from said where words <> $1', [''])
	await server.query('insert into said values ($1)', ['two'])
	await server.query('commit')
	assert.equal((await seen).rows[0]!.count, 2)

	const askAll = async (client: pg.Client, first: number) => {
		for (let n = first; n < first + 20; n++)
			assert.deepEqual((await client.query('select $1::int as n', [n])).rows, [{ n }])
	}
	await Promise.all([askAll(server, 0), askAll(command, 100)])
	await Promise.all([server.end(), command.end()])
})

test('who is cut off in the middle leaves nothing half done behind', async () => {
	const [server, command] = [await connect(), await connect()]
	await command.query('begin')
	await command.query('insert into said values ($1)', ['half'])
	const seen = server.query('select from said where words = $1', ['half'])
	const { stream } = (command as unknown as { connection: { stream: { destroy: () => void } } }).connection
	stream.destroy()
	assert.equal((await seen).rowCount, 0)
	await server.end()
})

test('a question that cannot be answered is told so, and the next one is answered', async () => {
	const client = await connect()
	await assert.rejects(client.query('select 1 / $1::int', [0]), /division by zero/)
	await assert.rejects(client.query('select nothing'), /does not exist/)
	const long = 'ä'.repeat(1_000_000)
	const { rows } = await client.query<{ length: number; back: string }>('select length($1), $1::text as back', [long])
	assert.deepEqual([rows[0]!.length, rows[0]!.back === long], [1_000_000, true])
	await client.end()
})

test('the database is closed only when the last question has been answered, whoever has left meanwhile', async () => {
	const other = await PGlite.create('memory://')
	const closing = await listenOnSocket(other, join(host, '.s.PGSQL.5433'))
	const client = new pg.Client({ host, port: 5433, user: 'postgres', database: 'postgres' })
	client.on('error', () => undefined)
	await client.connect()
	await client.query('begin')
	const answer = client.query('select count(*) from generate_series(1, 300000)').catch(() => undefined)
	await new Promise((begun) => setTimeout(begun, 20))
	await closing.close()
	await other.close()
	await answer
	assert.equal(other.closed, true)
})
