/**
 * What one coding costs over HTTP, for transcripts of very different length: the goal is ≤ 15 ms (median), the same for
 * all. Runs on the embedded database, or on `DATABASE_URL`. `node bench/codings.ts` after a build.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inMunicipality } from '#platform/database/database.ts'
import { openDatabase } from '#platform/database/open-database.ts'
import { readSettings } from '#platform/settings.ts'
import { sampleMunicipality } from '#people/sample.ts'
import { createRound } from '#listening/create-round.ts'
import { originKeyOf } from '#listening/prepared-conversation.ts'
import { recordConversations } from '#listening/record-conversation.ts'
import { findCodebook } from '#understanding/codebook/find-codebook.ts'
import { findDesk, type Desk } from '#understanding/coding/find-desk.ts'
import { startServer } from '../src/server.ts'
import '../src/reactions.ts'

const SENTENCE = 'Wir fahren hin und her, und am Ende weiß niemand, wer über die Straße entscheidet. '
const CODINGS = Number(process.env['BENCH_CODINGS'] ?? 1_000)
const WANTED = [
	{ name: '10 KB', bytes: 10_000, isOneTurn: false },
	{ name: '100 KB', bytes: 100_000, isOneTurn: false },
	{ name: '1 MB', bytes: 1_000_000, isOneTurn: false },
	{ name: 'one turn of 45 KB', bytes: 45_000, isOneTurn: true },
]

const folder = mkdtempSync(join(tmpdir(), 'gehoert-bench-'))
const database = await openDatabase({ dataFolder: folder, databaseUrl: process.env['DATABASE_URL'], holder: 'bench' })
const town = await sampleMunicipality(database, { slug: `bench-${Date.now()}` })
const at = new Date()
const desks = await inMunicipality(database, town.id, async (db) => {
	const round = await createRound(db, { title: 'Bench', slug: 'bench', at })
	const conversations = WANTED.map(conversation)
	await recordConversations(db, { roundId: round.id, conversations, at })
	const found: Desk[] = []
	for (const { slug } of conversations) found.push(await findDesk(db, slug))
	return found
})
const [theme] = await inMunicipality(database, town.id, findCodebook)

process.stderr.write = () => true // the server logs every request there
const environment = { DATABASE_URL: process.env['DATABASE_URL'] }
const server = await startServer(database, readSettings(environment, { data: folder, port: '0' }))
const token = await server.signIn.createLink(town.team.analyst.email)
const entrance = await server.signIn.withLink({ municipalityId: town.id, token, at })
const cookie = entrance!.cookies.map((set) => set.split(';')[0]).join('; ')

process.stdout.write(
	'| transcript | turns | sent as | median ms | p95 ms | first 100 | last 100 |\n|---|---|---|---|---|---|---|\n',
)
for (const [n, desk] of desks.entries())
	for (const path of ['codings', 'deeds'] as const) {
		await codeMany(desk, path, 40)
		const times = await codeMany(desk, path, CODINGS)
		const figures = [at50(times), quantile(times, 0.95), at50(times.slice(0, 100)), at50(times.slice(-100))]
		process.stdout.write(`| ${WANTED[n]!.name} | ${desk.turns.length} | ${path} | ${figures.join(' | ')} |\n`)
	}
await server.stop()
await database.close()
rmSync(folder, { recursive: true, force: true })

/** A conversation of about `bytes`, in turns of a few sentences, or all in one turn. */
function conversation({ name, bytes, isOneTurn }: (typeof WANTED)[number], n: number) {
	const turns: { speaker: string; start: number; end: number }[] = []
	let text = ''
	while (text.length < bytes) {
		const said = SENTENCE.repeat(isOneTurn ? Math.ceil(bytes / SENTENCE.length) : 3).trim()
		turns.push({ speaker: `B${(turns.length % 9) + 1}`, start: text.length, end: text.length + said.length })
		text += `${said}\n`
	}
	const consent = { channels: ['analyse' as const], given: 'on-paper' as const }
	const speakers = [...new Set(turns.map(({ speaker }) => speaker))].map((code) => ({ code, consent }))
	return {
		originKey: originKeyOf(name),
		slug: `t${n}`,
		title: name,
		format: 'town-talk' as const,
		text,
		turns,
		speakers,
	}
}

/** Codings at places spread over the whole transcript; milliseconds of each request. Programs send codings, the desk deeds. */
async function codeMany(desk: Desk, path: 'codings' | 'deeds', count: number): Promise<number[]> {
	const times: number[] = []
	const { transcriptId } = desk
	for (let n = 0; n < count; n++) {
		const turn = desk.turns[(n * 7919) % desk.turns.length]!
		const start = turn.start + Math.floor(Math.random() * (turn.text.length - 60))
		const place = { start, end: start + 1 + Math.floor(Math.random() * 50) }
		const body = path === 'codings' ? codingAt(transcriptId, place) : deedAt(transcriptId, place)
		const began = performance.now()
		const answer = await fetch(`${server.address}/${town.slug}/api/v1/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', cookie },
			body: JSON.stringify(body),
		})
		await answer.arrayBuffer()
		// The same place twice is refused; that happens by chance and costs less.
		if (answer.status === 201) times.push(performance.now() - began)
		else if (answer.status !== 409) throw new Error(`coding was refused: ${answer.status}`)
	}
	return times
}

type Place = { start: number; end: number }

function codingAt(transcriptId: string, place: Place) {
	return { id: crypto.randomUUID(), transcriptId, ...place, themeId: theme!.id, stance: 'hinders' }
}

function deedAt(transcriptId: string, place: Place) {
	const marks = { isGoodQuote: false, isSensitive: false, specialCategory: null }
	const after = { ...place, themeId: theme!.id, stance: 'hinders', intensity: 1, ...marks }
	return { id: crypto.randomUUID(), transcriptId, parts: [{ codingId: crypto.randomUUID(), before: null, after }] }
}

function quantile(times: readonly number[], share: number): string {
	return times.toSorted((one, other) => one - other)[Math.floor(times.length * share)]!.toFixed(1)
}

function at50(times: readonly number[]): string {
	return quantile(times, 0.5)
}
