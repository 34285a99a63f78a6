import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { openSealedBytes, sealBytes } from './sealed-bytes.ts'

const ours = { sealPepper: randomBytes(32).toString('hex') }
const words = new TextEncoder().encode('Frau Beispiel, 0170 0000000')

test('what is sealed for the team opens only here, for its purpose and in its municipality', () => {
	const sealed = sealBytes(ours, 'birkenrode', 'contact', words)
	assert.deepEqual(new Uint8Array(openSealedBytes(ours, 'birkenrode', 'contact', sealed)!), words)
	assert.equal(openSealedBytes(ours, 'birkenrode', 'original', sealed), null)
	assert.equal(openSealedBytes(ours, 'nachbarort', 'contact', sealed), null)
	assert.equal(openSealedBytes({ sealPepper: randomBytes(32).toString('hex') }, 'birkenrode', 'contact', sealed), null)
})

test('what was changed or cut short since it was sealed does not open', () => {
	const sealed = sealBytes(ours, 'birkenrode', 'contact', words)
	const changed = Uint8Array.from(sealed)
	changed[changed.length - 1]! ^= 1
	assert.equal(openSealedBytes(ours, 'birkenrode', 'contact', changed), null)
	assert.equal(openSealedBytes(ours, 'birkenrode', 'contact', sealed.subarray(0, 20)), null)
	assert.ok(!Buffer.from(sealed).includes(Buffer.from('Beispiel')))
})
