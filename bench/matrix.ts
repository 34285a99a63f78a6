/**
 * What it costs to weigh a million codings: every kind of column and of counting, median of five. Goal: ≤ 400 ms on PostgreSQL.
 *
 * `DATABASE_URL=… node bench/matrix.ts [CODINGS]` on an empty database whose user owns it; without an address embedded,
 * with 100,000.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { inMunicipality, type Database } from '#platform/database/database.ts'
import { openDatabase } from '#platform/database/open-database.ts'
import { sampleMunicipality } from '#people/sample.ts'
import { findMatrix, MATRIX_COLUMNS, MATRIX_COUNTS } from '#understanding/weighing/find-matrix.ts'
import '#understanding/reactions.ts'

const databaseUrl = process.env['DATABASE_URL']
const CODINGS = Number(process.argv[2] ?? (databaseUrl ? 1_000_000 : 100_000))
/** Ten codings in each contribution, five contributions of each person, ten people in each conversation, six themes in ten. */
const VOICES = CODINGS / 10
const SPEAKERS = VOICES / 5
const CONVERSATIONS = SPEAKERS / 10

const folder = mkdtempSync(join(tmpdir(), 'gehoert-bench-'))
const database = await openDatabase({ dataFolder: folder, databaseUrl, holder: 'bench' })
const town = await sampleMunicipality(database, { slug: `bench-${Date.now()}` })
const began = performance.now()
await fill(database, town.id)
say(`${CODINGS} codings written in ${seconds(began)} s`)
const first = performance.now()
await inMunicipality(database, town.id, (db) => findMatrix(db, { columns: 'sector', count: 'persons' }))
say(`first time, everybody's tally counted anew: ${seconds(first)} s\n`)
say('| columns | count | median ms | worst ms | load |\n|---|---|---|---|---|')
for (const columns of MATRIX_COLUMNS) {
	for (const count of MATRIX_COUNTS) {
		const times: number[] = []
		for (let n = 0; n < 6; n++) {
			const start = performance.now()
			await inMunicipality(database, town.id, (db) => findMatrix(db, { columns, count }))
			times.push(performance.now() - start)
		}
		const sorted = times.slice(1).toSorted((one, other) => one - other)
		const row = [columns, count, sorted[2]!.toFixed(0), sorted.at(-1)!.toFixed(0), loadavg()[0]!.toFixed(1)]
		say(`| ${row.join(' | ')} |`)
	}
}
await database.close()
rmSync(folder, { recursive: true, force: true })

function say(line: string) {
	process.stdout.write(`${line}\n`)
}

function seconds(since: number): string {
	return ((performance.now() - since) / 1000).toFixed(1)
}

/** Bulk statements, so that a million take a minute; keys are not checked row by row where the user may say so. */
async function fill({ pool }: Database, townId: string) {
	const client = await pool.connect()
	const run = (statement: string) => client.query(statement)
	await run(`select set_config('gehoert.municipality', '${townId}', false)`)
	await run('set statement_timeout = 0')
	await run('set session_replication_role = replica').catch(() => undefined)
	const id = (kind: string, number: string) => `md5('${kind}' || (${number}))::uuid`
	const among = (table: string, number: string) =>
		`(select array_agg(id order by id) from ${table} where municipality_id = '${townId}')[1 + (${number}) % (select count(*)::int from ${table} where municipality_id = '${townId}')]`
	await run(`insert into theme (id, slug, label, parent_id, position)
		select ${id('theme', 'n')}, 'bench-' || n, 'Thema ' || n, case when n >= 10 then ${id('theme', 'n % 10')} end, n
		from generate_series(0, 59) as n`)
	await run(`insert into coder (id, kind, name) values (${id('coder', '0')}, 'human', 'Bench')`)
	await run(`insert into round (id, slug, title) values (${id('round', '0')}, 'bench', 'Bench')`)
	await run(`insert into conversation (id, round_id, slug, title, format, district_id)
		select ${id('conversation', 'n')}, ${id('round', '0')}, 'bench-' || n, 'Gespräch ' || n,
			(array['interview','town-talk','vision-workshop','story-cafe','written','card'])[1 + n % 6], ${among('district', 'n')}
		from generate_series(0, ${CONVERSATIONS - 1}) as n`)
	await run(`insert into transcript (id, conversation_id, text, length)
		select ${id('transcript', 'n')}, ${id('conversation', 'n')}, 'x', 1 from generate_series(0, ${CONVERSATIONS - 1}) as n`)
	await run(`insert into speaker (id, conversation_id, code, sector_id, role_id, district_id)
		select ${id('speaker', 'n')}, ${id('conversation', 'n / 10')}, 'B' || n, ${among('sector', 'hashint4(n) & 1023')},
			${among('role', 'n')}, case when n % 3 > 0 then ${among('district', 'n')} end
		from generate_series(0, ${SPEAKERS - 1}) as n`)
	await run(`insert into consent (speaker_id, channel, given)
		select ${id('speaker', 'n')}, 'analyse', 'on-paper' from generate_series(0, ${SPEAKERS - 1}) as n where n % 50 > 0`)
	await run(`insert into voice (id, conversation_id, speaker_id, position, text)
		select ${id('voice', 'n')}, ${id('conversation', 'n / 50')}, ${id('speaker', 'n / 5')}, n,
			'Der Bus fährt abends nicht mehr, und am Wochenende gar nicht. Das müsste doch gehen. ' || repeat(n || ' ', 20)
		from generate_series(0, ${VOICES - 1}) as n`)
	await run(`insert into coding (transcript_id, voice_id, theme_id, coder_id, start, "end", quote, stance, intensity, removed_at)
		select ${id('transcript', 'n / 500')}, ${id('voice', 'n / 10')}, ${id('theme', '(hashint4(n) & 65535) % 60')},
			${id('coder', '0')}, n % 500, n % 500 + 80, repeat('Wort ', 16),
			(array['helps','hinders','wish','neutral'])[1 + (hashint4(n + 7) & 3)], 1 + (hashint4(n + 3) & 1023) % 3,
			case when n % 40 = 0 then now() end
		from generate_series(0, ${CODINGS - 1}) as n`)
	await run('set session_replication_role = default').catch(() => undefined)
	// What the triggers would have done, had they run for every row.
	await run(`insert into coding_tally (speaker_id) select ${id('speaker', 'n')} from generate_series(0, ${SPEAKERS - 1}) as n
		on conflict do nothing`)
	await run('analyze')
	client.release(true)
}
