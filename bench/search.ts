/**
 * How long a search takes in 100,000 voices: goals p95 ≤ 50 ms on PostgreSQL, ≤ 150 ms embedded. Words are drawn so that
 * few are frequent and most are rare, as in real texts. `node bench/search.ts [VOICES]`, on `DATABASE_URL` if it is set.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { inMunicipality } from '#platform/database/database.ts'
import { gatherStatistics } from '#platform/database/keep-statistics.ts'
import { openDatabase } from '#platform/database/open-database.ts'
import { sampleMunicipality } from '#people/sample.ts'
import { createRound } from '#listening/create-round.ts'
import { COMMON_PARTS, PARTS } from '#listening/german-parts.ts'
import { originKeyOf } from '#listening/prepared-conversation.ts'
import { recordConversations } from '#listening/record-conversation.ts'
import { findVoices } from '#understanding/finding/find-voices.ts'

const VOICES = Number(process.argv[2] ?? 100_000)
const BATCH = 2_000
const SEARCHES = 200
const demo = join(import.meta.dirname, '../demo/birkenrode/conversations')
const said = readdirSync(demo)
	.map((name) => readFileSync(join(demo, name), 'utf8'))
	.join(' ')
	.split(/\s+/)
const parts = `${COMMON_PARTS} ${PARTS}`.split(/\s+/)

let seed = 7
/** Repeatable, in [0, 1). */
function draw(): number {
	seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
	return seed / 2_147_483_648
}
const one = (words: readonly string[]) => words[Math.floor(draw() * words.length)]!

/** Half of the words as people say them, half of them compounds and nouns, few of which are frequent. */
function sentence(words: number): string {
	return Array.from({ length: words }, () => {
		if (draw() < 0.6) return one(said)
		const rare = () => parts[Math.floor(draw() ** 3 * parts.length)]!
		return draw() < 0.4 ? rare() + rare() : rare()
	}).join(' ')
}

const folder = mkdtempSync(join(tmpdir(), 'gehoert-bench-'))
const database = await openDatabase({ dataFolder: folder, databaseUrl: process.env['DATABASE_URL'], holder: 'bench' })
const town = await sampleMunicipality(database, { slug: `bench-${Date.now()}` })
const began = performance.now()
const round = await inMunicipality(database, town.id, (db) => createRound(db, { title: 'Bench', at: new Date() }))
for (let from = 0; from < VOICES; from += BATCH) {
	const conversations = Array.from({ length: Math.min(BATCH, VOICES - from) }, (_, at) => {
		const text = sentence(20 + Math.floor(draw() * 60)).replaceAll('\r', '')
		return {
			originKey: originKeyOf(`${from + at}`),
			title: `${from + at}`,
			format: 'written' as const,
			text,
			speakers: [{ code: 'B1', consent: { channels: ['analyse' as const], given: 'on-paper' as const } }],
			turns: [{ speaker: 'B1', start: 0, end: Array.from(text).length }],
		}
	})
	await inMunicipality(database, town.id, (db) =>
		recordConversations(db, { roundId: round.id, conversations, at: new Date() }),
	)
}
const written = (performance.now() - began) / 1000
// What the server does by itself within a minute.
await gatherStatistics(database)

const KINDS: Record<string, () => string> = {
	'one word': () => one(parts),
	'two words': () => `${one(parts)} ${one(parts)}`,
	'a title': () => sentence(6),
	'a phrase': () => `"${one(said)} ${one(said)}"`,
	'and, or, not': () => `(${one(parts)} ODER ${one(parts)}) NICHT ${one(parts)}`,
	near: () => `${one(parts)} NAH/5 ${one(parts)}`,
}
process.stdout.write(
	`${database.engine}, ${VOICES} voices written in ${written.toFixed(0)} s\n| asked | median ms | p95 ms |\n|---|---|---|\n`,
)
const all: number[] = []
for (const [name, query] of Object.entries(KINDS)) {
	const times: number[] = []
	for (let n = 0; n < SEARCHES / 4; n++) {
		const typed = query()
		const start = performance.now()
		await inMunicipality(database, town.id, (db) => findVoices(db, { query: typed, limit: 20 }))
		if (n > 2) times.push(performance.now() - start)
	}
	all.push(...times)
	report(name, times)
}
report('all', all)
const { rows } = await inMunicipality(database, town.id, (db) =>
	db.execute<{ leakproof: boolean }>(sql`select proleakproof as leakproof from pg_proc where proname = 'ts_match_vq'`),
)
if (!rows[0]!.leakproof) process.stdout.write('the index may not be used here: matching is not declared leakproof\n')
await database.close()
rmSync(folder, { recursive: true, force: true })

function report(name: string, times: number[]) {
	times.sort((first, second) => first - second)
	const [median, p95] = [0.5, 0.95].map((share) => times[Math.floor(times.length * share)]!.toFixed(1))
	process.stdout.write(`| ${name} | ${median} | ${p95} |\n`)
}
