/** The desk as the browser runs it, in front of the real API. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { desc, eq } from 'drizzle-orm'
import { inMunicipality, type MunicipalityDatabase } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { turns } from '#listening/tables.ts'
import { sampleMunicipality } from '#people/sample.ts'
import { sampleApi } from '../request-sample.ts'
import { sampleConversation } from '../sample.ts'
import { changeSuggestingSettings } from '../suggesting/suggesting-settings.ts'
import { suggestions } from '../suggesting.tables.ts'
import { coderByName } from './coder-of.ts'
import { findDesk, type Desk } from './find-desk.ts'
import { sitDown } from './live/live-desks.ts'
import { DeskStore } from './parts/desk-store.ts'

const database = await freshDatabase()
const town = await sampleMunicipality(database)
const { desk, talk } = await inMunicipality(database, town.id, async (db) => {
	const sample = await sampleConversation(db)
	return { talk: sample, desk: await findDesk(db, 'erzaehlcafe') }
})
const themeId = talk.themeIds['community']!
const analyst = sampleApi(database, town, town.team.analyst)
const [, second] = desk.turns.filter(({ mayCode }) => mayCode)

/** `late`: what is read arrives only then. */
type Online = { isOnline: boolean; late?: Promise<void> }

/** A desk whose connection can be cut, in front of the real API. */
function openDesk(online: Online, memory = new Map<string, string>(), shown: Desk = desk) {
	const storage = {
		getItem: (key: string) => memory.get(key) ?? null,
		setItem: (key: string, value: string) => void memory.set(key, value),
		removeItem: (key: string) => void memory.delete(key),
	}
	const reach = async (path: string | URL | Request, init?: RequestInit) => {
		if (!online.isOnline) throw new TypeError('no connection')
		const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined
		const answer = await analyst(String(path), init?.method, body)
		if (!body) await online.late
		return answer
	}
	const start = {
		transcriptId: shown.transcriptId,
		turns: shown.turns,
		codings: shown.codings,
		counts: { [themeId]: 7 },
		coderName: 'Anna Lindner',
	}
	return {
		store: new DeskStore(start, { storage, fetch: reach as typeof fetch, newId: () => crypto.randomUUID() }),
		memory,
	}
}

async function untilSaved(store: DeskStore) {
	for (let n = 0; n < 200 && store.view.saving.waiting > 0; n++) await new Promise((wake) => setTimeout(wake, 20))
	assert.equal(store.view.saving.waiting, 0)
}

const onServer = () => inMunicipality(database, town.id, async (db) => (await findDesk(db, 'erzaehlcafe')).codings)

test('what is done at the desk is undone and done again, here and on the server', async () => {
	const { store } = openDesk({ isOnline: true })
	store.code(themeId)
	assert.equal(store.view.message?.what, 'choose-first')
	store.select({ turn: second!.position, start: second!.start, end: second!.start + 5, quote: 'Na ja' })
	store.change({ stance: 'hinders' })
	store.code(themeId)
	store.change({ intensity: 3, isGoodQuote: true })
	assert.equal(store.codings.countOf(themeId), 8)
	assert.equal(store.view.codedTurns, 1)
	store.code(themeId)
	assert.equal(store.codings.of(second!.position).length, 1, 'twice the same theme is one coding')
	await untilSaved(store)
	const [saved] = await onServer()
	assert.deepEqual(
		[saved!.stance, saved!.intensity, saved!.isGoodQuote, saved!.coderName],
		['hinders', 3, true, 'Anna Lindner'],
	)

	await store.undo()
	await store.undo()
	await untilSaved(store)
	assert.deepEqual(await onServer(), [])
	store.redo()
	await untilSaved(store)
	assert.deepEqual(
		(await onServer()).map(({ intensity }) => intensity),
		[1],
	)
	await store.undo()
	await untilSaved(store)
})

test('whoever goes on to another contribution lets go of the words chosen before, and of the themes collected for them', async () => {
	const { store } = openDesk({ isOnline: true })
	const words = { turn: second!.position, start: second!.start, end: second!.start + 5, quote: 'Na ja' }
	store.collect(themeId)
	store.select(words)
	assert.deepEqual(store.view.collected, [themeId], 'collected before any words were chosen, they wait for them')
	store.select({ ...words, end: words.end + 1 })
	store.goTo(words.turn)
	assert.deepEqual(store.view.collected, [themeId], 'other words of the same contribution change nothing')

	store.goTo(words.turn + 1)
	assert.deepEqual([store.view.selection, store.view.collected], [null, []])
	assert.equal(store.view.message?.what, 'let-go', 'and it is said')
	store.code(themeId)
	assert.equal(store.view.message?.what, 'choose-first')
	assert.equal(store.codings.of(words.turn).length, 0)

	store.select(words)
	store.code(themeId)
	store.goTo(words.turn + 1)
	store.change({ stance: 'hinders' })
	assert.equal(
		store.codings.of(words.turn)[0]?.stance,
		'neutral',
		'a direction given there is no longer for this coding',
	)
	await store.undo()
	await untilSaved(store)
})

test('whoever has just sat down at a desk, or comes back to it, hears what others code within two seconds', async () => {
	const sit = () => {
		let heard = 0
		const leave = sitDown(database, {
			...{ municipalityId: town.id, transcriptId: desk.transcriptId, accountId: randomUUID(), name: 'Ben' },
			onPeople: () => undefined,
			onChange: () => void heard++,
		})
		return { leave, heard: () => heard }
	}
	const until = async (isSo: () => boolean) => {
		for (let n = 0; n < 100 && !isSo(); n++) await new Promise((wake) => setTimeout(wake, 20))
		return isSo()
	}
	const { store } = openDesk({ isOnline: true })
	const ben = sit()
	assert.ok(await until(() => ben.heard() > 0), 'what was coded since the page was asked for')
	const before = ben.heard()
	store.select({ turn: second!.position, start: second!.start, end: second!.start + 5, quote: 'Na ja' })
	store.code(themeId)
	await untilSaved(store)
	assert.ok(await until(() => ben.heard() > before), 'what is coded while he sits there')
	ben.leave()
	const again = sit()
	assert.ok(await until(() => again.heard() > 0), 'what was coded while he was away')
	again.leave()
	await store.undo()
	await untilSaved(store)
})

test('without connection nothing is lost, not even when the page is closed', async () => {
	const online = { isOnline: false }
	const { store, memory } = openDesk(online)
	store.select({ turn: second!.position, start: second!.start, end: second!.start + 5, quote: 'Na ja' })
	store.code(themeId)
	store.change({ stance: 'wish' })
	await new Promise((wake) => setTimeout(wake, 20))
	assert.deepEqual(store.view.saving, { waiting: 2, trouble: 'offline' })
	assert.deepEqual(await onServer(), [])
	assert.doesNotMatch([...memory.values()].join(), /Na ja/)

	online.isOnline = true
	const later = openDesk(online, memory)
	await later.store.wake()
	await untilSaved(later.store)
	assert.deepEqual(
		(await onServer()).map(({ stance }) => stance),
		['wish'],
	)
	assert.equal(later.store.codings.of(second!.position).length, 1, 'the page shows what it saved')
	const [left] = await onServer()
	later.store.remove(left!.id)
	await untilSaved(later.store)
	store.retry()
	await untilSaved(store)
})

test('a slow answer about how things stood takes nothing away that was done since', async () => {
	const arrived = Promise.withResolvers<void>()
	const { store } = openDesk({ isOnline: true, late: arrived.promise })
	const slow = store.reload()
	await new Promise((wake) => setTimeout(wake, 100))
	store.select({ turn: second!.position, start: second!.start, end: second!.start + 5, quote: 'Na ja' })
	store.code(themeId)
	await untilSaved(store)
	arrived.resolve()
	await slow
	const [made] = store.codings.of(second!.position)
	assert.ok(made, 'it still shows')
	store.remove(made.id)
	await untilSaved(store)
})

test('what the server refuses disappears again, with its sentence', async () => {
	const { store } = openDesk({ isOnline: true })
	const closed = desk.turns.find(({ mayCode, speaker }) => !mayCode && speaker === 'B9')!
	store.select({ turn: closed.position, start: closed.start, end: closed.start + 3, quote: 'Das' })
	store.code(themeId)
	assert.equal(store.codings.of(closed.position).length, 1)
	await untilSaved(store)
	await new Promise((wake) => setTimeout(wake, 100))
	assert.equal(store.codings.of(closed.position).length, 0)
	assert.equal(store.view.message?.what, 'refused')
	assert.match(store.view.message?.detail ?? '', /zugestimmt/)
	assert.equal(store.view.mayUndo, false)
})

test('what the machine proposes is accepted and refused at the desk, and undone there like any other step', async () => {
	const inTown = <Result>(work: (db: MunicipalityDatabase) => Promise<Result>) =>
		inMunicipality(database, town.id, work)
	await inTown(async (db) => {
		const coderId = await coderByName(db, { kind: 'machine', name: 'Gehört' })
		const [words] = await db.select({ voiceId: turns.voiceId }).from(turns).where(eq(turns.position, second!.position))
		const { voiceId } = words!
		const given = { voiceId: voiceId!, coderId, probability: 0.6, because: ['zuständig'] }
		await db.insert(suggestions).values([
			{ ...given, themeId, stance: 'hinders' },
			{ ...given, themeId: talk.themeIds['administration']!, probability: 0.4 },
		])
	})
	const states = async () => {
		const rows = await inTown((db) => db.select().from(suggestions).orderBy(desc(suggestions.probability)))
		return rows.map(({ state, codingId }) => [state, codingId !== null].join(' '))
	}
	const { store } = openDesk({ isOnline: true }, new Map(), { ...desk, codings: await onServer() })
	await store.suggestions.see(0, desk.turns.length)
	const at = second!.position
	const [first, other] = store.suggestions.openOf(at)
	assert.deepEqual([first!.because, first!.precision, first!.model], [['zuständig'], null, null])
	assert.equal(await store.suggestions.next(at), at, 'it goes round once')

	store.decide(first!, true)
	store.decide(other!, false)
	assert.deepEqual(store.suggestions.openOf(at), [])
	assert.equal(await store.suggestions.next(at), undefined)
	await untilSaved(store)
	assert.deepEqual(await states(), ['accepted true', 'rejected false'])
	assert.deepEqual(
		(await onServer()).map(({ stance, coderName }) => [stance, coderName]),
		[['hinders', 'Anna Lindner']],
	)

	await store.undo()
	await untilSaved(store)
	assert.deepEqual(await states(), ['accepted true', 'open false'])
	await store.undo()
	await untilSaved(store)
	assert.deepEqual([await states(), await onServer()], [['open false', 'open false'], []])
	assert.equal(store.suggestions.openOf(at).length, 2)
	store.redo()
	await untilSaved(store)
	assert.deepEqual(await states(), ['accepted true', 'open false'])

	await inTown((db) =>
		changeSuggestingSettings(db, { isOn: false, endpoint: '', endpointModel: '', by: 'ana', at: new Date() }),
	)
	const answer = await analyst(`/api/v1/suggestions?transcript=${desk.transcriptId}`)
	assert.deepEqual(await answer.json(), { isOn: false, suggestions: [] })
})
