/** The names desk's memory: which place is in hand, what was decided here and can be undone, whether all is saved. */
import type { NameKind } from '#protecting/find-names.rules.ts'
import type { Finding, FindingState, NamesChanged } from '../names/decide-names.ts'
import type { NameGroup } from '../names/find-names-desk.ts'
import type { Segment } from '../names/segments.rules.ts'
import type { Selection } from '../text-selection.ts'
import { askDesk, type DeskAnswer, type DeskRefusal } from './ask-desk.ts'
import { countingGroups } from './counting-groups.ts'
import type { NamesMessage, NamesStart, NamesView } from './names-view.ts'

type Sent = {
	body: object
	/** Places to look at again when somebody else decided meanwhile. */
	about: readonly string[]
	onDone: (answer: DeskAnswer) => void
	/** Sent before a refusal was shown: it does not hide it. */
	isQuiet?: boolean
}

const PAUSE_MS = 2_000

export class NamesStore {
	readonly #start: NamesStart
	readonly #ask: (body: object) => ReturnType<typeof askDesk>
	readonly #listeners = new Set<() => void>()
	readonly #ends: readonly number[]
	/** When names were last seen, by kind and name, where that is later than the page. */
	readonly #seen = new Map<string, string>()
	#queue: Sent[] = []
	#work: Promise<void> | undefined
	#done: NamesChanged[] = []
	#view: NamesView

	constructor(start: NamesStart, { fetch }: { fetch: typeof globalThis.fetch }) {
		this.#start = start
		this.#ask = (body) => askDesk(fetch, start.slug, body)
		this.#ends = start.segments.map(({ start: from, text }) => from + [...text].length)
		const first = start.findings.find(({ state }) => state === 'open') ?? start.findings[0]
		this.#view = {
			currentId: first?.id ?? null,
			segment: first ? this.#segmentAt(first.start) : 0,
			selection: null,
			message: null,
			saving: 'saved',
			mayUndo: false,
			progress: start.progress,
			findings: this.#bySegment(start.findings),
			groups: start.groups,
		}
	}

	get view(): NamesView {
		return this.#view
	}

	get segments(): readonly Segment[] {
		return this.#start.segments
	}

	subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener)
		return () => void this.#listeners.delete(listener)
	}

	get current(): Finding | undefined {
		return this.#all().find(({ id }) => id === this.#view.currentId)
	}

	/** How often the name in hand stands in the whole conversation. */
	groupOf({ kind, name }: Pick<Finding, 'kind' | 'name'>): NameGroup | undefined {
		return this.#view.groups.find((group) => group.kind === kind && group.name === name)
	}

	take(id: string) {
		const finding = this.#all().find((one) => one.id === id)
		const message = this.#view.message?.what === 'refused' ? this.#view.message : null
		if (finding) this.#show({ currentId: id, segment: this.#segmentAt(finding.start), selection: null, message })
	}

	goTo(segment: number) {
		if (this.segments[segment]) this.#show({ segment, selection: null })
	}

	select(selection: Selection | null, message: NamesMessage | null = null) {
		this.#show({ selection, message, ...(selection && { segment: selection.turn }) })
	}

	say(message: NamesMessage) {
		this.#show({ message })
	}

	/**
	 * The next place on this page; of undecided ones only, if wished: then those passed over come after the last one. False
	 * when there is none.
	 */
	step(by: 1 | -1, { openOnly = false } = {}): boolean {
		const all = this.#all()
		const here = all.findIndex(({ id }) => id === this.#view.currentId)
		const from = here < 0 ? (by > 0 ? -1 : all.length) : here
		const ahead = by > 0 ? all.slice(from + 1) : all.slice(0, from).toReversed()
		const isWanted = ({ state }: Finding) => !openOnly || state === 'open'
		const next = ahead.find(isWanted) ?? (openOnly ? all.find((one, at) => at !== from && isWanted(one)) : undefined)
		if (next) this.take(next.id)
		return next !== undefined
	}

	/** Decides about the place in hand, or every place with its name, and goes on to the next undecided one. */
	decide(
		state: FindingState,
		{ everywhere = false, replacement }: { everywhere?: boolean; replacement?: string } = {},
	) {
		const { current } = this
		if (!current) return this.say({ what: 'choose-first' })
		const { transcriptId } = this.#start
		this.#send({
			body: {
				act: 'decide',
				transcriptId,
				findingIds: [current.id],
				state,
				everywhere,
				replacement,
				seenAt: this.#seenAt([current]),
			},
			about: [current.id],
			onDone: (change) => {
				this.#done.push(change)
				this.say({ what: state === 'kept' ? 'kept' : 'replaced', count: change.after.length })
			},
		})
		const isSame = (one: Finding) =>
			one.id === current.id || (everywhere && one.kind === current.kind && one.name === current.name)
		const before = this.#all().filter(isSame)
		this.#apply({
			before,
			after: before.map((one) => ({ ...one, state, replacement: replacement ?? one.replacement })),
		})
		if (!this.step(1, { openOnly: true })) this.take(current.id)
	}

	/** The chosen words give somebody away. */
	mark(kind: NameKind) {
		const { selection } = this.#view
		if (!selection) return this.say({ what: 'choose-first' })
		const { start, end } = selection
		const overlapped = this.#all().filter((one) => one.start < end && one.end > start)
		const seenAt = this.#seenAt(overlapped)
		this.#send({
			body: { act: 'mark', transcriptId: this.#start.transcriptId, start, end, kind, seenAt },
			about: overlapped.map(({ id }) => id),
			onDone: (change) => {
				this.#done.push(change)
				this.#show({ selection: null, currentId: change.after[0]?.id ?? null })
				this.say({ what: 'marked', count: change.after.length })
			},
		})
	}

	/** Takes back the last change made here, once it is saved. */
	async undo() {
		await this.settled()
		const change = this.#done.pop()
		if (!change) return this.say({ what: 'nothing-to-undo' })
		const { before, after } = change
		this.#send({
			body: { act: 'undo', transcriptId: this.#start.transcriptId, before, after },
			about: after.map(({ id }) => id),
			onDone: () => {
				const back = before.find(({ start }) => this.#isHere(start))
				if (back) this.take(back.id)
				this.say({ what: 'undone' })
			},
		})
	}

	retry() {
		this.#work ??= this.#sendAll().finally(() => {
			this.#work = undefined
		})
	}

	/** When everything was sent. */
	async settled() {
		await this.#work
	}

	#send(sent: Sent) {
		this.#queue.push(sent)
		this.#show({ saving: 'saving' })
		this.retry()
	}

	async #sendAll() {
		for (let [sent] = this.#queue; sent; [sent] = this.#queue) {
			const answer = await this.#ask(sent.body)
			if (answer === 'offline') {
				this.#show({ saving: 'offline' })
				setTimeout(() => this.retry(), PAUSE_MS)
				return
			}
			this.#queue.shift()
			if ('sentence' in answer) {
				await this.#takeRefusal(sent, answer)
				continue
			}
			this.#apply(answer)
			this.#show({ progress: answer.progress, saving: this.#queue.length > 0 ? 'saving' : 'saved' })
			const { message } = this.#view
			sent.onDone(answer)
			this.#show(sent.isQuiet ? { message } : {})
		}
	}

	/**
	 * One refusal stops nothing else that was decided, except when the text is another now. What stands there really is
	 * shown instead of what was wished.
	 */
	async #takeRefusal({ about }: Sent, { code, sentence }: DeskRefusal) {
		if (code === 'names-moved') this.#queue = []
		else if (about.length > 0) {
			const body = { act: 'look', transcriptId: this.#start.transcriptId, findingIds: about }
			const now = await this.#ask(body)
			if (now !== 'offline' && 'after' in now) {
				this.#apply(now)
				for (const one of now.after) this.#seen.set(`${one.kind} ${one.name}`, now.seenAt)
				this.#show({ progress: now.progress })
			}
		}
		this.#queue = this.#queue.map((later) => ({ ...later, isQuiet: true }))
		const saving = this.#queue.length > 0 ? 'saving' : 'saved'
		// By then another place may be in hand.
		const named = this.#all().find(({ id }) => id === about[0])
		const words = named ? `„${named.name}“: ${sentence}` : sentence
		this.#show({ saving, message: { what: 'refused', sentence: words } })
	}

	#seenAt(findings: readonly Finding[]): string {
		const stamps = findings.flatMap(({ kind, name }) => this.#seen.get(`${kind} ${name}`) ?? [])
		return stamps.toSorted()[0] ?? this.#start.seenAt.toISOString()
	}

	/** Shows a change: findings of this page and, by what the server counted, the names of the whole conversation. */
	#apply({ before, after }: NamesChanged) {
		const known = new Map(this.#all().map((one) => [one.id, one]))
		const counted = countingGroups(this.#view.groups)
		for (const one of before) {
			const shown = known.get(one.id)
			// What was shown at once is counted as it was shown, not as it had been.
			counted.count(shown ?? one, -1)
			known.delete(one.id)
		}
		for (const one of after) {
			counted.count(one, 1)
			if (this.#isHere(one.start)) known.set(one.id, one)
		}
		const findings = [...known.values()].toSorted((one, other) => one.start - other.start)
		this.#show({
			findings: this.#bySegment(findings),
			groups: counted.groups(),
		})
	}

	#isHere(position: number): boolean {
		const at = this.#segmentAt(position)
		return at >= 0 && position >= this.segments[at]!.start && position < this.#ends[at]!
	}

	#segmentAt(position: number): number {
		return this.segments.findLastIndex(({ start }) => start <= position)
	}

	#all(): Finding[] {
		return this.#view.findings.flat()
	}

	/** Segments whose findings did not change keep their list, so that they are not drawn anew. */
	#bySegment(findings: readonly Finding[]): readonly (readonly Finding[])[] {
		const lists = this.segments.map((): Finding[] => [])
		for (const one of findings) lists[this.#segmentAt(one.start)]?.push(one)
		return lists.map((list, at) => {
			const shown = this.#view?.findings[at]
			return shown && shown.length === list.length && list.every((one, n) => one === shown[n]) ? shown : list
		})
	}

	#show(change: Partial<NamesView>) {
		this.#view = { ...this.#view, ...change, mayUndo: this.#done.length > 0 }
		for (const listener of this.#listeners) listener()
	}
}
