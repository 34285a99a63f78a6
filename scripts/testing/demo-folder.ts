/** The fictional municipality as a filled data folder, which journeys copy. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

export const LAUNCHER = join(import.meta.dirname, '../../bin/gehoert')

/** Runs a command as people do, and returns what it printed. */
export async function gehoert(...args: string[]): Promise<string> {
	const { stdout } = await promisify(execFile)(process.execPath, [LAUNCHER, ...args], { maxBuffer: 2 ** 26 })
	return stdout
}

/** Filled in once below `shared`; who asks at the same time waits, for it keeps a processor busy for half a minute. */
export async function demoFolder(shared: string): Promise<string> {
	const folder = join(shared, 'demo')
	const isFirst = mkdirSync(`${folder}.begun`, { recursive: true }) !== undefined
	if (isFirst) await fill(folder)
	const began = performance.now()
	while (!existsSync(folder)) {
		assert.ok(performance.now() - began < 180_000, 'whoever began to fill in the municipality did not finish')
		await sleep(200)
	}
	return folder
}

/** Whoever asks after a failure tries it anew, and tells why. */
async function fill(folder: string) {
	const draft = `${folder}.draft`
	try {
		await gehoert('demo', '--data', draft)
		renameSync(draft, folder)
	} catch (error) {
		for (const left of [draft, `${folder}.begun`]) rmSync(left, { recursive: true, force: true })
		throw error
	}
}
