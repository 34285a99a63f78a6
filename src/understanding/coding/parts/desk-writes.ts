/**
 * Sends what was done at the desk to the server, one after the other. What could not be sent waits, also through a
 * reload of the page, and is tried again: an edit that was shown is never lost silently. Keeps ids and positions, no words.
 */
import type { CodingState } from '../deeds.rules.ts'

export type Write = { method: 'POST'; path: string; body: object; deedId: string }

/** `waiting` counts what the server has not confirmed; `trouble` says why the oldest one waits. */
export type WriteState = { waiting: number; trouble: 'none' | 'offline' | 'signed-out' }

/** Both versions of a coding that somebody else has changed; null where it is taken back. */
export type Collision = {
	codingId: string
	yours: Partial<CodingState> | null
	theirs: (Partial<CodingState> & { version: number; isRemoved: boolean }) | null
	changedBy: string | null
}

export type Refused = { write: Write; sentence: string; versions?: Collision[] | undefined }

export type WriteOptions = {
	storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
	/** Under which name waiting writes are kept: one per transcript. */
	key: string
	fetch: typeof fetch
	onChange: (state: WriteState) => void
	/** The server understood and said no: it will not be sent again. */
	onRefused: (refused: Refused) => void
}

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 30_000

export class DeskWrites {
	readonly #options: WriteOptions
	#queue: Write[] = []
	#trouble: WriteState['trouble'] = 'none'
	#work: Promise<void> | undefined
	#pause = FIRST_PAUSE_MS
	#timer: ReturnType<typeof setTimeout> | undefined

	constructor(options: WriteOptions) {
		this.#options = options
	}

	get state(): WriteState {
		return { waiting: this.#queue.length, trouble: this.#trouble }
	}

	send(write: Write) {
		this.#queue.push(write)
		this.#keep()
		this.retry()
	}

	/** Tries now instead of later. */
	retry() {
		clearTimeout(this.#timer)
		this.#work ??= this.#sendAll().finally(() => {
			this.#work = undefined
		})
	}

	/** Sends what waited from the last visit; how much it was. */
	resume(): number {
		const kept = this.#options.storage.getItem(this.#options.key)
		if (!kept) return 0
		this.#queue = [...(JSON.parse(kept) as Write[]), ...this.#queue]
		this.retry()
		return this.#queue.length
	}

	/** When everything is sent, or the attempt has failed. */
	async settled() {
		await this.#work
	}

	async #sendAll() {
		for (let [write] = this.#queue; write; [write] = this.#queue) {
			const outcome = await trySending(write, this.#options.fetch)
			if (outcome === 'offline' || outcome === 'signed-out') return this.#waitFor(outcome)
			this.#trouble = 'none'
			this.#pause = FIRST_PAUSE_MS
			this.#queue.shift()
			this.#keep()
			if (outcome !== 'done') this.#options.onRefused({ write, ...outcome })
		}
	}

	#waitFor(trouble: 'offline' | 'signed-out') {
		this.#trouble = trouble
		this.#timer = setTimeout(() => this.retry(), this.#pause)
		this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MS)
		this.#options.onChange(this.state)
	}

	#keep() {
		const { storage, key, onChange } = this.#options
		if (this.#queue.length > 0) storage.setItem(key, JSON.stringify(this.#queue))
		else storage.removeItem(key)
		onChange(this.state)
	}
}

type Outcome = 'done' | 'offline' | 'signed-out' | Omit<Refused, 'write'>

async function trySending({ method, path, body }: Write, fetch: WriteOptions['fetch']): Promise<Outcome> {
	try {
		const headers = { 'content-type': 'application/json', accept: 'application/json' }
		const answer = await fetch(path, { method, headers, body: JSON.stringify(body) })
		if (answer.ok) return 'done'
		if (answer.status >= 500 || answer.status === 408 || answer.status === 429) return 'offline'
		const problem = (await answer.json()) as { code?: string; detail?: string; versions?: Collision[] }
		if (problem.code === 'sign-in-needed') return 'signed-out'
		return { sentence: problem.detail ?? String(answer.status), versions: problem.versions }
	} catch {
		// No connection, or an answer that is none: the same as no answer.
		return 'offline'
	}
}
