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
		'JaVaScRiPt:alert(1)',
		'/javascript:alert(1)//evil.example',
		'data:text/html,x',
		'%09//evil.example',
		'/%09/evil.example',
		'/%5cevil.example',
		'/%2f/evil.example',
		'//evil.example/werkstatt',
		'///evil.example',
		'/\\/evil.example',
		'\\\\evil.example',
		'/\r\nLocation: https://evil.example',
		'/\u0000/evil.example',
		'/..//evil.example',
		'/werkstatt/..//evil.example',
		'//user@evil.example',
		'/@evil.example',
		' /werkstatt',
		'http:/werkstatt',
		'https:werkstatt',
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
	assert.equal(safeTarget('/\t/evil.example'), '/werkstatt')
})
