/**
 * The codings of one transcript while somebody works at it. Contributions subscribe to themselves only, so that an edit
 * redraws one of them, however many there are.
 */
import type { CodingChange } from '../change-coding.ts'
import type { DeskCoding, DeskTurn } from '../find-desk.ts'

const NONE: readonly DeskCoding[] = []

export class DeskCodings {
	readonly turns: readonly DeskTurn[]
	readonly #byTurn = new Map<number, readonly DeskCoding[]>()
	readonly #counts: Map<string, number>
	readonly #listeners = new Map<string, Set<() => void>>()

	/** `counts` are those of the whole codebook; the codings given here are among them already. */
	constructor(turns: readonly DeskTurn[], codings: readonly DeskCoding[], counts: Readonly<Record<string, number>>) {
		this.turns = turns
		this.#counts = new Map(Object.entries(counts))
		for (const [turn, own] of this.#group(codings)) this.#byTurn.set(turn, own)
	}

	/** Keys: `turn N`, `counts`, `view`. Returns how to stop. */
	subscribe(key: string, listener: () => void): () => void {
		if (!this.#listeners.has(key)) this.#listeners.set(key, new Set())
		this.#listeners.get(key)!.add(listener)
		return () => void this.#listeners.get(key)?.delete(listener)
	}

	tell(key: string) {
		for (const listener of this.#listeners.get(key) ?? []) listener()
	}

	of(turn: number): readonly DeskCoding[] {
		return this.#byTurn.get(turn) ?? NONE
	}

	countOf(themeId: string): number {
		return this.#counts.get(themeId) ?? 0
	}

	/** How many contributions carry anything. */
	get codedTurns(): number {
		return this.#byTurn.size
	}

	find(codingId: string): DeskCoding | undefined {
		for (const codings of this.#byTurn.values()) {
			const found = codings.find(({ id }) => id === codingId)
			if (found) return found
		}
		return undefined
	}

	/** Turns are in order: the last one that begins at or before the position, which is in code points. */
	turnAt(position: number): number {
		let low = 0
		let high = this.turns.length - 1
		while (low < high) {
			const middle = (low + high + 1) >> 1
			if (this.turns[middle]!.start <= position) low = middle
			else high = middle - 1
		}
		return low
	}

	put(coding: DeskCoding) {
		const turn = this.turnAt(coding.start)
		if (this.of(turn).some(({ id }) => id === coding.id)) return
		this.#set(turn, [...this.of(turn), coding])
		this.#count(coding.themeId, 1)
	}

	take({ id, start, themeId }: DeskCoding) {
		const turn = this.turnAt(start)
		this.#set(
			turn,
			this.of(turn).filter((one) => one.id !== id),
		)
		this.#count(themeId, -1)
	}

	alter(codingId: string, change: CodingChange) {
		const coding = this.find(codingId)
		if (!coding) return
		const turn = this.turnAt(coding.start)
		this.#set(
			turn,
			this.of(turn).map((one) => (one.id === codingId ? { ...one, ...change } : one)),
		)
		if (change.themeId === undefined) return
		this.#count(coding.themeId, -1)
		this.#count(change.themeId, 1)
	}

	/** What the server has, in place of what was shown. */
	replace(codings: readonly DeskCoding[]) {
		for (const own of this.#byTurn.values()) for (const coding of own) this.take(coding)
		for (const coding of codings) this.put(coding)
	}

	/** The next turn after `turn` that may be coded and is not, going round once. */
	nextUncoded(turn: number): number | undefined {
		for (let step = 1; step <= this.turns.length; step++) {
			const at = (turn + step) % this.turns.length
			if (this.turns[at]!.mayCode && this.of(at).length === 0) return at
		}
		return undefined
	}

	#group(codings: readonly DeskCoding[]) {
		return Map.groupBy(codings, ({ start }) => this.turnAt(start))
	}

	#set(turn: number, codings: readonly DeskCoding[]) {
		if (codings.length > 0) this.#byTurn.set(turn, codings)
		else this.#byTurn.delete(turn)
		this.tell(`turn ${turn}`)
	}

	#count(themeId: string, by: number) {
		this.#counts.set(themeId, this.countOf(themeId) + by)
		this.tell('counts')
	}
}
