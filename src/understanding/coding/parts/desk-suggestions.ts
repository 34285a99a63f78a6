/**
 * What the machine proposes at this desk. Loaded for the part of the transcript that is in sight, after everything else;
 * asked again for a part that was looked at a while ago, as the machine learns while people code.
 */
import type { DecidedSuggestion } from '../deeds.rules.ts'
import type { DeskSuggestion } from '../../suggesting/find-desk-suggestions.ts'
import type { DeskCodings } from './desk-codings.ts'

/** Turns asked about at once. */
const BLOCK = 100
const FRESH_MS = 60_000
const NONE: readonly DeskSuggestion[] = []

type Answer = { isOn: boolean; suggestions: DeskSuggestion[] }
type Get = (path: string) => Promise<Answer | undefined>

export class DeskSuggestions {
	readonly #codings: DeskCodings
	readonly #address: string
	readonly #get: Get
	readonly #byTurn = new Map<number, readonly DeskSuggestion[]>()
	/** By block: when it was asked for. */
	readonly #asked = new Map<number, number>()
	readonly #decided = new Set<string>()
	/** False once the server has said that suggestions are switched off. */
	isOn = true

	constructor(codings: DeskCodings, transcriptId: string, get: Get) {
		this.#codings = codings
		this.#address = `/api/v1/suggestions?transcript=${transcriptId}`
		this.#get = get
	}

	/** As they came; the same list until it changes. Contributions subscribe to `suggested N`. */
	of(turn: number): readonly DeskSuggestion[] {
		return this.#byTurn.get(turn) ?? NONE
	}

	/** Those nobody has decided on, for themes the contribution does not carry yet. */
	openOf(turn: number): readonly DeskSuggestion[] {
		const carried = new Set(this.#codings.of(turn).map(({ themeId }) => themeId))
		return this.of(turn).filter(({ id, themeId }) => !this.#decided.has(id) && !carried.has(themeId))
	}

	/** Loads what is proposed for turns `[from, to]`, unless it is known. */
	async see(from: number, to: number, now = Date.now()) {
		for (let block = Math.floor(from / BLOCK); block <= Math.floor(to / BLOCK) && this.isOn; block++) {
			if (now - (this.#asked.get(block) ?? -FRESH_MS) < FRESH_MS) continue
			this.#asked.set(block, now)
			await this.#load(block)
		}
	}

	async #load(block: number) {
		const [from, to] = [block * BLOCK, (block + 1) * BLOCK]
		const answer = await this.#get(`${this.#address}&from=${from}&to=${to}`)
		if (!answer) return void this.#asked.delete(block)
		this.isOn = answer.isOn
		const byTurn = Map.groupBy(answer.suggestions, ({ turn }) => turn)
		for (let turn = from; turn < to; turn++) this.#put(turn, byTurn.get(turn) ?? NONE)
	}

	#put(turn: number, suggestions: readonly DeskSuggestion[]) {
		if (suggestions.length === 0 && this.of(turn).length === 0) return
		this.#byTurn.set(turn, suggestions)
		this.#codings.tell(`suggested ${turn}`)
	}

	/** The next turn after this one with something to decide, going round once. */
	async next(after: number): Promise<number | undefined> {
		for (const [from, to] of [
			[after + 1, this.#codings.turns.length],
			[0, after + 1],
		] as const) {
			for (let at = from; at < to && this.isOn;) {
				const known = await this.#firstOpen(at, Math.min(to, (Math.floor(at / BLOCK) + 1) * BLOCK))
				if (known !== undefined) return known
				const ahead = await this.#get(`${this.#address}&from=${(Math.floor(at / BLOCK) + 1) * BLOCK}&to=${to}&limit=1`)
				at = ahead?.suggestions[0]?.turn ?? to
			}
		}
		return undefined
	}

	async #firstOpen(from: number, to: number): Promise<number | undefined> {
		await this.see(from, to - 1)
		for (let turn = from; turn < to; turn++) if (this.openOf(turn).length > 0) return turn
		return undefined
	}

	/** A deed decided on these, or was taken back. */
	mark(suggestions: readonly DecidedSuggestion[] = [], isDecided: boolean) {
		const ids = new Set(suggestions.map(({ id }) => id))
		for (const id of ids) {
			if (isDecided) this.#decided.add(id)
			else this.#decided.delete(id)
		}
		for (const [turn, own] of this.#byTurn) {
			if (!own.some(({ id }) => ids.has(id))) continue
			// A new list, so that whoever shows it draws it again.
			this.#put(turn, [...own])
		}
	}
}
