/** Several test files in one process: starting Node, reading our modules and opening a database takes seconds each time. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const FRESH_DATABASE = new URL('../../src/platform/database/fresh-database.ts', import.meta.url).href

/**
 * Writes `processes` files into the folder of this run, each of which runs its share of the test files one after another,
 * and returns their paths. What a test file opens is closed before the next one begins. Tests of whole towns take longest:
 * they are dealt first, so that none is left running alone at the end.
 */
export function writeSharedProcesses(files: string[], processes: number): string[] {
	const folder = mkdtempSync(join(process.env['GEHOERT_TEST_FOLDER']!, 'processes-'))
	const isTown = (file: string) => file.startsWith('tests/')
	const longestFirst = [...files.filter(isTown), ...files.filter((file) => !isTown(file))]
	return Array.from({ length: processes }, (_, index) => {
		const path = join(folder, `${index + 1}.test.mjs`)
		writeFileSync(path, sharedProcess(longestFirst.filter((_file, position) => position % processes === index)))
		return path
	})
}

/** A test file is a suite here, so that its `after` runs when it ends and not when the process does. */
function sharedProcess(files: string[]): string {
	const urls = JSON.stringify(files.map((file) => pathToFileURL(resolve(file)).href))
	return `import { describe } from 'node:test'
process.env.GEHOERT_TEST_SHARED = '1'
const waiting = setInterval(() => undefined, 1000)
for (const url of ${urls}) await describe(url.split('/').at(-1), async () => void (await import(url)))
const { closeRestingDatabases } = await import(${JSON.stringify(FRESH_DATABASE)})
await closeRestingDatabases()
clearInterval(waiting)
// What a test left open must not hold the others up.
setTimeout(() => process.exit(), 3000).unref()
`
}
