/** Texts as sparse rows of counted features: what is counted once serves every fold of a cross-validation. */
import { KINDS } from './text-features.rules.ts'

/** A text in its columns: a title and a body, or one alone. A model learned on two columns labels texts of two. */
export type Columns = readonly string[]

/**
 * Rows one after the other; block `row * blocks + column * kinds + kind` reaches from `blockStarts[block]` to the next.
 * `ids` number the features from 0, `counts` say how often each is in that block.
 */
export type TextRows = {
	size: number
	blocks: number
	blockStarts: Uint32Array
	ids: Uint32Array
	counts: Float32Array
	/** Hash of each feature. */
	hashes: Uint32Array
}

/** Numbers for hashes, in the order they come: open addressing, as a `Map` is several times slower here. */
export class HashNumbers {
	size = 0
	#slots: Int32Array
	#hashes: Uint32Array

	constructor(room = 1 << 16) {
		this.#slots = new Int32Array(room)
		this.#hashes = new Uint32Array(room / 2)
	}

	static of(hashes: Uint32Array): HashNumbers {
		let room = 1 << 10
		while (room < hashes.length * 2) room *= 2
		const numbers = new HashNumbers(room)
		for (const hash of hashes) numbers.numberOf(hash)
		return numbers
	}

	get hashes(): Uint32Array {
		return this.#hashes.slice(0, this.size)
	}

	/** -1 for a hash that has none. */
	find(hash: number): number {
		const wanted = hash >>> 0
		const mask = this.#slots.length - 1
		for (let slot = Math.imul(wanted, 0x9e3779b1) & mask; ; slot = (slot + 1) & mask) {
			const number = this.#slots[slot]! - 1
			if (number < 0 || this.#hashes[number] === wanted) return number
		}
	}

	numberOf(hash: number): number {
		const known = this.find(hash)
		if (known >= 0) return known
		if (this.size === this.#hashes.length) this.#grow()
		this.#hashes[this.size] = hash
		this.#place(hash >>> 0, ++this.size)
		return this.size - 1
	}

	#place(hash: number, entry: number) {
		const mask = this.#slots.length - 1
		let slot = Math.imul(hash, 0x9e3779b1) & mask
		while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
		this.#slots[slot] = entry
	}

	#grow() {
		const hashes = this.#hashes
		this.#hashes = new Uint32Array(hashes.length * 2)
		this.#hashes.set(hashes)
		this.#slots = new Int32Array(this.#slots.length * 2)
		for (let number = 0; number < hashes.length; number++) this.#place(hashes[number]!, number + 1)
	}
}

/** @throws {RangeError} never; texts of fewer columns than the first are taken as empty there */
export function countFeatures(texts: readonly Columns[]): TextRows {
	const columns = texts[0]?.length ?? 1
	const blocks = columns * KINDS.length
	const numbers = new HashNumbers()
	const rows = new GrowingRows()
	const blockStarts = new Uint32Array(texts.length * blocks + 1)
	let block = 0
	for (const text of texts) {
		for (let column = 0; column < columns; column++) {
			for (const visitKind of KINDS) {
				visitKind(text[column] ?? '', (hash) => rows.count(numbers.numberOf(hash)))
				blockStarts[++block] = rows.endBlock()
			}
		}
	}
	return { size: texts.length, blocks, blockStarts, ...rows.done(), hashes: numbers.hashes }
}

/** Counts per block, in arrays that grow by doubling. */
class GrowingRows {
	#ids = new Uint32Array(1 << 16)
	#counts = new Float32Array(1 << 16)
	#end = 0
	#start = 0
	/** Where a feature stands in the block that is being counted, plus one. */
	#places = new Uint32Array(1 << 16)

	count(id: number) {
		if (id >= this.#places.length) this.#places = grown(this.#places, id)
		const place = this.#places[id]!
		if (place > this.#start) {
			this.#counts[place - 1]!++
			return
		}
		if (this.#end === this.#ids.length) {
			this.#ids = grown(this.#ids, this.#end)
			const counts = new Float32Array(this.#ids.length)
			counts.set(this.#counts)
			this.#counts = counts
		}
		this.#ids[this.#end] = id
		this.#counts[this.#end] = 1
		this.#places[id] = ++this.#end
	}

	endBlock(): number {
		return (this.#start = this.#end)
	}

	done() {
		return { ids: this.#ids.slice(0, this.#end), counts: this.#counts.slice(0, this.#end) }
	}
}

function grown(array: Uint32Array, atLeast: number): Uint32Array<ArrayBuffer> {
	const larger = new Uint32Array(Math.max(array.length * 2, atLeast + 1))
	larger.set(array)
	return larger
}
