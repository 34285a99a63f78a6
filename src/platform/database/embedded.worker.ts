/** Runs the embedded PostgreSQL in a thread of its own, so that no query ever blocks the server, and serves it on a private socket. */
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'

export type EmbeddedWorkerData = {
	/** Folder of the database, or `memory://`. */
	dataDir: string
	/** Path of a Unix socket; without one, a free port on 127.0.0.1 is taken. */
	socketPath?: string
	/** A dump to begin with, when the folder is new. */
	template?: string
}

const { dataDir, socketPath, template } = workerData as EmbeddedWorkerData
const database = await PGlite.create({
	dataDir,
	...(template ? { loadDataDir: new Blob([await readFile(template)]) } : {}),
})
const server = new PGLiteSocketServer({
	db: database,
	maxConnections: 16,
	...(socketPath ? { path: socketPath } : { host: '127.0.0.1', port: 0 }),
})
await server.start()
parentPort?.postMessage({ address: server.getServerConn() })

parentPort?.on('message', (message: 'close' | 'dump') => void answer(message))

async function answer(message: 'close' | 'dump') {
	if (message === 'dump') {
		const dump = await database.dumpDataDir('none')
		parentPort?.postMessage({ dump: await dump.arrayBuffer() })
		return
	}
	await server.stop()
	await database.close()
	parentPort?.postMessage({ closed: true })
	parentPort?.close()
}
