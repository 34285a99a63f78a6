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
		{ slug: 'brunnen', transcriptId: 't', segments, findings, groups: [], progress },
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
