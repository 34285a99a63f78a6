/**
 * Forty newcomers send twenty-five voices each through the public form, all at once: none may be lost, every one gets
 * its own receipt. Goals: ≥ 200 a second embedded, ≥ 500 on PostgreSQL.
 *
 * `NODE_ENV=production node bench/submissions.ts` after a build; on `DATABASE_URL` if it is set (an empty database).
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { count } from 'drizzle-orm'
import { inMunicipality } from '#platform/database/database.ts'
import { openDatabase } from '#platform/database/open-database.ts'
import { openSecrets } from '#platform/secrets.ts'
import { readSettings } from '#platform/settings.ts'
import { sampleMunicipality } from '#people/sample.ts'
import { createRound } from '#listening/create-round.ts'
import { issueFormToken } from '#listening/form-token.ts'
import { openRound } from '#listening/open-round.ts'
import { receipts } from '#listening/consent.tables.ts'
import { voices } from '#listening/tables.ts'
import { startServer } from '../src/server.ts'

const CLIENTS = 40
const VOICES_EACH = 25
const WORDS = 'Der Bus fährt abends nicht mehr, und am Wochenende gar nicht. Das müsste doch gehen. '

process.stderr.write = () => true // one log line per request would be measured too
const folder = mkdtempSync(join(tmpdir(), 'gehoert-bench-'))
const settings = readSettings({ ...process.env, GEHOERT_DATA: folder, PORT: '0', HOST: '127.0.0.1' })
const database = await openDatabase({ ...settings, holder: 'serve' })
const town = await sampleMunicipality(database, { slug: `bench-${Date.now()}` })
await inMunicipality(database, town.id, async (db) => {
	const round = await createRound(db, { title: 'Bench', at: new Date() })
	await openRound(db, { roundId: round.id })
})
const server = await startServer(database, settings)
const secrets = openSecrets(settings.secretsFile)

/** Each voice was written for ten seconds, in a network of its own: neither waiting nor rate limits are measured. */
async function speak(client: number, voice: number): Promise<{ ms: number; code: string | undefined }> {
	const form = new URLSearchParams({
		form: issueFormToken(secrets, new Date(Date.now() - 10_000)),
		text: `${WORDS.repeat(1 + (voice % 6))} ${client}/${voice}`,
		analyse: 'ja',
		quote: 'ja',
		stance: 'hinders',
	})
	const network = `10.${client}.${voice}.1`
	const began = performance.now()
	const answer = await fetch(`${server.address}/mitreden`, {
		method: 'POST',
		body: form,
		headers: { 'x-forwarded-for': network, origin: server.address },
	})
	const page = await answer.text()
	const code = /receipt__code[^>]*>(.*?)<\/p>/s.exec(page)?.[1]?.replace(/<[^>]+>|\s/g, '')
	return { ms: performance.now() - began, code: answer.status === 200 ? code : undefined }
}

async function client(number: number) {
	const answers = []
	for (let voice = 0; voice < VOICES_EACH; voice++) answers.push(await speak(number, voice))
	return answers
}

await speak(99, 0) // the first request compiles
const cpuBefore = process.cpuUsage()
const began = performance.now()
const answers = (await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)))).flat()
const seconds = (performance.now() - began) / 1000
const cpu = process.cpuUsage(cpuBefore)
const kept = await inMunicipality(database, town.id, async (db) => ({
	voices: (await db.select({ count: count() }).from(voices))[0]!.count - 1,
	receipts: (await db.select({ count: count() }).from(receipts))[0]!.count - 1,
}))
const times = answers.map(({ ms }) => ms).toSorted((one, other) => one - other)
const sent = CLIENTS * VOICES_EACH
const figures = {
	engine: database.engine,
	sent,
	acknowledged: new Set(answers.flatMap(({ code }) => code ?? [])).size,
	...kept,
	lost: sent - kept.voices,
	'per second': Math.round(sent / seconds),
	// Of server, clients and embedded database together: tells a slow program from a busy machine.
	'cpu seconds': Math.round((cpu.user + cpu.system) / 1e5) / 10,
	'median ms': Math.round(times[sent / 2]!),
	'p95 ms': Math.round(times[Math.floor(sent * 0.95)]!),
}
for (const [name, figure] of Object.entries(figures)) process.stdout.write(`${name.padEnd(14)} ${figure}\n`)
await server.stop()
await database.close()
rmSync(folder, { recursive: true, force: true })
