/**
 * The codings of one transcript while somebody works at it. Contributions subscribe to themselves only, so that an edit
 * redraws one of them, however many there are.
 */
import { sliceCodePoints } from '#listening/code-points.ts'
import { isWhole, standsAs, type DeedPart } from '../deeds.rules.ts'
import type { DeskCoding, DeskTurn } from '../find-desk.ts'

const NONE: readonly DeskCoding[] = []

export class DeskCodings {
	readonly turns: readonly DeskTurn[]
	readonly #byTurn = new Map<number, readonly DeskCoding[]>()
	/** Where each coding stands. */
	readonly #turnOf = new Map<string, number>()
	readonly #counts: Map<string, number>
	readonly #listeners = new Map<string, Set<() => void>>()
	/** Who made codings that were taken back. */
	readonly #makers = new Map<string, string>()

	/** `counts` are those of the whole codebook; the codings given here are among them already. */
	constructor(turns: readonly DeskTurn[], codings: readonly DeskCoding[], counts: Readonly<Record<string, number>>) {
		this.turns = turns
		this.#counts = new Map(Object.entries(counts))
		for (const [turn, own] of Map.groupBy(codings, ({ start }) => this.turnAt(start))) {
			this.#byTurn.set(turn, own)
			for (const { id } of own) this.#turnOf.set(id, turn)
		}
	}

	/** Keys: `turn N`, `counts`, `view`, `filter`. Returns how to stop. */
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

	/** Whose codings are shown, by name. */
	coderNames(): string[] {
		const names = new Set([...this.#byTurn.values()].flat().map(({ coderName }) => coderName))
		return [...names].toSorted((one, other) => one.localeCompare(other, 'de'))
	}

	/** What stands between two code points; empty without them. */
	wordsAt(start: number | undefined, end: number | undefined): string {
		if (start === undefined || end === undefined) return ''
		const turn = this.turns[this.turnAt(start)]
		return turn ? sliceCodePoints(turn.text, start - turn.start, end - turn.start) : ''
	}

	find(codingId: string): DeskCoding | undefined {
		const turn = this.#turnOf.get(codingId)
		return turn === undefined ? undefined : this.of(turn).find(({ id }) => id === codingId)
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
		if (this.#turnOf.has(coding.id)) return
		const turn = this.turnAt(coding.start)
		this.#turnOf.set(coding.id, turn)
		this.#set(turn, [...this.of(turn), coding])
		this.#count(coding.themeId, 1)
	}

	take({ id, start, themeId }: DeskCoding) {
		const turn = this.turnAt(start)
		this.#turnOf.delete(id)
		this.#set(
			turn,
			this.of(turn).filter((one) => one.id !== id),
		)
		this.#count(themeId, -1)
	}

	/** Shows what a step makes of the codings; those it brings are by `coderName`, unless somebody else made them. */
	carryOut(parts: readonly DeedPart[], coderName: string) {
		for (const { codingId, after } of parts) {
			const coding = this.find(codingId)
			if (coding && after === null) {
				this.#makers.set(codingId, coding.coderName)
				this.take(coding)
			} else if (coding && after) this.#swap(coding, { ...coding, ...after })
			else if (isWhole(after))
				this.put({ ...after, id: codingId, coderName: this.#makers.get(codingId) ?? coderName, version: 0 })
		}
	}

	/** News of the server about some codings; older than what is shown, they change nothing. */
	merge(codings: readonly DeskCoding[], removed: readonly string[]) {
		for (const coding of codings) {
			const shown = this.find(coding.id)
			if (!shown) this.put(coding)
			else if (shown.version < coding.version) this.#swap(shown, coding)
		}
		for (const id of removed) {
			const shown = this.find(id)
			if (shown) this.take(shown)
		}
	}

	/** What the server has, in place of what was shown. */
	replace(codings: readonly DeskCoding[]) {
		const ids = new Set(codings.map(({ id }) => id))
		for (const own of [...this.#byTurn.values()]) for (const coding of own) if (!ids.has(coding.id)) this.take(coding)
		for (const coding of codings) {
			const shown = this.find(coding.id)
			if (shown) this.#swap(shown, coding)
			else this.put(coding)
		}
	}

	#swap(shown: DeskCoding, coding: DeskCoding) {
		const turn = this.turnAt(shown.start)
		const list = this.of(turn).map((one) => (one.id === shown.id ? coding : one))
		if (standsAs(shown, coding) && shown.coderName === coding.coderName) {
			this.#byTurn.set(turn, list)
			return
		}
		this.#set(turn, list)
		if (shown.themeId === coding.themeId) return
		this.#count(shown.themeId, -1)
		this.#count(coding.themeId, 1)
	}

	/** The coding after the one in hand, or after a position; or before; going round once. */
	nextCoding(position: number, step: 1 | -1, activeId: string | null): DeskCoding | undefined {
		const all = [...this.#byTurn.values()]
			.flat()
			.toSorted((one, other) => one.start - other.start || other.end - one.end || (one.id < other.id ? -1 : 1))
		const active = all.findIndex(({ id }) => id === activeId)
		if (active >= 0) return all.at((active + step) % all.length)
		return (
			(step === 1 ? all.find(({ start }) => start > position) : all.findLast(({ start }) => start < position)) ??
			all.at(step === 1 ? 0 : -1)
		)
	}

	/** The next turn after `turn` that may be coded and is not, going round once. */
	nextUncoded(turn: number): number | undefined {
		for (let step = 1; step <= this.turns.length; step++) {
			const at = (turn + step) % this.turns.length
			if (this.turns[at]!.mayCode && this.of(at).length === 0) return at
		}
		return undefined
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
