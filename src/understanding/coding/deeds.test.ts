import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { Problem } from '#platform/problem.ts'
import { rewriteTranscript } from '#listening/rewrite-transcript.ts'
import { changeCoding } from './change-coding.ts'
import { coderByName } from './coder-of.ts'
import { stateOf, type CodingState, type DeedPart } from './deeds.rules.ts'
import { doDeed } from './do-deed.ts'
import { findCodingsOfTranscript } from './find-codings.ts'
import { findDeeds } from './find-deeds.ts'
import { recordCodings } from './record-codings.ts'
import { undoDeed, undoStep } from './undo-deed.ts'
import { sampleConversation, sampleTown } from '../sample.ts'
import '../reactions.ts'

const at = new Date('2025-06-01T12:00:00Z')
const database = await freshDatabase()

/** A town of its own, with two people at the same desk. */
async function openDesk() {
	const town = await sampleTown(database)
	const inTown = <Result>(work: Parameters<typeof inMunicipality<Result>>[2]) => inMunicipality(database, town, work)
	const talk = await inTown(sampleConversation)
	const other = await inTown((db) => coderByName(db, { kind: 'human', name: 'Ben' }))
	const themeId = (slug: string) => talk.themeIds[slug]!
	const said = (from: number, to: number, slug = 'community'): CodingState => ({
		start: talk.starts[1]! + from,
		end: talk.starts[1]! + to,
		themeId: themeId(slug),
		stance: 'neutral',
		intensity: 1,
		isGoodQuote: false,
		isSensitive: false,
		specialCategory: null,
	})
	const place = { transcriptId: talk.transcriptId, coderId: talk.coderId, at }
	return {
		...talk,
		inTown,
		other,
		themeId,
		said,
		shown: () =>
			inTown(async (db) =>
				(await findCodingsOfTranscript(db, talk.transcriptId)).map(({ quote, stance }) => `${quote} ${stance}`),
			),
		does: (id: string, parts: DeedPart[], by = talk.coderId) =>
			inTown((db) => doDeed(db, { ...place, id, parts, coderId: by })),
		undoes: (deedId: string, direction: 'undo' | 'redo' = 'undo', seen?: Record<string, number>) =>
			inTown((db) => undoDeed(db, { deedId, coderId: talk.coderId, direction, seen, at })),
		deeds: () => inTown((db) => findDeeds(db, place)),
	}
}

const uuid = () => crypto.randomUUID()

test('several themes are given in one step, taken back in one, and given again', async () => {
	const desk = await openDesk()
	const [step, one, two] = [uuid(), uuid(), uuid()]
	const parts = [
		{ codingId: one, before: null, after: desk.said(0, 4) },
		{ codingId: two, before: null, after: desk.said(0, 4, 'infrastructure') },
	]
	await desk.does(step, parts)
	await desk.does(step, parts)
	assert.deepEqual(await desk.shown(), ['Also neutral', 'Also neutral'])
	await desk.undoes(step)
	await desk.undoes(step)
	assert.deepEqual(await desk.shown(), [])
	const { done, undone } = await desk.deeds()
	assert.deepEqual([done.length, undone.map(({ id }) => id)], [0, [step]])
	await desk.undoes(step, 'redo')
	assert.equal((await desk.shown()).length, 2)
})

test('either all of a step happens or nothing', async () => {
	const desk = await openDesk()
	const beyond = { ...desk.said(0, 4), end: desk.starts[2]! + 3 }
	const parts = [desk.said(0, 4), beyond].map((after) => ({ codingId: uuid(), before: null, after }))
	await assert.rejects(desk.does(uuid(), parts), { code: 'passage-outside-turn' })
	assert.deepEqual(await desk.shown(), [])
	assert.deepEqual((await desk.deeds()).done, [])
})

test('the borders of a passage move inside its contribution, and what it quotes follows', async () => {
	const desk = await openDesk()
	const codingId = uuid()
	await desk.does(uuid(), [{ codingId, before: null, after: desk.said(0, 4) }])
	const step = uuid()
	await desk.does(step, [{ codingId, before: { end: desk.said(0, 4).end }, after: { end: desk.said(0, 14).end } }])
	const [wide] = await desk.shown()
	assert.match(wide!, /^Also 👵🏼 früher/u)
	await desk.undoes(step)
	assert.deepEqual(await desk.shown(), ['Also neutral'])
	const tooFar = { codingId, before: {}, after: { end: desk.starts[2]! + 2 } }
	await assert.rejects(desk.does(uuid(), [tooFar]), { code: 'passage-outside-turn' })
})

test('nobody takes back silently what somebody else has changed since', async () => {
	const desk = await openDesk()
	const [step, codingId] = [uuid(), uuid()]
	await desk.does(step, [{ codingId, before: null, after: desk.said(0, 4) }])
	const after = { stance: 'hinders' as const }
	await desk.does(uuid(), [{ codingId, before: { stance: 'neutral' }, after }], desk.other)
	const versions = await desk.undoes(step).then(itWasDone, versionsOf)
	assert.equal(versions[0]!.theirs.stance, 'hinders')
	assert.equal(versions[0]!.yours, null)
	assert.equal(versions[0]!.changedBy, 'Ben')
	assert.deepEqual(await desk.shown(), ['Also hinders'])

	await desk.undoes(step, 'undo', { [codingId]: versions[0]!.theirs.version })
	assert.deepEqual(await desk.shown(), [], 'who has seen it may still do it')
})

test('two people who change the same thing of the same passage both see both; different things go together', async () => {
	const desk = await openDesk()
	const codingId = uuid()
	await desk.does(uuid(), [{ codingId, before: null, after: desk.said(0, 4) }])
	await desk.does(uuid(), [{ codingId, before: { intensity: 1 }, after: { intensity: 3 } }], desk.other)
	await desk.does(uuid(), [{ codingId, before: { stance: 'neutral' }, after: { stance: 'wish' } }])
	assert.deepEqual(await desk.shown(), ['Also wish'])
	const late = { codingId, before: { stance: 'neutral' as const }, after: { stance: 'helps' as const } }
	const [collision] = await desk.does(uuid(), [late], desk.other).then(itWasDone, versionsOf)
	assert.deepEqual([collision!.theirs.stance, collision!.theirs.intensity], ['wish', 3])

	await desk.inTown(async (db) => {
		const { version } = collision!.theirs
		await assert.rejects(changeCoding(db, { codingId, change: { stance: 'helps' }, version: version - 1 }), {
			code: 'coding-changed',
		})
		const changed = await changeCoding(db, { codingId, change: { stance: 'helps' }, version })
		assert.equal(changed.version, version + 1)
	})
})

test('all hits of a search are one step, nothing twice, and one step back', async () => {
	const desk = await openDesk()
	const place = { transcriptId: desk.transcriptId, coderId: desk.coderId }
	const hits = [desk.said(0, 4), desk.said(0, 4), desk.said(7, 13)].map((state) => ({ ...place, ...state }))
	const [first, second] = [uuid(), uuid()]
	await desk.inTown(async (db) => {
		const coded = await recordCodings(db, { codings: hits, at, step: { id: first, coderId: desk.coderId } })
		assert.deepEqual([coded.ids.length, coded.added.length], [3, 2])
		const again = await recordCodings(db, { codings: hits, at, step: { id: second, coderId: desk.coderId } })
		assert.deepEqual([again.ids, again.added], [coded.ids, []])
		assert.equal(await undoStep(db, { stepId: first, coderId: desk.coderId, at }), 2)
		await assert.rejects(undoStep(db, { stepId: first, coderId: desk.coderId, at }), { code: 'deed-unknown' })
		await assert.rejects(undoStep(db, { stepId: first, coderId: desk.other, at }), { code: 'deed-unknown' })
	})
	assert.deepEqual(await desk.shown(), [])
})

test('what was done can still be taken back after names in the transcript were replaced', async () => {
	const desk = await openDesk()
	const [step, codingId] = [uuid(), uuid()]
	await desk.does(uuid(), [{ codingId, before: null, after: desk.said(14, 17) }])
	await desk.does(
		step,
		[{ codingId, before: null, after: null }].map((part) => ({ ...part, before: desk.said(14, 17) })),
	)
	const { conversationId } = desk
	const replacements = [{ start: desk.starts[0]!, end: desk.starts[0]! + 3, text: '[etwas viel Längeres]' }]
	await desk.inTown((db) => rewriteTranscript(db, { conversationId, replacements, at }))
	const [back] = await desk.undoes(step)
	assert.deepEqual(stateOf(back!), { ...desk.said(14, 17), start: back!.start, end: back!.end })
	assert.equal(back!.end - back!.start, 3)
	assert.ok(back!.start > desk.said(14, 17).start)
})

type Collision = { yours: unknown; theirs: { stance: string; intensity: number; version: number }; changedBy: string }

function itWasDone(): never {
	assert.fail('it was done')
}

function versionsOf(error: unknown): Collision[] {
	assert.ok(error instanceof Problem && error.code === 'coding-changed', String(error))
	return error.members['versions'] as Collision[]
}
