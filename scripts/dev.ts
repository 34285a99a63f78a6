/** The server, started again whenever the source changes: `npm run dev`. */
import { spawn, type ChildProcess } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
/** Editors write a file in several steps; one restart for all of them. */
const QUIET_MS = 300

let server: ChildProcess | undefined
let waiting: NodeJS.Timeout | undefined

function start() {
	// The launcher compiles words and builds pages when they are stale.
	const args = [join(ROOT, 'scripts/bootstrap.mjs'), 'serve', ...process.argv.slice(2)]
	server = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] })
}

function restart() {
	const old = server
	if (!old || old.exitCode !== null) return start()
	old.once('exit', start)
	old.kill('SIGTERM')
}

watch(join(ROOT, 'src'), { recursive: true }, (_event, name) => {
	if (!name || name.includes('compiled') || !/\.(tsx?|css|json|typ)$/.test(name) || name.endsWith('.test.ts')) return
	clearTimeout(waiting)
	waiting = setTimeout(restart, QUIET_MS)
})
for (const signal of ['SIGINT', 'SIGTERM'] as const)
	process.once(signal, () => {
		if (!server || server.exitCode !== null) process.exit(0)
		server.once('exit', () => process.exit(0))
		server.kill(signal)
	})
start()
