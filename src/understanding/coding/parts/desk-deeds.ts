/** What this person did at the desk, newest last, and what each step asks of the server. */
import type { DecidedSuggestion, DeedPart } from '../deeds.rules.ts'
import type { FoundDeeds } from '../find-deeds.ts'
import type { Write } from './desk-writes.ts'

export type DeskDeed = {
	id: string
	parts: readonly DeedPart[]
	suggestions?: readonly DecidedSuggestion[] | undefined
	number?: number | undefined
}

export class DeskDeeds {
	#done: DeskDeed[] = []
	#undone: DeskDeed[] = []
	/** Before this number there may be more on the server. */
	#older: number | undefined

	/** What the server has, in place of what was known. */
	replace({ done, undone }: FoundDeeds, atHand: number) {
		this.#done = [...done]
		this.#undone = [...undone]
		this.#older = done.length >= atHand ? done[0]?.number : undefined
	}

	prepend({ done }: FoundDeeds, atHand: number) {
		this.#done = [...done, ...this.#done]
		this.#older = done.length >= atHand ? done[0]?.number : undefined
	}

	get mayUndo() {
		return this.#done.length > 0 || this.#older !== undefined
	}

	get mayRedo() {
		return this.#undone.length > 0
	}

	/** Before which number to ask for more; only when none is at hand. */
	get askBefore(): number | undefined {
		return this.#done.length === 0 ? this.#older : undefined
	}

	do(deed: DeskDeed) {
		this.#done.push(deed)
		this.#undone = []
	}

	undo(): DeskDeed | undefined {
		const deed = this.#done.pop()
		if (deed) this.#undone.push(deed)
		return deed
	}

	redo(): DeskDeed | undefined {
		const deed = this.#undone.pop()
		if (deed) this.#done.push(deed)
		return deed
	}

	forget(id: string) {
		this.#done = this.#done.filter((deed) => deed.id !== id)
		this.#undone = this.#undone.filter((deed) => deed.id !== id)
	}
}

export function doWrite({ id, parts, suggestions }: DeskDeed, transcriptId: string): Write {
	return { method: 'POST', path: '/api/v1/deeds', body: { id, transcriptId, parts, suggestions }, deedId: id }
}

export function undoWrite({ id }: DeskDeed, direction: 'undo' | 'redo'): Write {
	return { method: 'POST', path: `/api/v1/deeds/${id}/${direction}`, body: {}, deedId: id }
}
