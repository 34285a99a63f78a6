/**
 * What one coding costs over HTTP, for transcripts of very different length: the goal is ≤ 15 ms (median), the same for
 * all. Runs on the embedded database, or on `DATABASE_URL`. `node bench/codings.ts` after a build.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { serve } from '@hono/node-server'
import type { ServerBuild } from 'react-router'
import { inMunicipality } from '#platform/database/database.ts'
import { openDatabase } from '#platform/database/open-database.ts'
import { createApp } from '#platform/http/create-app.ts'
import { LANGUAGES } from '#platform/words/words.ts'
import { memberContext, municipalityContext } from '#people/request.ts'
import { sampleMunicipality } from '#people/sample.ts'
import { createRound } from '#listening/create-round.ts'
import { originKeyOf } from '#listening/prepared-conversation.ts'
import { recordConversations } from '#listening/record-conversation.ts'
import { mountUnderstandingApi } from '#understanding/api.ts'
import { findCodebook } from '#understanding/codebook/find-codebook.ts'
import { findDesk, type Desk } from '#understanding/coding/find-desk.ts'
import '#understanding/reactions.ts'

const SENTENCE = 'Wir fahren hin und her, und am Ende weiß niemand, wer über die Straße entscheidet. '
const CODINGS = 300
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

const build = (await import(pathToFileURL(join(import.meta.dirname, '../build/server/index.js')).href)) as ServerBuild
const app = createApp({
	database,
	build,
	clientFolder: join(import.meta.dirname, '../build/client'),
	baseUrl: () => 'http://127.0.0.1',
	findSite: async () => ({ mount: '', languages: LANGUAGES, place: town }),
	prepare: async (context) => {
		context.set(municipalityContext, town)
		context.set(memberContext, town.team.analyst)
	},
	mount: mountUnderstandingApi,
})
process.stderr.write = () => true // the server logs every request there
const { port, close } = await new Promise<{ port: number; close: () => void }>((started) => {
	const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) =>
		started({ port: info.port, close: () => server.close() }),
	)
})

process.stdout.write('| transcript | turns | median ms | p95 ms |\n|---|---|---|---|\n')
for (const [n, desk] of desks.entries()) {
	await codeMany(desk, 40)
	const times = (await codeMany(desk, CODINGS)).toSorted((one, other) => one - other)
	const [median, p95] = [0.5, 0.95].map((share) => times[Math.floor(times.length * share)]!.toFixed(1))
	process.stdout.write(`| ${WANTED[n]!.name} | ${desk.turns.length} | ${median} | ${p95} |\n`)
}
close()
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

/** Codings at places spread over the whole transcript; milliseconds of each request. */
async function codeMany(desk: Desk, count: number): Promise<number[]> {
	const times: number[] = []
	for (let n = 0; n < count; n++) {
		const turn = desk.turns[(n * 7919) % desk.turns.length]!
		const start = turn.start + Math.floor(Math.random() * (turn.text.length - 60))
		const end = start + 1 + Math.floor(Math.random() * 50)
		const coding = {
			id: crypto.randomUUID(),
			transcriptId: desk.transcriptId,
			start,
			end,
			themeId: theme!.id,
			stance: 'hinders',
		}
		const began = performance.now()
		const answer = await fetch(`http://127.0.0.1:${port}/api/v1/codings`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(coding),
		})
		await answer.arrayBuffer()
		// The same place twice is refused; that happens by chance and costs less.
		if (answer.status === 201) times.push(performance.now() - began)
		else if (answer.status !== 409) throw new Error(`coding was refused: ${answer.status}`)
	}
	return times
}
