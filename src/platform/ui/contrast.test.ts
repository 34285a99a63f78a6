import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { contrastOf, isReadableTownColour, READABLE_CONTRAST } from './contrast.rules.ts'

const tokens = Object.fromEntries(
	[
		...readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8').matchAll(
			/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g,
		),
	].map(([, name, light, dark]) => [name, [light!, dark!]]),
) as Record<string, [string, string]>

test('every colour that carries words is readable on every ground, by day and by night', () => {
	for (const words of ['ink', 'muted', 'listen', 'understand', 'focus', 'act', 'answer', 'danger'])
		for (const ground of ['paper', 'wash', 'sheet'])
			for (const scheme of [0, 1] as const) {
				const contrast = contrastOf(tokens[words]![scheme], tokens[ground]![scheme])
				assert.ok(contrast >= READABLE_CONTRAST, `${words} on ${ground}: ${contrast.toFixed(2)}`)
			}
})

test('the edge of a field can be seen', () => {
	for (const scheme of [0, 1] as const) assert.ok(contrastOf(tokens['edge']![scheme], tokens['sheet']![scheme]) >= 3)
})

test('black on white is as far apart as colours get, and the same colour is not apart at all', () => {
	assert.equal(contrastOf('#000000', '#ffffff'), 21)
	assert.equal(contrastOf('#7a1f4b', '#7a1f4b'), 1)
})

test('a town may take a dark red for daylight, but not a pale yellow', () => {
	assert.ok(isReadableTownColour('#7a1f4b', 'light'))
	assert.ok(!isReadableTownColour('#ffe97a', 'light'))
	assert.ok(isReadableTownColour('#ffe97a', 'dark'))
})
