/** The coding desk's memory: what is chosen, what was done and can be undone, what still waits to be saved. */
import { toSelection, type Selection, type ShownWords } from '#listening/text-selection.ts'
import type { Stretch } from '#listening/word-steps.rules.ts'
import type { CodingChange } from '../change-coding.ts'
import { oppositeOf, sameThingsOf, stateOf, type DecidedSuggestion, type DeedPart } from '../deeds.rules.ts'
import type { StandingCodings } from '../find-desk.ts'
import type { DeskSuggestion } from '../../suggesting/find-desk-suggestions.ts'
import type { FoundDeeds } from '../find-deeds.ts'
import { DeskCodings } from './desk-codings.ts'
import { DeskDeeds, doWrite, undoWrite } from './desk-deeds.ts'
import { DeskSuggestions } from './desk-suggestions.ts'
import {
	BEGINNING,
	choosing,
	firstView,
	RECENT_AT_MOST,
	type DeskStart,
	type DeskView,
	type Message,
	type Surroundings,
} from './desk-view.ts'
import { DeskWrites, type Refused } from './desk-writes.ts'

export class DeskStore {
	readonly codings: DeskCodings
	readonly suggestions: DeskSuggestions
	readonly start: DeskStart
	readonly #surroundings: Surroundings
	readonly #writes: DeskWrites
	readonly #deeds = new DeskDeeds()
	#view: DeskView
	/** Up to when the server's news are known. */
	#knownAt: string | undefined
	/** Counts what was done here: news asked for before are stale. */
	#steps = 0

	constructor(start: DeskStart, surroundings: Surroundings) {
		this.start = start
		this.#surroundings = surroundings
		this.codings = new DeskCodings(start.turns, start.codings, start.counts)
		this.suggestions = new DeskSuggestions(this.codings, start.transcriptId, (path) => this.#get(path))
		this.#knownAt = start.at
		if (start.deeds) this.#deeds.replace(start.deeds, start.deedsAtHand ?? Infinity)
		this.#writes = new DeskWrites({
			storage: surroundings.storage,
			key: `gehoert.deeds.${start.transcriptId}`,
			fetch: surroundings.fetch,
			onChange: (saving) => this.#show({ saving }),
			onRefused: (refused) => void this.#giveUp(refused),
		})
		this.#view = firstView(this.#writes.state)
		this.#show({})
	}

	get view(): DeskView {
		return this.#view
	}

	/** In the browser: what waited from the last visit is sent, and the page shows what the server then has. */
	async wake() {
		const recent = this.#surroundings.storage.getItem('gehoert.recent-themes')
		if (recent) this.#show({ recent: JSON.parse(recent) as string[] })
		if (this.#writes.resume() === 0) return
		await this.reload()
		await this.reloadDeeds()
	}

	retry() {
		this.#writes.retry()
	}

	/** When what was done is sent, or the attempt has failed. */
	settled(): Promise<void> {
		return this.#writes.settled()
	}

	say(message: Message) {
		this.#show({ message })
	}

	show(change: Partial<DeskView>) {
		this.#show(change)
	}

	select(selection: Selection | null, message: Message | null = null) {
		this.#show({ activeId: null, message, ...choosing(this.#view, selection) })
	}

	/** Keys are for where one stands: whoever goes on to another contribution lets go of what was chosen before. */
	goTo(turn: number) {
		const { selection } = this.#view
		if (selection && selection.turn !== turn) this.select(null)
	}

	/** Words given by their place in a contribution. */
	selectStretch(turn: ShownWords, stretch: Stretch) {
		this.select(toSelection(turn, stretch) ?? null)
	}

	/** Takes a coding in hand, with its passage. */
	activate(codingId: string, quote: string) {
		const coding = this.codings.find(codingId)
		if (!coding) return
		const { start, end } = coding
		const selection = { turn: this.codings.turnAt(start), start, end, quote }
		this.#show({ activeId: codingId, message: null, ...choosing(this.#view, selection) })
	}

	/** Themes to give in one step; twice the same takes it out again. */
	collect(themeId: string) {
		const { collected } = this.#view
		const rest = collected.filter((id) => id !== themeId)
		this.#show({ collected: rest.length < collected.length ? rest : [...collected, themeId] })
	}

	/**
	 * Gives the chosen words these themes, and those collected, in one step, and takes the last new coding in hand. A theme
	 * they carry already is only taken in hand.
	 */
	code(...themeIds: string[]) {
		const { selection, next, collected, recent } = this.#view
		if (!selection) return this.say({ what: 'choose-first' })
		const { turn, start, end } = selection
		const own = this.codings
			.of(turn)
			.filter((one) => one.start === start && one.end === end && one.coderName === this.start.coderName)
		const wanted = [...new Set([...collected, ...themeIds])]
		const fresh = wanted.filter((themeId) => !own.some((one) => one.themeId === themeId))
		const twin = own.find(({ themeId }) => themeId === wanted.at(-1))
		if (fresh.length === 0) return this.#show({ activeId: twin?.id ?? null, collected: [] })
		const parts = fresh.map((themeId) => ({
			codingId: this.#surroundings.newId(),
			before: null,
			after: { start, end, themeId, ...next, isGoodQuote: false, isSensitive: false, specialCategory: null },
		}))
		this.#perform(parts)
		const used = [...fresh.toReversed(), ...recent.filter((id) => !fresh.includes(id))].slice(0, RECENT_AT_MOST)
		this.#surroundings.storage.setItem('gehoert.recent-themes', JSON.stringify(used))
		const message = { what: 'coded', detail: fresh.join(' ') } as const
		this.#show({ activeId: parts.at(-1)!.codingId, next: BEGINNING, collected: [], recent: used, message })
	}

	/** Accepting what the machine proposes makes one's own coding; refusing it is a step like any other. */
	decide({ id, start, end, themeId, stance }: DeskSuggestion, isAccepted: boolean) {
		if (!isAccepted) {
			this.#perform([], [{ id }])
			return this.#show({ message: { what: 'refused-suggestion', detail: themeId } })
		}
		const codingId = this.#surroundings.newId()
		const marks = { intensity: BEGINNING.intensity, isGoodQuote: false, isSensitive: false, specialCategory: null }
		this.#perform([{ codingId, before: null, after: { start, end, themeId, stance, ...marks } }], [{ id, codingId }])
		this.activate(codingId, this.codings.wordsAt(start, end))
		this.#show({ message: { what: 'coded', detail: themeId } })
	}

	remove(codingId: string) {
		const coding = this.codings.find(codingId)
		if (!coding) return
		this.#perform([{ codingId, before: stateOf(coding), after: null }])
		this.#show({ activeId: null, message: { what: 'removed', detail: coding.themeId } })
	}

	/** Changes the coding in hand; without one, what the next will begin with. */
	change(change: CodingChange) {
		const { activeId, next } = this.#view
		const coding = activeId ? this.codings.find(activeId) : undefined
		if (!coding) {
			const { stance = next.stance, intensity = next.intensity } = change
			return this.#show({ next: { stance, intensity }, message: { what: 'next-begins', change } })
		}
		this.#perform([{ codingId: coding.id, before: sameThingsOf(coding, change), after: change }])
		this.#show({ message: { what: 'changed', change } })
	}

	/** Moves the borders of the coding in hand to these words. */
	moveBorders(selection: Selection) {
		const coding = this.#view.activeId ? this.codings.find(this.#view.activeId) : undefined
		if (!coding || this.codings.turnAt(coding.start) !== selection.turn) return this.select(selection)
		const { start, end } = selection
		if (start === coding.start && end === coding.end) return
		this.#perform([{ codingId: coding.id, before: { start: coding.start, end: coding.end }, after: { start, end } }])
		this.#show({ selection, message: { what: 'moved' } })
	}

	async undo() {
		await this.#fetchOlderDeeds()
		const deed = this.#deeds.undo()
		if (!deed) return this.say({ what: 'nothing-to-undo' })
		this.#carryOut(oppositeOf(deed.parts))
		this.suggestions.mark(deed.suggestions, false)
		this.#show({ message: { what: 'undone' } })
		this.#writes.send(undoWrite(deed, 'undo'))
	}

	redo() {
		const deed = this.#deeds.redo()
		if (!deed) return this.say({ what: 'nothing-to-undo' })
		this.#carryOut(deed.parts)
		this.suggestions.mark(deed.suggestions, true)
		this.#show({ message: { what: 'redone' } })
		this.#writes.send(undoWrite(deed, 'redo'))
	}

	/** Two have changed the same: what one entered oneself is sent again, or given up. */
	settle(isMine: boolean) {
		const [conflict, ...conflicts] = this.#view.conflicts
		if (!conflict) return
		this.#show({ conflicts })
		if (isMine) {
			const seen = conflict.versions.flatMap(({ codingId, theirs }) => (theirs ? [[codingId, theirs.version]] : []))
			const { write } = conflict
			this.#writes.send({ ...write, body: { ...write.body, seen: Object.fromEntries(seen) as object } })
		} else this.#deeds.forget(conflict.write.deedId)
		void this.reload()
	}

	/** What others did since; skipped while something of one's own is on the way, for the answer would be older. */
	async catchUp(): Promise<void> {
		const { transcriptId } = this.start
		await this.#writes.settled()
		if (this.#writes.state.waiting > 0 || !this.#knownAt) return
		const steps = this.#steps
		const since = encodeURIComponent(this.#knownAt)
		const news = await this.#get<StandingCodings>(`/api/v1/codings?transcript=${transcriptId}&since=${since}`)
		if (!news) return
		if (steps !== this.#steps) return this.catchUp()
		this.#knownAt = news.at
		this.codings.merge(news.codings, news.removed)
		this.#show({})
	}

	/** One's own steps, also those of another window or device. */
	async reloadDeeds() {
		await this.#writes.settled()
		const steps = this.#steps
		const deeds = await this.#get<FoundDeeds>(`/api/v1/deeds?transcript=${this.start.transcriptId}`)
		if (!deeds || steps !== this.#steps || this.#writes.state.waiting > 0) return
		this.#deeds.replace(deeds, this.start.deedsAtHand ?? Infinity)
		this.#show({})
	}

	/** The server has the last word, unless something still waits to be sent or was done while it answered. */
	async reload(): Promise<void> {
		await this.#writes.settled()
		const steps = this.#steps
		const standing = await this.#get<StandingCodings>(`/api/v1/codings?transcript=${this.start.transcriptId}`)
		if (!standing || this.#writes.state.waiting > 0) return
		if (steps !== this.#steps) return this.reload()
		this.#knownAt = standing.at
		this.codings.replace(standing.codings)
		this.#show({})
	}

	#perform(parts: DeedPart[], suggestions?: DecidedSuggestion[]) {
		const deed = { id: this.#surroundings.newId(), parts, suggestions }
		this.#deeds.do(deed)
		this.#carryOut(parts)
		this.suggestions.mark(suggestions, true)
		this.#writes.send(doWrite(deed, this.start.transcriptId))
	}

	/** Shows it at once. */
	#carryOut(parts: readonly DeedPart[]) {
		this.#steps++
		this.codings.carryOut(parts, this.start.coderName)
		this.#show({ activeId: this.codings.find(this.#view.activeId ?? '')?.id ?? null })
	}

	async #fetchOlderDeeds() {
		const before = this.#deeds.askBefore
		if (before === undefined) return
		const older = await this.#get<FoundDeeds>(`/api/v1/deeds?transcript=${this.start.transcriptId}&before=${before}`)
		if (older) this.#deeds.prepend(older, this.start.deedsAtHand ?? Infinity)
	}

	async #giveUp({ write, sentence, versions }: Refused) {
		if (versions) return this.#show({ conflicts: [...this.#view.conflicts, { write, versions }], message: null })
		this.#deeds.forget(write.deedId)
		this.#show({ message: { what: 'refused', detail: sentence } })
		await this.reload()
	}

	async #get<Answer>(path: string): Promise<Answer | undefined> {
		const answer = await this.#surroundings.fetch(path).catch(() => undefined)
		return answer?.ok ? ((await answer.json()) as Answer) : undefined
	}

	#show(change: Partial<DeskView>) {
		const codedTurns = this.codings.codedTurns
		this.#view = { ...this.#view, ...change, mayUndo: this.#deeds.mayUndo, mayRedo: this.#deeds.mayRedo, codedTurns }
		this.codings.tell('view')
		if (change.filter) this.codings.tell('filter')
	}
}
