import assert from 'node:assert/strict'
import { test } from 'node:test'
import { safeTarget } from './safe-target.rules.ts'

test('after signing in nobody is sent to another site', () => {
	assert.equal(safeTarget('/werkstatt/runden?sort=-titel'), '/werkstatt/runden?sort=-titel')
	const elsewhere = [
		'https://evil.example/',
		'//evil.example',
		'/\\evil.example',
		'/\t/evil.example',
		'/%09/../..//evil.example',
		'/.//evil.example',
		'javascript:alert(1)',
		'werkstatt',
		'',
		null,
	]
	for (const wanted of elsewhere) {
		const target = safeTarget(wanted)
		assert.equal(new URL(target, 'https://gehoert.example').origin, 'https://gehoert.example', String(wanted))
		assert.ok(!target.startsWith('//'), String(wanted))
	}
	assert.equal(safeTarget('//evil.example'), '/werkstatt')
})
