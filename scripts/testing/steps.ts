/** Runs one step of the checks and prints one line about it; what went wrong follows below the line. */
import { spawn } from 'node:child_process'
import { relative } from 'node:path'
import { run } from 'node:test'
import { writeSharedProcesses } from './shared-process.ts'

type TestFailure = { file: string; name: string; error: unknown }
type TestEvent = {
	name: string
	nesting: number
	file?: string
	skip?: unknown
	todo?: unknown
	details?: { type?: string; error?: unknown; duration_ms?: number }
}

/** How many checks and tests have passed and failed so far. */
export const tally = { passed: 0, failed: 0 }

const began = performance.now()

export function closingLine(): string {
	const seconds = Math.round((performance.now() - began) / 1000)
	process.stdout.write(`${seconds} s in all\n`)
	return `${tally.passed} passed, ${tally.failed} failed`
}

/** One program, one check: passed when it exits with 0. Its output is shown only when it does not. */
export async function runProgram(name: string, program: string, args: string[]) {
	const from = performance.now()
	const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
	let output = ''
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
	const code = await new Promise((ended) => child.once('close', ended))
	tally[code === 0 ? 'passed' : 'failed']++
	report(name, code === 0, from)
	if (code !== 0) process.stdout.write(`${output.trimEnd()}\n`)
}

/** Test files, two processes at a time; `perProcess` of them follow each other in one, which spares starting it anew. */
export async function runTests(name: string, wanted: string[], { atOnce = 2, minutes = 3, perProcess = 1 } = {}) {
	if (wanted.length === 0) return
	const from = performance.now()
	const files = perProcess > 1 ? writeSharedProcesses(wanted, Math.ceil(wanted.length / perProcess)) : wanted
	const failures: TestFailure[] = []
	const output = new Map<string, string[]>()
	const seconds = new Map<string, number>()
	let passed = 0
	const execArgv = ['--import', new URL('../bootstrap/quick-imports.mjs', import.meta.url).href]
	const stream = run({ files, concurrency: atOnce, timeout: minutes * 60_000, forceExit: perProcess === 1, execArgv })
	stream.on('test:pass', (event: TestEvent) => {
		if (isTest(event)) passed++
		if (event.nesting > 0) return
		// In a shared process a file is a suite of its name.
		const file = perProcess > 1 ? event.name : relative('.', event.file ?? event.name)
		seconds.set(file, (seconds.get(file) ?? 0) + (event.details?.duration_ms ?? 0) / 1000)
	})
	stream.on('test:fail', (event: TestEvent) => {
		if (isTest(event) || isBrokenFile(event))
			failures.push({ file: event.file ?? event.name, name: event.name, error: event.details?.error })
	})
	for (const kind of ['test:stdout', 'test:stderr'] as const)
		stream.on(kind, ({ file, message }: { file: string; message: string }) => {
			output.set(file, [...(output.get(file) ?? []), message])
		})
	for await (const _ of stream) void _
	tally.passed += passed
	tally.failed += failures.length
	report(`${name} (${passed} of ${passed + failures.length})`, failures.length === 0, from)
	if (perProcess < 16) process.stdout.write(`  slowest: ${slowest(seconds)}\n`)
	for (const failure of failures) process.stdout.write(`${describe(failure)}\n`)
	for (const file of new Set(failures.map((failure) => failure.file))) {
		const said = (output.get(file) ?? []).join('').trimEnd().split('\n').slice(-30)
		if (said.join('')) process.stdout.write(`    ${relative('.', file)} said:\n      ${said.join('\n      ')}\n`)
	}
}

/** So that whoever adds a test sees what it costs before ten minutes are over. */
function slowest(seconds: Map<string, number>): string {
	const files = [...seconds].toSorted(([, one], [, other]) => other - one).slice(0, 6)
	return files.map(([file, time]) => `${file} ${time.toFixed(0)} s`).join(', ')
}

function isTest({ details, skip, todo }: TestEvent): boolean {
	return details?.type !== 'suite' && skip === undefined && todo === undefined
}

/** A test file that could not be read at all; one whose tests failed is told by its tests. */
function isBrokenFile({ details }: TestEvent): boolean {
	return details?.type === 'suite' && (details.error as { failureType?: string })?.failureType !== 'subtestsFailed'
}

function describe({ file, name, error }: TestFailure): string {
	const cause = (error as { cause?: unknown } | undefined)?.cause ?? error
	const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
	// A property that failed says with what; its cause says why.
	const why = cause instanceof Error && cause.cause instanceof Error ? `\n${cause.cause.message}` : ''
	return `  ✗ ${relative('.', file)}: ${name}\n      ${`${text}${why}`.split('\n').slice(0, 35).join('\n      ')}`
}

function report(name: string, isFine: boolean, from: number) {
	const seconds = ((performance.now() - from) / 1000).toFixed(1)
	process.stdout.write(`${isFine ? '✓' : '✗'} ${name}, ${seconds} s\n`)
}
