import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Finding } from '../names/decide-names.ts'
import { NamesStore } from './names-store.ts'

const text = 'Anna, Ben und Carla'
const findings = ['Anna', 'Ben', 'Carla'].map((name): Finding => {
	const start = text.indexOf(name)
	const found = { id: name, kind: 'person' as const, name, start, end: start + name.length }
	return { ...found, state: 'open', replacement: '[Person]', certainty: 'certain' }
})

test('whoever begins in the middle of a text comes back to the names passed over', () => {
	const neverAnswers: typeof fetch = () => new Promise(() => {})
	const segments = [{ start: 0, text }] as never
	const progress = { decided: 0, all: 3 }
	const store = new NamesStore(
		{
			slug: 'brunnen',
			transcriptId: 't',
			seenAt: new Date('2025-05-03T10:00:00Z'),
			segments,
			findings,
			groups: [],
			progress,
		},
		{ fetch: neverAnswers },
	)
	store.take('Ben')
	store.decide('replaced')
	assert.equal(store.current?.name, 'Carla')
	store.decide('kept')
	assert.equal(store.current?.name, 'Anna')
	store.decide('replaced')
	assert.equal(store.step(1, { openOnly: true }), false)
})

test('a refusal of one decision loses no other, and shows what somebody else decided', async () => {
	const sent: { act: string; findingIds: string[] }[] = []
	const others = { ...findings[0]!, state: 'replaced' as const, replacement: '[Nachbarin]' }
	const answers: typeof fetch = async (_, init) => {
		const body = JSON.parse(String(init?.body)) as { act: string; findingIds: string[]; state: 'kept' }
		sent.push(body)
		const progress = { decided: sent.length, all: 3 }
		if (body.act === 'look') return Response.json({ before: [others], after: [others], seenAt: LATER, progress })
		if (body.findingIds[0] === 'Anna')
			return Response.json({ code: 'names-replaced-meanwhile', detail: 'Schon entschieden.' }, { status: 409 })
		const after = findings
			.filter(({ id }) => body.findingIds.includes(id))
			.map((one) => ({ ...one, state: body.state }))
		return Response.json({ before: after, after, seenAt: LATER, progress })
	}
	const segments = [{ start: 0, text }] as never
	const seenAt = new Date('2025-05-03T10:00:00Z')
	const progress = { decided: 0, all: 3 }
	const store = new NamesStore(
		{ slug: 'brunnen', transcriptId: 't', seenAt, segments, findings, groups: [], progress },
		{ fetch: answers },
	)
	store.decide('kept')
	store.decide('kept')
	await store.settled()
	assert.deepEqual(
		sent.map(({ act, findingIds }) => `${act} ${findingIds.join()}`),
		['decide Anna', 'look Anna', 'decide Ben'],
	)
	const shown = store.view.findings.flat()
	assert.deepEqual([shown[0]!.replacement, shown[0]!.state, shown[1]!.state], ['[Nachbarin]', 'replaced', 'kept'])
	assert.deepEqual(store.view.message, { what: 'refused', sentence: '„Anna“: Schon entschieden.' })
})

const LATER = '2025-05-03T10:05:00.000Z'
