/** What stands between one municipality and another when code goes wrong: read from the database itself. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import pg from 'pg'
import {
	inInstallation,
	inMunicipality,
	inTransaction,
	readInstallation,
	runStatement,
	type MunicipalityId,
} from './database.ts'
import { asOwner, freshDatabase } from './fresh-database.ts'
import { openDatabase } from './open-database.ts'

const database = await freshDatabase()
const server = process.env['GEHOERT_TEST_POSTGRES']
const onPostgres = {
	skip: database.engine === 'embedded' && 'the embedded database has one user, who may do everything',
}

const birkenrode = randomUUID() as MunicipalityId
const anderswo = randomUUID() as MunicipalityId
for (const [id, slug] of [
	[birkenrode, 'birkenrode'],
	[anderswo, 'anderswo'],
] as const) {
	await runStatement(database, `insert into municipality (id, slug, name, profile) values ($1, $2, $2, '{}')`, [
		id,
		slug,
	])
	const account = `account-${slug}`
	await runStatement(database, 'insert into account (id, name, email) values ($1, $1, $1)', [account])
	await inMunicipality(database, id, async (db) => {
		await db.execute(`insert into district (slug, name) values ('mitte', 'Mitte')`)
		await db.execute(`insert into membership (account_id, part) values ('${account}', 'steward')`)
	})
}

test('every table is behind row-level security, for its owner too', async () => {
	const open = await asOwner(
		database,
		`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
		and not (relrowsecurity and relforcerowsecurity)`,
	)
	assert.deepEqual(open, [])
	const unruled = await asOwner(
		database,
		`select table_name from information_schema.columns where table_schema = 'public' and column_name = 'municipality_id'
		and not exists (select from pg_policies where tablename = table_name
			and qual like '%municipality_id = %gehoert.municipality%' and with_check like '%municipality_id = %gehoert.municipality%')`,
	)
	assert.deepEqual(unruled, [])
})

test('nothing in the database works with more rights than whoever asks: no such view, no such function', async () => {
	const views = await asOwner(
		database,
		`select relname from pg_class where relnamespace in ('public'::regnamespace, 'pgboss'::regnamespace)
		and relkind in ('v', 'm') and not coalesce('security_invoker=true' = any(reloptions), false)`,
	)
	const functions = await asOwner(
		database,
		`select proname from pg_proc where prosecdef and pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)`,
	)
	assert.deepEqual([...views, ...functions], [])
})

test('a municipality cannot find out from a refused row what another one has: every key begins with the municipality', async () => {
	const loose = await asOwner<{ name: string }>(
		database,
		`select index.relname as name from pg_index
		join pg_class index on index.oid = indexrelid
		join pg_attribute tenant on tenant.attrelid = indrelid and tenant.attname = 'municipality_id'
		where indisunique and index.relnamespace = 'public'::regnamespace and indkey[0] <> tenant.attnum`,
	)
	assert.deepEqual(loose, [])
})

test('no row can point into another municipality', async () => {
	const loose = await asOwner(
		database,
		`select conname from pg_constraint
		join pg_attribute own on own.attrelid = conrelid and own.attname = 'municipality_id'
		join pg_attribute cited on cited.attrelid = confrelid and cited.attname = 'municipality_id'
		where contype = 'f' and not (conkey[array_position(confkey, cited.attnum)] = own.attnum)`,
	)
	assert.deepEqual(loose, [])
	const missing = await asOwner(
		database,
		`select conname from pg_constraint
		join pg_attribute own on own.attrelid = conrelid and own.attname = 'municipality_id'
		join pg_attribute cited on cited.attrelid = confrelid and cited.attname = 'municipality_id'
		where contype = 'f' and not (cited.attnum = any(confkey))`,
	)
	assert.deepEqual(missing, [])
})

test('whoever works for no municipality sees no row of any', async () => {
	const tables = await asOwner<{ name: string }>(
		database,
		`select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'municipality_id'`,
	)
	await inInstallation(database, async (db) => {
		await db.execute('set local role gehoert_app')
		for (const { name } of [...tables, { name: 'municipality' }])
			assert.deepEqual((await db.execute(`select 1 from "${name}"`)).rows, [], name)
	})
	assert.ok(tables.length > 40)
})

test('a municipality sees itself, its own people, and can write nothing for another', async () => {
	await inMunicipality(database, birkenrode, async (db) => {
		const seen = async (statement: string) =>
			(await db.execute<{ seen: string }>(statement)).rows.map(({ seen }) => seen)
		assert.deepEqual(await seen('select slug as seen from municipality'), ['birkenrode'])
		assert.deepEqual(await seen('select name as seen from account'), ['account-birkenrode'])
		assert.deepEqual(await seen('select account_id as seen from membership'), ['account-birkenrode'])
	})
	const refused = (statement: string) =>
		assert.rejects(
			inMunicipality(database, birkenrode, (db) => db.execute(statement)),
			(error: Error) => (error.cause as { code?: string }).code === '42501',
			statement,
		)
	await refused(`insert into district (municipality_id, slug, name) values ('${anderswo}', 'neu', 'Neu')`)
	await refused(`update district set municipality_id = '${anderswo}'`)
	await refused(`update municipality set slug = 'anderswo'`)
	await refused(`update municipality set hosts = '{anderswo.example}'`)
	await refused('delete from municipality')
	await refused('select email from account')
	await refused('select token from session')
	await refused('select data from pgboss.job')
})

test('the installation knows who works where, and reads nothing of what a municipality has', async () => {
	const { rows } = await runStatement(database, 'select account_id from membership order by 1')
	assert.deepEqual(rows, [{ account_id: 'account-anderswo' }, { account_id: 'account-birkenrode' }])
	for (const name of ['voice', 'transcript', 'district', 'audit_entry', 'outbox_mail'])
		await assert.rejects(runStatement(database, `select 1 from ${name}`), { code: '42501' }, name)
	await assert.rejects(runStatement(database, 'delete from membership'), { code: '42501' })
})

test('whoever breaks out of the role finds a user who owns nothing and may do nothing', onPostgres, async () => {
	const client = await database.pool.connect()
	const outside = async (escape: string, statement: string) => {
		await client.query(`begin; set local role gehoert_app; set local "gehoert.municipality" = '${birkenrode}'`)
		try {
			await client.query(escape)
			return (await client.query(statement)).rows.length
		} catch (error) {
			return (error as { code: string }).code
		} finally {
			await client.query('rollback; reset role; reset session authorization')
		}
	}
	for (const escape of ['reset role', 'set role none', 'set session authorization default'])
		for (const name of ['district', 'voice', 'municipality', 'account', 'session'])
			assert.equal(await outside(escape, `select 1 from ${name}`), '42501', `${escape}, then ${name}`)
	for (const escape of ['set role postgres', 'set session authorization postgres', 'set role pg_read_all_data'])
		assert.equal(await outside(escape, 'select 1'), '42501', escape)
	assert.equal(await outside('set row_security = off', 'select 1 from district'), '42501')
	assert.equal(await outside('select 1', 'alter table district disable row level security'), '42501')
	assert.equal(await outside('select 1', 'drop policy district_of_own_municipality on district'), '42501')
	assert.equal(await outside('select 1', 'create table public.loot (words text)'), '42501')
	const { rows } = await client.query(
		`select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as mighty, rolinherit as inherits,
		(select count(*)::int from pg_class where relowner = pg_roles.oid) as owned from pg_roles where rolname = current_user`,
	)
	client.release()
	assert.deepEqual(rows, [{ mighty: false, inherits: false, owned: 0 }])
})

test('a connection that goes back to the others forgets for whom it worked', async () => {
	await inMunicipality(database, birkenrode, (db) => db.execute('select 1'))
	await assert.rejects(inMunicipality(database, birkenrode, () => Promise.reject(new Error('half-way'))))
	const clients = await Promise.all(
		Array.from({ length: database.engine === 'embedded' ? 1 : 4 }, () => database.pool.connect()),
	)
	for (const client of clients) {
		const { rows } = await client.query(
			`select coalesce(current_setting('gehoert.municipality', true), '') as town, current_user = session_user as "isItself"`,
		)
		assert.deepEqual(rows, [{ town: '', isItself: true }])
		client.release()
	}
})

test('a transaction that cannot begin answers nothing, and the next one works', async () => {
	const questions = ['select name from municipality', 'select 1']
	for (const question of questions) {
		const begun = inTransaction(database.pool, 'begin; set local role gibt_es_nicht', (client) =>
			client.query(question),
		)
		await assert.rejects(begun)
	}
	assert.equal((await runStatement(database, 'select current_user as who')).rows[0].who, 'gehoert_installation')
})

test('what was not kept is never reported as done', async () => {
	const saved = inInstallation(database, async (db) => {
		await db.execute(`update municipality set name = 'Anders'`)
		await db.execute('select 1 / 0').catch(() => undefined)
		return 'done'
	})
	await assert.rejects(saved, /nothing of this transaction was kept/)
	const { rows } = await runStatement(database, `select name from municipality where name = 'Anders'`)
	assert.deepEqual(rows, [])
})

test('what every request reads first can change nothing', async () => {
	await assert.rejects(readInstallation(database, (db) => db.execute(`update municipality set name = 'Anders'`)))
	const { rows } = await readInstallation(database, (db) => db.execute(`select name from municipality order by 1`))
	assert.deepEqual(rows, [{ name: 'anderswo' }, { name: 'birkenrode' }])
})

test('a login that owns nothing works, once the owner has made the tables', onPostgres, async () => {
	const name = `gehoert_test_${randomUUID().replaceAll('-', '')}`
	const admin = new pg.Client({ connectionString: server! })
	await admin.connect()
	await admin.query(`do $$ begin
		if not exists (select from pg_roles where rolname = 'gehoert_test_owner') then create role gehoert_test_owner login; end if;
	end $$`)
	await admin.query(`create database ${name} owner gehoert_test_owner`)
	try {
		const address = (login: string) => {
			const url = new URL(server!)
			return Object.assign(url, { pathname: `/${name}`, username: login }).href
		}
		const wanted = { dataFolder: '/nowhere', holder: 'test', databaseUrl: address('gehoert_test_login') }
		await assert.rejects(openDatabase(wanted), { code: 'schema-needs-owner' })
		const withOwner = { ...wanted, databaseOwnerUrl: address('gehoert_test_owner') }
		for (const again of [withOwner, wanted, withOwner]) {
			const opened = await openDatabase(again)
			await runStatement(opened, 'select slug from municipality')
			await opened.close()
		}
	} finally {
		await admin.query(`drop database ${name} with (force)`)
		await admin.end()
	}
})
