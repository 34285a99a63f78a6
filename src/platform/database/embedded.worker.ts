/** Runs the embedded PostgreSQL in a thread of its own, so that no query ever blocks the server, and serves it on a private socket. */
import { PGlite } from '@electric-sql/pglite'
import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { listenOnSocket } from './embedded-wire.ts'

export type EmbeddedWorkerData = {
	/** Folder of the database, or `memory://`. */
	dataDir: string
	/** Path of a Unix socket. */
	socketPath: string
	/** A dump to begin with, when the folder is new. */
	template?: string
}

const { dataDir, socketPath, template } = workerData as EmbeddedWorkerData
const database = await PGlite.create({
	dataDir,
	...(template ? { loadDataDir: new Blob([await readFile(template)]) } : {}),
})
const listening = await listenOnSocket(database, socketPath)
parentPort?.postMessage('listening')

parentPort?.on('message', (message: 'close' | 'dump') => void answer(message))

async function answer(message: 'close' | 'dump') {
	if (message === 'dump') {
		const dump = await database.dumpDataDir('none')
		parentPort?.postMessage({ dump: await dump.arrayBuffer() })
		return
	}
	await listening.close()
	await database.close()
	parentPort?.postMessage({ closed: true })
	parentPort?.close()
}
