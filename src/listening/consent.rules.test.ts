import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endsWith, mayUse, type HeldConsent } from './consent.rules.ts'
import type { Channel } from './vocabulary.ts'

const GROWN_UP = { isUnder16: false, restrictedAt: null }
const given = (...channels: Channel[]): HeldConsent[] =>
	channels.map((channel) => ({ channel, byGuardian: false, withdrawnAt: null }))

test('a yes counts for its own channel and for no other', () => {
	assert.ok(mayUse(given('analyse'), 'analyse', GROWN_UP))
	assert.ok(!mayUse(given('analyse'), 'quote', GROWN_UP))
	assert.ok(!mayUse(given('contact'), 'photo', GROWN_UP))
	assert.ok(!mayUse([], 'record', GROWN_UP))
})

test('nobody is quoted whose words may not be read, and nobody with their office who may not be quoted', () => {
	assert.ok(!mayUse(given('quote'), 'quote', GROWN_UP))
	assert.ok(!mayUse(given('analyse', 'quote-with-office'), 'quote-with-office', GROWN_UP))
	assert.ok(mayUse(given('analyse', 'quote', 'quote-with-office'), 'quote-with-office', GROWN_UP))
	assert.deepEqual(endsWith('analyse'), ['analyse', 'quote', 'quote-with-office'])
	assert.deepEqual(endsWith('contact'), ['contact'])
})

test('a withdrawn yes is a no', () => {
	const [analyse] = given('analyse')
	assert.ok(!mayUse([{ ...analyse!, withdrawnAt: new Date() }], 'analyse', GROWN_UP))
})

test('under 16 only what a parent agreed to counts', () => {
	const child = { isUnder16: true, restrictedAt: null }
	assert.ok(!mayUse(given('analyse'), 'analyse', child))
	assert.ok(mayUse([{ channel: 'analyse', byGuardian: true, withdrawnAt: null }], 'analyse', child))
})

test('words that are restricted are used for nothing, but the person may still be told so', () => {
	const restricted = { isUnder16: false, restrictedAt: new Date() }
	const all = given('record', 'analyse', 'quote', 'quote-with-office', 'contact', 'photo')
	assert.deepEqual(
		all.map(({ channel }) => channel).filter((channel) => mayUse(all, channel, restricted)),
		['contact'],
	)
})
