/** A PostgreSQL of the tests' own, in a folder that is thrown away. It ends with the tests, even when they are killed. */
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

export type RunningPostgres = { url: string; version: string; stop: () => Promise<void> }

/** PostgreSQL refuses to run as root; the tests' one then runs as `nobody`. */
const NOBODY = 65_534

/** Nothing here has to survive a power cut. */
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'listen_addresses=', 'max_connections=60']

/** `programs` is the folder of PostgreSQL's programs. */
export async function startPostgres(programs: string): Promise<RunningPostgres> {
	const folder = mkdtempSync(join(tmpdir(), 'gehoert-pg-'))
	const isRoot = process.getuid?.() === 0
	const as = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
	if (isRoot) chownSync(folder, NOBODY, NOBODY)
	const data = join(folder, 'data')
	const init = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']
	const made = spawnSync(join(programs, 'initdb'), init, { ...as, cwd: folder, encoding: 'utf8' })
	if (made.status !== 0) throw new Error(`initdb did not work: ${made.error?.message ?? made.stderr}`)

	const options = [...FAST, `unix_socket_directories=${folder}`].flatMap((option) => ['-c', option])
	// The shell waits for the end of its input, which comes when this process ends, in whatever way.
	const script = '"$@" >/dev/null 2>log & read -r _; kill -QUIT $!; wait; cd /; rm -rf "$0"'
	const server = spawn('sh', ['-c', script, folder, join(programs, 'postgres'), '-D', data, ...options], {
		...as,
		cwd: folder,
		stdio: ['pipe', 'ignore', 'ignore'],
		detached: true, // Ctrl-C is for the tests; they end this one
	})
	const ended = new Promise<void>((done) => server.once('close', () => done()))
	const url = `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`
	const version = await untilItAnswers(url)
	return {
		url,
		version,
		stop: () => {
			server.stdin.end()
			return ended
		},
	}
}

async function untilItAnswers(url: string): Promise<string> {
	for (const deadline = Date.now() + 30_000; ;) {
		const client = new pg.Client({ connectionString: url })
		client.on('error', () => undefined) // told again, and better, by the attempt itself
		try {
			await client.connect()
			const { rows } = await client.query<{ version: string }>("select current_setting('server_version') as version")
			return rows[0]?.version.split(' ')[0] ?? ''
		} catch (error) {
			if (Date.now() > deadline) throw error
			await new Promise((wake) => setTimeout(wake, 100))
		} finally {
			await client.end().catch(() => undefined)
		}
	}
}
