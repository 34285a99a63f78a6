import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { findHolder, noteWebAddress, releaseDataLock, takeDataLock } from './data-lock.ts'

const folder = mkdtempSync(join(tmpdir(), 'gehoert-lock-'))
after(() => rmSync(folder, { recursive: true }))

test('a data folder belongs to one process, and a second one learns who has it', () => {
	assert.equal(takeDataLock(folder, 'serve', 'here'), 'taken')
	assert.deepEqual(takeDataLock(folder, 'import', 'there'), findHolder(folder))
	assert.equal(findHolder(folder)?.pid, process.pid)
	noteWebAddress(folder, 'http://localhost:8080')
	assert.equal(findHolder(folder)?.web, 'http://localhost:8080', 'commands beside it print links that lead there')
	releaseDataLock(folder)
	assert.equal(findHolder(folder), undefined)
})

test('when the holder was killed, exactly one of several waiting processes gets the folder', async () => {
	const module = pathToFileURL(join(import.meta.dirname, 'data-lock.ts')).href
	const take = `import { takeDataLock } from '${module}'; const taken = takeDataLock(${JSON.stringify(folder)}, 'x', '')`
	const killed = start(`${take}; process.kill(process.pid, 'SIGKILL')`)
	await killed.ended

	const rivals = Array.from({ length: 4 }, () =>
		start(`${take}; console.log(taken === 'taken'); setTimeout(() => {}, 1500)`),
	)
	const answers = await Promise.all(rivals.map(({ ended }) => ended))
	assert.deepEqual(answers.toSorted(), ['false\n', 'false\n', 'false\n', 'true\n'])
	assert.deepEqual(
		readdirSync(folder).filter((name) => name !== 'lock.json'),
		[],
	)
})

function start(code: string) {
	const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', code])
	let output = ''
	child.stdout.on('data', (chunk: Buffer) => (output += chunk))
	return { ended: new Promise<string>((ended) => child.once('close', () => ended(output))) }
}
