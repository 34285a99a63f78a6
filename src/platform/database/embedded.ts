/** The embedded database: one folder, one process, one municipality. Safe when the process is killed, not when the power fails. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import pg from 'pg'
import { Problem } from '#platform/problem.ts'
import { findHolder, releaseDataLock, takeDataLock, type DataLock } from './data-lock.ts'
import type { Database } from './database.ts'
import type { EmbeddedWorkerData } from './embedded.worker.ts'
import { keepPlans } from './planned-once.ts'

/** Unix sockets have short names (108 bytes on Linux, 104 on macOS). */
const LONGEST_SOCKET_PATH = 100

/**
 * Opens the database in `folder`, or joins the server that has it open.
 *
 * @throws {Problem} `data-folder-in-use` when `holder` is `serve` and another process has the folder, or when another
 * command has it for longer than `waitSeconds`
 */
export async function openEmbedded(folder: string, holder: string, waitSeconds = 30): Promise<Database> {
	const dataFolder = resolve(folder)
	const socketFolder = privateSocketFolder(dataFolder)
	const deadline = Date.now() + waitSeconds * 1000
	for (;;) {
		const taken = takeDataLock(dataFolder, holder, socketFolder ?? 'port')
		if (taken === 'taken') return startHere(dataFolder, socketFolder)
		if (holder === 'serve') throw inUse(taken)
		if (taken.holder === 'serve') return joinServer(taken)
		if (Date.now() > deadline) throw inUse(taken)
		await new Promise((wake) => setTimeout(wake, 150))
	}
}

/** A database in memory, for tests. `template` is a dump as `dumpEmbedded` writes it. */
export async function openInMemory(template?: string): Promise<Database & { dump: () => Promise<Uint8Array> }> {
	const socketFolder = mkdtempSync(join(tmpdir(), 'gehoert-'))
	const worker = await startWorker({ dataDir: 'memory://', socketPath: join(socketFolder, SOCKET_NAME), template })
	const pool = embeddedPool(socketFolder)
	keepPlans(pool)
	return {
		engine: 'embedded',
		pool,
		dump: () => ask(worker, 'dump', (answer: { dump: ArrayBuffer }) => new Uint8Array(answer.dump)),
		close: async () => {
			await pool.end()
			await stopWorker(worker)
			rmSync(socketFolder, { recursive: true, force: true })
		},
	}
}

const SOCKET_NAME = '.s.PGSQL.5432'

async function startHere(dataFolder: string, socketFolder: string): Promise<Database> {
	try {
		rmSync(join(socketFolder, SOCKET_NAME), { force: true })
		mkdirSync(socketFolder, { recursive: true, mode: 0o700 })
		const dataDir = join(dataFolder, 'database')
		const worker = await startWorker({ dataDir, socketPath: join(socketFolder, SOCKET_NAME) })
		const pool = embeddedPool(socketFolder)
		keepPlans(pool)
		const close = async () => {
			await pool.end()
			await stopWorker(worker)
			rmSync(join(socketFolder, SOCKET_NAME), { force: true })
			releaseDataLock(dataFolder)
		}
		return { engine: 'embedded', pool, close }
	} catch (error) {
		releaseDataLock(dataFolder)
		throw error
	}
}

/** The server holds the folder and listens: other commands work through it. */
function joinServer(lock: DataLock): Database {
	const pool = embeddedPool(lock.address)
	return { engine: 'embedded', pool, close: () => pool.end() }
}

/** One connection: the embedded database runs one transaction at a time anyway, and a second one would only wait. */
function embeddedPool(socketFolder: string) {
	const address = { host: socketFolder, port: 5432, user: 'postgres', database: 'postgres' }
	// It stays open: what it has planned would stay behind in the one session there is.
	const pool = new pg.Pool({ ...address, max: 1, idleTimeoutMillis: 0, pipeline: true })
	pool.on('error', () => undefined) // a server that stops drops idle connections; the next query reports it
	return pool
}

function privateSocketFolder(dataFolder: string): string {
	const inside = join(dataFolder, 'run')
	if (join(inside, SOCKET_NAME).length <= LONGEST_SOCKET_PATH) return inside
	return findHolder(dataFolder)?.address ?? mkdtempSync(join(tmpdir(), 'gehoert-'))
}

function startWorker(data: EmbeddedWorkerData): Promise<Worker> {
	const worker = new Worker(new URL('./embedded.worker.ts', import.meta.url), { workerData: data })
	return new Promise((started, failed) => {
		worker.once('message', () => {
			worker.off('error', failed)
			started(worker)
		})
		worker.once('error', failed)
	})
}

async function stopWorker(worker: Worker) {
	const stopped = new Promise((done) => worker.once('exit', done))
	await ask(worker, 'close', () => undefined)
	await worker.terminate()
	await stopped
}

function ask<Answer, Result>(
	worker: Worker,
	question: 'close' | 'dump',
	read: (answer: Answer) => Result,
): Promise<Result> {
	return new Promise((answered, failed) => {
		worker.once('message', (answer: Answer) => answered(read(answer)))
		worker.once('error', failed)
		worker.postMessage(question)
	})
}

function inUse(lock: DataLock) {
	return new Problem('conflict', 'data-folder-in-use', { pid: lock.pid, holder: lock.holder })
}
