import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { allPeppers, openSecrets, renewPeppers } from './secrets.ts'

const folder = mkdtempSync(join(tmpdir(), 'gehoert-secrets-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('secrets are drawn once, readable by their owner only, and read again', () => {
	const path = join(folder, 'one.json')
	const drawn = openSecrets(path)
	assert.deepEqual(openSecrets(path), drawn)
	assert.equal(statSync(path).mode & 0o077, 0)
})

test('changed peppers keep the older ones, newest first, and the sessions go on', () => {
	const path = join(folder, 'two.json')
	const first = openSecrets(path)
	const second = renewPeppers(path)
	const third = renewPeppers(path)
	assert.deepEqual(openSecrets(path), third)
	assert.equal(third.sessionKey, first.sessionKey)
	assert.deepEqual(
		allPeppers(third).map(({ pepperId }) => pepperId),
		[third.pepperId, second.pepperId, first.pepperId],
	)
	assert.equal(statSync(path).mode & 0o077, 0)
})

test('two equal peppers, today or in an older pair, are refused', () => {
	const path = join(folder, 'three.json')
	const good = renewPeppers((openSecrets(path), path))
	const older = good.olderPeppers![0]!
	for (const bad of [
		{ ...good, lookupPepper: good.sealPepper },
		{ ...good, olderPeppers: [{ ...older, lookupPepper: older.sealPepper }] },
	]) {
		writeFileSync(path, JSON.stringify(bad))
		assert.throws(() => openSecrets(path), { code: 'secrets-unreadable' })
		assert.ok(readFileSync(path, 'utf8').length > 0)
	}
})
