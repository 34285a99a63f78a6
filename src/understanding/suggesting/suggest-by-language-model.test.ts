import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { eq } from 'drizzle-orm'
import { inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { conversations } from '#listening/tables.ts'
import { sampleConversation, sampleTown } from '../sample.ts'
import { modelRuns } from '../suggesting.tables.ts'
import { findLastModelRun, goOnWithModelRun, startModelRun, stopModelRun } from './model-runs.ts'
import { suggestByLanguageModel, type InTown } from './suggest-by-language-model.ts'
import { findSuggestions } from './find-suggestions.ts'
import { changeSuggestingSettings } from './suggesting-settings.ts'

const AT = new Date('2025-06-01T09:00:00Z')

/** A language model of few words: answers what it is told to, and remembers what it was asked. */
async function smallModel() {
	const model = {
		reply: () => ({ status: 200, body: '{}' }),
		asked: [] as string[],
		keys: [] as (string | undefined)[],
		isSilent: false,
		address: '',
	}
	const server = createServer((request, response) => {
		const chunks: Buffer[] = []
		request.on('data', (chunk: Buffer) => chunks.push(chunk))
		request.on('end', () => {
			model.keys.push(request.headers.authorization)
			model.asked.push(`${request.url} ${Buffer.concat(chunks).toString()}`)
			if (model.isSilent) return
			const { status, body } = model.reply()
			response.writeHead(status, { 'content-type': 'application/json' }).end(body)
		})
	})
	server.listen(0, '127.0.0.1')
	await once(server, 'listening')
	after(() => {
		server.closeAllConnections()
		server.close()
	})
	model.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
	return model
}

const saying = (content: string) => () => ({
	status: 200,
	body: JSON.stringify({ choices: [{ message: { content } }] }),
})

test('a language model of one’s own sees only checked texts, and what it invents is dropped', async () => {
	const database = await freshDatabase()
	const town = await sampleTown(database)
	const inTown: InTown = (work) => inMunicipality(database, town, work)
	const checked = await inTown((db) => sampleConversation(db))
	const sampleTurns = [{ by: 'B3', text: 'Der Herr Krause vom Laden hat das allein gemacht.' }]
	await inTown((db) => sampleConversation(db, { slug: 'ungeprueft', sampleTurns }))
	const { conversationId } = checked
	await inTown((db) => db.update(conversations).set({ namesCheckedAt: AT }).where(eq(conversations.id, conversationId)))

	await assert.rejects(suggestByLanguageModel(inTown), { code: 'language-model-missing' })
	const model = await smallModel()
	const settings = { isOn: true, endpoint: `${model.address}/v1/`, endpointModel: 'klein-7b', by: 'ana', at: AT }
	await inTown((db) => changeSuggestingSettings(db, settings))

	model.reply = () => ({ status: 503, body: 'busy' })
	await assert.rejects(suggestByLanguageModel(inTown), { code: 'language-model-refused', facts: { status: 503 } })
	model.reply = saying('Dazu fällt mir nichts ein.')
	await assert.rejects(suggestByLanguageModel(inTown), { code: 'language-model-unreadable' })
	model.isSilent = true
	await assert.rejects(suggestByLanguageModel(inTown, { timeoutMs: 150 }), { code: 'language-model-slow' })
	model.isSilent = false

	const found = [
		{ contribution: 1, theme: 'community', stance: 'helps', quote: 'gab es die Gemeindeschwester' },
		{ contribution: 1, theme: 'community', stance: 'helps', quote: 'gab es eine Gemeindeschwester' },
		{ contribution: 2, theme: 'administration', stance: 'sideways', quote: 'Wer haftet denn?' },
		{ contribution: 2, theme: 'weather', stance: 'helps', quote: 'Wer haftet denn?' },
		{ contribution: 9, theme: 'community', stance: 'helps', quote: 'Wer haftet denn?' },
	]
	model.reply = saying(`Gern! ${JSON.stringify({ suggestions: found })} Noch etwas?`)
	const modelKey = { origin: model.address, key: 'sk-geheim' }
	await inTown((db) => startModelRun(db, { at: AT }))
	const { id: runId, total } = (await inTown(findLastModelRun))!
	await goOnWithModelRun(inTown, { runId, modelKey })
	const run = (await inTown(findLastModelRun))!
	assert.deepEqual([total, run.asked, run.proposed, run.dropped, run.problem], [3, 3, 2, 1, null])
	assert.notEqual(run.endedAt, null)
	assert.equal(model.keys.at(-1), 'Bearer sk-geheim')
	assert.ok(model.asked.every((request) => request.startsWith('/v1/chat/completions ')))
	assert.ok(model.asked.every((request) => !request.includes('Krause') && !request.includes('nicht aufschreiben')))

	const { suggestions } = await inTown((db) => findSuggestions(db, { limit: 10, order: 'text' }))
	assert.deepEqual(
		suggestions.map(({ text, start, end, stance, coderName, probability }) => [
			Array.from(text).slice(start!, end!).join(''),
			stance,
			coderName,
			probability,
		]),
		[
			['gab es die Gemeindeschwester', 'helps', 'klein-7b', null],
			['Wer haftet denn?', 'neutral', 'klein-7b', null],
		],
	)
	const asked = model.asked.length
	const elsewhere = { origin: 'https://models.example', key: 'sk-geheim' }
	await suggestByLanguageModel(inTown, { modelKey: elsewhere })
	assert.deepEqual([model.asked.length, model.keys.at(-1)], [asked + 1, undefined], 'a key goes to its own server only')

	await inTown((db) => changeSuggestingSettings(db, { ...settings, endpoint: 'http://127.0.0.1:9' }))
	await inTown((db) => startModelRun(db, { at: new Date('2025-06-02T09:00:00Z') }))
	const next = (await inTown(findLastModelRun))!
	await goOnWithModelRun(inTown, { runId: next.id, modelKey })
	const failed = await inTown((db) => db.select().from(modelRuns).where(eq(modelRuns.id, next.id)))
	assert.equal(failed[0]!.problem, 'language-model-unreachable')
	await inTown((db) => stopModelRun(db, { at: AT }))
})
