/**
 * Every check and every test, in the order in which they fail fastest. Ends with a line `N passed, M failed`.
 *
 *   npm test                      all of it
 *   npm test -- --only check      format, lint, types and gates; `npm run check` is the same
 *   npm test -- --only journeys   one part: check, unit, embedded, postgres, journeys
 *   npm test -- receipt           only test files whose path contains the word
 */
import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findChromium } from './testing/chromium.ts'
import { demoFolder } from './testing/demo-folder.ts'
import { findPostgres, installWithApt } from './testing/machine.ts'
import { startPostgres, type RunningPostgres } from './testing/postgres.ts'
import { closingLine, runProgram, runTests, tally } from './testing/steps.ts'

const ROOT = join(import.meta.dirname, '..')
const PARTS = ['check', 'unit', 'embedded', 'postgres', 'journeys'] as const

process.chdir(ROOT)
const { values, positionals } = parseArgs({
	options: { only: { type: 'string', multiple: true } },
	allowPositionals: true,
})
const wanted = values.only ?? PARTS
const unknown = wanted.filter((part) => !(PARTS as readonly string[]).includes(part))
if (unknown.length > 0) fail(`--only knows ${PARTS.join(', ')}; not ${unknown.join(', ')}`)

const testFiles = globSync('{src,scripts,tests,bench,demo}/**/*.test.ts')
	.map((path) => path.replaceAll('\\', '/'))
	.filter((path) => positionals.every((word) => path.includes(word)))
	.toSorted()
const gates = testFiles.filter((path) => path.startsWith('tests/gates/'))
/** The longest file first: the journey it tells takes longest, too, and would be left running alone at the end. */
const journeys = testFiles
	.filter((path) => path.startsWith('tests/journeys/'))
	.toSorted((one, other) => statSync(other).size - statSync(one).size)
const others = testFiles.filter((path) => !gates.includes(path) && !journeys.includes(path))
const onDatabase = others.filter((path) => readFileSync(path, 'utf8').includes('freshDatabase'))
const SHARED = { perProcess: 8, minutes: 8, atOnce: 3 }
/** What is asked over HTTP about nothing of the database is asked once, on the embedded one. */
const ENGINE_IS_THE_SAME = ['tests/towns/attacks.test.ts', 'tests/towns/odd-requests.test.ts']
const onPostgres = onDatabase.filter((path) => !ENGINE_IS_THE_SAME.includes(path))
const unit = others.filter((path) => !onDatabase.includes(path))

if (positionals.length > 0 && testFiles.length === 0) fail(`no test file is called like ${positionals.join(' ')}`)

const folder = mkdtempSync(join(tmpdir(), 'gehoert-test-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))
process.env['GEHOERT_TEST_FOLDER'] = folder
delete process.env['GEHOERT_TEST_POSTGRES']

let postgres: RunningPostgres | undefined
try {
	prepareMachine()
	if (wanted.includes('check')) await check()
	if (wanted.includes('unit')) await runTests('unit tests', unit, { perProcess: 16 })
	if (wanted.includes('embedded')) await runTests('database tests, embedded', onDatabase, SHARED)
	// Journeys begin with the fictional municipality: it is filled in while tests wait for PostgreSQL.
	const demo = wanted.includes('journeys') && journeys.length > 0 ? demoFolder(folder) : undefined
	// A reason to fail is told by the journeys.
	demo?.catch(() => undefined)
	if (wanted.includes('postgres') && onPostgres.length > 0) await testOnPostgres()
	// Three at a time, for a person who reads or waits keeps no processor busy.
	if (wanted.includes('journeys')) await runTests('journeys in Chromium', journeys, { atOnce: 3, minutes: 5 })
} finally {
	await postgres?.stop()
}
process.stdout.write(`${closingLine()}\n`)
process.exit(tally.failed === 0 && tally.passed > 0 ? 0 : 1)

/** What the tests need of the machine is looked for first: better to refuse now than after five minutes. */
function prepareMachine() {
	const needed = [
		...(wanted.includes('postgres') && onPostgres.length > 0 && !findPostgres() ? ['postgresql'] : []),
		...(wanted.includes('journeys') && journeys.length > 0 && !findChromium() ? ['chromium'] : []),
	]
	if (needed.length > 0) installWithApt(needed)
	if (needed.includes('postgresql') && !findPostgres()) fail('PostgreSQL was not found and could not be installed.')
	if (needed.includes('chromium') && !findChromium()) fail('Chromium was not found and could not be installed.')
}

async function check() {
	const program = (path: string) => join(ROOT, 'node_modules', path)
	const onlyGates = positionals.length > 0
	if (!onlyGates) {
		await Promise.all([
			runProgram('format', program('oxfmt/bin/oxfmt'), ['--check', '.']),
			runProgram('route types', program('@react-router/dev/bin.cjs'), ['typegen']),
		])
		const cruise = ['src', '--config', '.dependency-cruiser.mjs', '--output-type', 'err']
		await Promise.all([
			// Several checkers work out the same types several times over.
			runProgram('types', program('typescript/bin/tsc'), ['-p', '.', '--checkers', '1']),
			runProgram('lint', program('oxlint/bin/oxlint'), ['--deny-warnings']),
			(async () => {
				await runProgram(
					'dependencies between stages',
					program('dependency-cruiser/bin/dependency-cruiser.mjs'),
					cruise,
				)
				await runProgram('unused code', program('knip/bin/knip.js'), ['--no-progress', '--no-config-hints'])
			})(),
		])
	}
	await runTests('gates', gates)
}

async function testOnPostgres() {
	postgres = await startPostgres(findPostgres()!)
	process.env['GEHOERT_TEST_POSTGRES'] = postgres.url
	await runTests(`database tests, PostgreSQL ${postgres.version}`, onPostgres, SHARED)
	delete process.env['GEHOERT_TEST_POSTGRES']
	await postgres.stop()
	postgres = undefined
}

function fail(sentence: string): never {
	process.stderr.write(`${sentence}\n`)
	process.exit(2)
}
