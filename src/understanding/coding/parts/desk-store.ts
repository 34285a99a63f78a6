/** The coding desk's memory: what is chosen, what was done and can be undone, what still waits to be saved. */
import type { CodingChange } from '../change-coding.ts'
import type { DeskCoding, DeskTurn } from '../find-desk.ts'
import type { Selection } from '#listening/text-selection.ts'
import type { Stance } from '../../tables.ts'
import { DeskCodings } from './desk-codings.ts'
import { codingIdOf, opposite, toWrite, type Deed } from './desk-deeds.ts'
import { DeskWrites, type Refused, type WriteState } from './desk-writes.ts'

/** Shown at the foot and read out; the page has the words. `detail` is a theme's id, or a refusal's sentence. */
export type Message = {
	what:
		| 'coded'
		| 'removed'
		| 'restored'
		| 'changed'
		| 'choose-first'
		| 'nothing-to-undo'
		| 'all-coded'
		| 'refused'
		| 'one-turn-only'
	detail?: string
}

export type DeskView = {
	selection: Selection | null
	/** The coding that stance, weight and marks apply to; without one they apply to the next. */
	activeId: string | null
	next: { stance: Stance; intensity: number }
	message: Message | null
	mayUndo: boolean
	mayRedo: boolean
	saving: WriteState
	codedTurns: number
}

export type DeskStart = {
	transcriptId: string
	turns: readonly DeskTurn[]
	codings: readonly DeskCoding[]
	/** Passages per theme id, over everything. */
	counts: Readonly<Record<string, number>>
	/** Whose codings these will be. */
	coderName: string
}

export type Surroundings = {
	storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
	fetch: typeof fetch
	newId: () => string
}

const BEGINNING = { stance: 'neutral', intensity: 1 } as const

export class DeskStore {
	readonly codings: DeskCodings
	readonly #start: DeskStart
	readonly #surroundings: Surroundings
	readonly #writes: DeskWrites
	#done: Deed[] = []
	#undone: Deed[] = []
	#view: DeskView

	constructor(start: DeskStart, surroundings: Surroundings) {
		this.#start = start
		this.#surroundings = surroundings
		this.codings = new DeskCodings(start.turns, start.codings, start.counts)
		this.#writes = new DeskWrites({
			storage: surroundings.storage,
			key: `gehoert.codings.${start.transcriptId}`,
			fetch: surroundings.fetch,
			onChange: (saving) => this.#show({ saving }),
			onRefused: (refused) => void this.#giveUp(refused),
		})
		this.#view = {
			selection: null,
			activeId: null,
			next: BEGINNING,
			message: null,
			mayUndo: false,
			mayRedo: false,
			saving: this.#writes.state,
			codedTurns: this.codings.codedTurns,
		}
	}

	get view(): DeskView {
		return this.#view
	}

	/** Sends what waited from the last visit. */
	async wake() {
		if (this.#writes.resume() > 0) await this.#reload()
	}

	retry() {
		this.#writes.retry()
	}

	say(message: Message) {
		this.#show({ message })
	}

	select(selection: Selection | null, message: Message | null = null) {
		this.#show({ selection, activeId: null, message })
	}

	/** Takes a coding in hand, with its passage. */
	activate(codingId: string, quote: string) {
		const coding = this.codings.find(codingId)
		if (!coding) return
		const { start, end } = coding
		const selection = { turn: this.codings.turnAt(start), start, end, quote }
		this.#show({ activeId: codingId, selection, message: null })
	}

	/** Gives the chosen words a theme, and takes the new coding in hand. Twice the same theme only takes it in hand. */
	code(themeId: string) {
		const { selection, next } = this.#view
		if (!selection) return this.say({ what: 'choose-first' })
		const { turn, start, end } = selection
		const { coderName } = this.#start
		const isTwin = (one: DeskCoding) =>
			one.start === start && one.end === end && one.themeId === themeId && one.coderName === coderName
		const twin = this.codings.of(turn).find(isTwin)
		if (twin) return this.#show({ activeId: twin.id })
		const id = this.#surroundings.newId()
		const coding = {
			id,
			start,
			end,
			themeId,
			...next,
			isGoodQuote: false,
			isSensitive: false,
			specialCategory: null,
			coderName,
		}
		this.#perform({ kind: 'add', coding })
		this.#show({ activeId: id, next: BEGINNING, message: { what: 'coded', detail: themeId } })
	}

	remove(codingId: string) {
		const coding = this.codings.find(codingId)
		if (!coding) return
		this.#perform({ kind: 'remove', coding })
		this.#show({ activeId: null, message: { what: 'removed', detail: coding.themeId } })
	}

	/** Changes the coding in hand; without one, what the next will begin with. */
	change(change: CodingChange) {
		const { activeId, next } = this.#view
		const coding = activeId ? this.codings.find(activeId) : undefined
		if (!coding) {
			const { stance = next.stance, intensity = next.intensity } = change
			return this.#show({ next: { stance, intensity } })
		}
		const keys = Object.keys(change) as (keyof CodingChange)[]
		const before = Object.fromEntries(keys.map((key) => [key, coding[key]])) as CodingChange
		this.#perform({ kind: 'change', codingId: coding.id, before, after: change })
		this.#show({ message: { what: 'changed' } })
	}

	undo() {
		const deed = this.#done.pop()
		if (!deed) return this.say({ what: 'nothing-to-undo' })
		this.#undone.push(deed)
		this.#carryOut(opposite(deed), false)
	}

	redo() {
		const deed = this.#undone.pop()
		if (!deed) return this.say({ what: 'nothing-to-undo' })
		this.#done.push(deed)
		this.#carryOut(deed, false)
	}

	#perform(deed: Deed) {
		this.#done.push(deed)
		this.#undone = []
		this.#carryOut(deed, true)
	}

	/** Shows it at once and sends it. */
	#carryOut(deed: Deed, isNew: boolean) {
		if (deed.kind === 'add') this.codings.put(deed.coding)
		if (deed.kind === 'remove') this.codings.take(deed.coding)
		if (deed.kind === 'change') this.codings.alter(deed.codingId, deed.after)
		const what = { add: 'restored', remove: 'removed', change: 'changed' } as const
		const activeId = this.codings.find(this.#view.activeId ?? '')?.id ?? null
		this.#show({ activeId, message: { what: what[deed.kind] } })
		this.#writes.send(toWrite(deed, this.#start.transcriptId, isNew))
	}

	async #giveUp({ write, sentence }: Refused) {
		const isOther = (deed: Deed) => codingIdOf(deed) !== write.codingId
		this.#done = this.#done.filter(isOther)
		this.#undone = this.#undone.filter(isOther)
		this.#show({ message: { what: 'refused', detail: sentence } })
		await this.#reload()
	}

	/** The server has the last word, unless something still waits to be sent. */
	async #reload() {
		await this.#writes.settled()
		const answer = await this.#surroundings
			.fetch(`/api/v1/codings?transcript=${this.#start.transcriptId}`)
			.catch(() => undefined)
		if (!answer?.ok || this.#writes.state.waiting > 0) return
		const { codings } = (await answer.json()) as { codings: DeskCoding[] }
		this.codings.replace(codings)
		this.#show({})
	}

	#show(change: Partial<DeskView>) {
		this.#view = {
			...this.#view,
			...change,
			mayUndo: this.#done.length > 0,
			mayRedo: this.#undone.length > 0,
			codedTurns: this.codings.codedTurns,
		}
		this.codings.tell('view')
	}
}
