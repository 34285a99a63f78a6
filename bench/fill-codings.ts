/** A town in which so many passages are coded, for benches. */
import type { Database } from '#platform/database/database.ts'

/**
 * Ten codings on the same words in each contribution, five contributions of each person, ten people in each conversation,
 * sixty themes, every fourth coding a wish. Bulk statements, so that a million take a minute; keys are not checked row by row
 * where the user may say so.
 */
export async function fillCodings({ pool }: Database, townId: string, codings: number) {
	const voices = codings / 10
	const speakers = voices / 5
	const conversations = speakers / 10
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
		from generate_series(0, ${conversations - 1}) as n`)
	await run(`insert into transcript (id, conversation_id, text, length)
		select ${id('transcript', 'n')}, ${id('conversation', 'n')}, 'x', 1 from generate_series(0, ${conversations - 1}) as n`)
	await run(`insert into speaker (id, conversation_id, code, sector_id, role_id, district_id)
		select ${id('speaker', 'n')}, ${id('conversation', 'n / 10')}, 'B' || n, ${among('sector', 'hashint4(n) & 1023')},
			${among('role', 'n')}, case when n % 3 > 0 then ${among('district', 'n')} end
		from generate_series(0, ${speakers - 1}) as n`)
	await run(`insert into consent (speaker_id, channel, given)
		select ${id('speaker', 'n')}, 'analyse', 'on-paper' from generate_series(0, ${speakers - 1}) as n where n % 50 > 0`)
	await run(`insert into voice (id, conversation_id, speaker_id, position, text)
		select ${id('voice', 'n')}, ${id('conversation', 'n / 50')}, ${id('speaker', 'n / 5')}, n,
			'Der Bus fährt abends nicht mehr, und am Wochenende gar nicht. Das müsste doch gehen. ' || repeat(n || ' ', 20)
		from generate_series(0, ${voices - 1}) as n`)
	await run(`insert into turn (transcript_id, speaker_id, voice_id, position, start, "end")
		select ${id('transcript', 'n / 50')}, ${id('speaker', 'n / 5')}, ${id('voice', 'n')}, n, n % 50 * 10, n % 50 * 10 + 90
		from generate_series(0, ${voices - 1}) as n`)
	await run(`insert into coding (transcript_id, voice_id, theme_id, coder_id, start, "end", quote, stance, intensity, removed_at)
		select ${id('transcript', 'n / 500')}, ${id('voice', 'n / 10')}, ${id('theme', '(hashint4(n) & 65535) % 60')},
			${id('coder', '0')}, n % 500, n % 500 + 80, repeat('Wort ', 16),
			(array['helps','hinders','wish','neutral'])[1 + (hashint4(n + 7) & 3)], 1 + (hashint4(n + 3) & 1023) % 3,
			case when n % 40 = 0 then now() end
		from generate_series(0, ${codings - 1}) as n`)
	await run('set session_replication_role = default').catch(() => undefined)
	// What the triggers would have done, had they run for every row.
	await run(`insert into coding_tally (speaker_id) select ${id('speaker', 'n')} from generate_series(0, ${speakers - 1}) as n
		on conflict do nothing`)
	await run('analyze')
	client.release(true)
}
