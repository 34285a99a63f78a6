/**
 * What it costs to weigh a million codings: every kind of column and of counting (goal: ≤ 400 ms on PostgreSQL), then what
 * stands beside the matrix, and the passages behind its figures; median of five.
 *
 * `DATABASE_URL=… node bench/matrix.ts [CODINGS]` on an empty database whose user owns it; without an address embedded,
 * with 100,000.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { inMunicipality, type MunicipalityDatabase } from '#platform/database/database.ts'
import { openDatabase } from '#platform/database/open-database.ts'
import { sampleMunicipality } from '#people/sample.ts'
import { rounds } from '#listening/tables.ts'
import { findBalance } from '#understanding/weighing/find-balance.ts'
import { findCases } from '#understanding/weighing/find-case-summaries.ts'
import { findCell } from '#understanding/weighing/find-cell.ts'
import { findMatrix, MATRIX_COLUMNS, MATRIX_COUNTS } from '#understanding/weighing/find-matrix.ts'
import { findPairs } from '#understanding/weighing/find-pairs.ts'
import { findPatterns } from '#understanding/weighing/find-patterns.ts'
import { findRoundsCompared } from '#understanding/weighing/find-rounds-compared.ts'
import { findSaturation } from '#understanding/weighing/find-saturation.ts'
import { findThemeHeads, topOf } from '#understanding/weighing/find-theme-heads.ts'
import { NEARNESSES } from '#understanding/weighing/pairs.rules.ts'
import '#understanding/reactions.ts'
import { fillCodings } from './fill-codings.ts'

const databaseUrl = process.env['DATABASE_URL']
const CODINGS = Number(process.argv[2] ?? (databaseUrl ? 1_000_000 : 100_000))
const folder = mkdtempSync(join(tmpdir(), 'gehoert-bench-'))
const database = await openDatabase({ dataFolder: folder, databaseUrl, holder: 'bench' })
const town = await sampleMunicipality(database, { slug: `bench-${Date.now()}` })
const began = performance.now()
await fillCodings(database, town.id, CODINGS)
say(`${CODINGS} codings written in ${seconds(began)} s`)
const first = performance.now()
await read((db) => findMatrix(db, { columns: 'sector', count: 'persons' }))
say(`first time, everybody's tally counted anew: ${seconds(first)} s\n`)
say('| read | median ms | worst ms | others waited ms | load |\n|---|---|---|---|---|')
for (const columns of MATRIX_COLUMNS) {
	for (const count of MATRIX_COUNTS)
		await measure(`matrix by ${columns}, ${count}`, (db) => findMatrix(db, { columns, count }))
}
for (const nearness of NEARNESSES)
	await measure(`pairs, same ${nearness}`, (db) => findPairs(db, { nearness, isRolledUp: true }))
await measure('patterns', (db) => findPatterns(db, {}))
await measure('balance', (db) => findBalance(db, {}))
await measure('saturation', (db) => findSaturation(db, {}))
const [round] = await read((db) => db.select({ id: rounds.id }).from(rounds))
await measure('rounds compared', (db) => findRoundsCompared(db, { earlierId: round!.id, laterId: round!.id }))
await measure('case summaries, a page', (db) => findCases(db, { limit: 25 }))
const heads = await read(findThemeHeads)
const branch = (slug: string) => heads.filter(({ id }) => top(id) === slug).map(({ id }) => id)
const themeIds = branch('bench-0')
const shown = { themeIds, limit: 50 }
await measure('passages of every theme', (db) => findCell(db, { limit: 50 }))
await measure('passages of a theme', (db) => findCell(db, shown))
await measure('its concrete wishes', (db) => findCell(db, { ...shown, stance: 'wish', naming: 'concrete' }))
for (const nearness of NEARNESSES) {
	const beside = { themeIds: branch('bench-1'), nearness }
	await measure(`its passages beside another, same ${nearness}`, (db) => findCell(db, { ...shown, beside }))
}
await database.close()
rmSync(folder, { recursive: true, force: true })

function read<Result>(work: (db: MunicipalityDatabase) => Promise<Result>): Promise<Result> {
	return inMunicipality(database, town.id, work)
}

/** Median of five, after one that does not count; how long others of this process would have waited at most. */
async function measure(name: string, work: (db: MunicipalityDatabase) => Promise<unknown>) {
	const waiting = monitorEventLoopDelay({ resolution: 1 })
	const times: number[] = []
	for (let n = 0; n < 6; n++) {
		if (n === 1) waiting.enable()
		const start = performance.now()
		await read(work)
		times.push(performance.now() - start)
	}
	waiting.disable()
	const sorted = times.slice(1).toSorted((one, other) => one - other)
	const figures = [sorted[2]!, sorted.at(-1)!, waiting.max / 1e6].map((figure) => figure.toFixed(0))
	say(`| ${[name, ...figures, loadavg()[0]!.toFixed(1)].join(' | ')} |`)
}

/** The slug of the theme at the top of the branch. */
function top(themeId: string): string {
	const id = topOf(heads, themeId)
	return heads.find((head) => head.id === id)!.slug
}

function say(line: string) {
	process.stdout.write(`${line}\n`)
}

function seconds(since: number): string {
	return ((performance.now() - since) / 1000).toFixed(1)
}
