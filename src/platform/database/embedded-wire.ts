/**
 * Many connections to the one session the embedded database has, in PostgreSQL's own protocol. A question and all that
 * belongs to it is handed over at once and answered at once, so that questions never mix; while somebody is inside a
 * transaction, all others wait.
 */
import { createServer, type Socket } from 'node:net'
import type { PGlite } from '@electric-sql/pglite'

type Turn = { socket: Socket; message: Buffer }

const MOST_CONNECTIONS = 16
const PROTOCOL_3 = 196_608
const CANCEL = 80_877_102
/** Whether the connection may be encrypted: asked before anything else, twice at most. */
const ENCRYPTION = [80_877_103, 80_877_104]
/** Parse, bind, describe, execute, close: what they answer is read when the one who asks says so. */
const MORE_COMES = [...'PBDEC'].map((letter) => letter.charCodeAt(0))

/** Listens at the path of a Unix socket until `close`, which ends all connections. */
export async function listenOnSocket(database: PGlite, path: string): Promise<{ close: () => Promise<void> }> {
	const sockets = new Set<Socket>()
	const turns = new Turns(database)
	const server = createServer((socket) => {
		sockets.add(socket)
		const read = reader((message) => turns.take({ socket, message }), socket)
		socket.on('data', read)
		socket.on('error', () => socket.destroy()) // who asked is gone; 'close' follows
		socket.on('close', () => {
			sockets.delete(socket)
			turns.forget(socket)
		})
	})
	server.maxConnections = MOST_CONNECTIONS
	await new Promise<void>((listening, failed) => {
		server.once('error', failed)
		server.listen(path, listening)
	})
	return {
		close: () =>
			new Promise((closed) => {
				server.close(() => void turns.end().then(closed))
				for (const socket of sockets) socket.destroy()
			}),
	}
}

class Turns {
	readonly #database: PGlite
	#waiting: Turn[] = []
	/** Whose transaction it is, while there is one. */
	#last: Socket | undefined
	#isOver = false
	#isWorking = false
	#working = Promise.resolve()

	constructor(database: PGlite) {
		this.#database = database
	}

	take(turn: Turn) {
		this.#waiting.push(turn)
		this.#goOn()
	}

	/** A connection has ended: what it left open is rolled back. */
	forget(socket: Socket) {
		this.#waiting = this.#waiting.filter((turn) => turn.socket !== socket)
		this.#goOn()
	}

	/** What is being answered is answered to its end; then the database may be closed. */
	async end() {
		this.#isOver = true
		await this.#working
	}

	#goOn() {
		if (this.#isOver || this.#isWorking) return
		this.#isWorking = true
		this.#working = this.#work()
	}

	async #work() {
		await this.#rollBackForsaken()
		for (let turn = this.#next(); turn; turn = this.#next()) {
			this.#last = turn.socket
			await this.#answer(turn)
			await this.#rollBackForsaken()
		}
		// In the same breath as the last look at who waits, so that nobody is passed over.
		this.#isWorking = false
	}

	#next(): Turn | undefined {
		if (this.#isOver) return undefined
		if (!this.#database.isInTransaction()) return this.#waiting.shift()
		const at = this.#waiting.findIndex(({ socket }) => socket === this.#last)
		return at < 0 ? undefined : this.#waiting.splice(at, 1)[0]
	}

	async #answer({ socket, message }: Turn) {
		const parts: Buffer[] = []
		// What the database gives is its own memory, which it writes over.
		const onRawData = (bytes: Uint8Array) => void parts.push(Buffer.from(bytes))
		try {
			await this.#database.runExclusive(() => this.#database.execProtocolRawStream(message, { onRawData }))
		} catch {
			// Not an error of the question, which would have been an answer: nothing can be said on this connection any more.
			return socket.destroy()
		}
		if (socket.writable && parts.length > 0) socket.write(parts.length === 1 ? parts[0]! : Buffer.concat(parts))
	}

	async #rollBackForsaken() {
		if (this.#isOver) return
		if (this.#last?.destroyed && this.#database.isInTransaction()) await this.#database.exec('rollback')
	}
}

/** Puts together what arrives in pieces; `take` gets what is to be answered at once. */
function reader(take: (message: Buffer) => void, socket: Socket): (piece: Buffer) => void {
	let rest: Buffer = Buffer.alloc(0)
	let hasBegun = false
	return (piece) => {
		rest = rest.length > 0 ? Buffer.concat([rest, piece]) : piece
		while (!hasBegun && rest.length >= 8 && rest.length >= rest.readInt32BE(0)) {
			const [length, code] = [rest.readInt32BE(0), rest.readInt32BE(4)]
			if (code === PROTOCOL_3) take(rest.subarray(0, length))
			else if (ENCRYPTION.includes(code)) socket.write('N')
			else if (code !== CANCEL) return void socket.destroy()
			hasBegun = code === PROTOCOL_3
			rest = rest.subarray(length)
		}
		if (!hasBegun) return
		let from = 0
		for (let at = 0; rest.length >= at + 5;) {
			const end = at + 1 + rest.readInt32BE(at + 1)
			if (end > rest.length) break
			if (!MORE_COMES.includes(rest[at]!)) {
				take(rest.subarray(from, end))
				from = end
			}
			at = end
		}
		rest = rest.subarray(from)
	}
}
