/** What the desk shows beside the transcript, and what it starts with. */
import type { Selection } from '#listening/text-selection.ts'
import type { Stance } from '../../tables.ts'
import type { CodingChange } from '../change-coding.ts'
import type { DeskCoding, DeskTurn } from '../find-desk.ts'
import type { FoundDeeds } from '../find-deeds.ts'
import type { Collision, Write, WriteState } from './desk-writes.ts'

/** Shown at the foot and read out; the page has the words. `detail` is theme ids, or a refusal's sentence. */
export type Message = {
	what:
		| 'coded'
		| 'removed'
		| 'changed'
		| 'next-begins'
		| 'moved'
		| 'undone'
		| 'redone'
		| 'choose-first'
		| 'nothing-to-undo'
		| 'all-coded'
		| 'none-coded'
		| 'refused'
		| 'noted'
		| 'one-turn-only'
		| 'let-go'
		| 'suggested'
		| 'refused-suggestion'
		| 'none-suggested'
	detail?: string
	/** What was changed, and to what. */
	change?: CodingChange
}

/** Which codings are drawn. Empty lists hide nothing. */
export type DeskFilter = {
	isMineOnly: boolean
	themeId: string
	stance: Stance | ''
	coderName: string
	/** Labels in the margin, or lines only. */
	hasLabels: boolean
}

export type DeskView = {
	selection: Selection | null
	/** The coding that stance, weight and marks apply to; without one they apply to the next. */
	activeId: string | null
	next: { stance: Stance; intensity: number }
	/** Themes that will be given together. */
	collected: readonly string[]
	/** Without a keyboard: a theme pressed is collected, not given. */
	isCollecting: boolean
	/** Last used themes, the newest first. */
	recent: readonly string[]
	message: Message | null
	mayUndo: boolean
	mayRedo: boolean
	saving: WriteState
	codedTurns: number
	/** Who else sits at this desk. */
	people: readonly string[]
	conflicts: readonly { write: Write; versions: readonly Collision[] }[]
	filter: DeskFilter
	memos: readonly DeskMemo[]
	/** The note deleted last, to be brought back. */
	removedMemo: DeskMemo | null
}

export type DeskMemo = {
	id: string
	text: string
	kind: string
	coderName: string
	codingId: string | null
	position: number | null
}

export type DeskStart = {
	transcriptId: string
	turns: readonly DeskTurn[]
	codings: readonly DeskCoding[]
	/** When the codings were read. */
	at?: string | undefined
	/** Passages per theme id, over everything. */
	counts: Readonly<Record<string, number>>
	/** Whose codings these will be. */
	coderName: string
	deeds?: FoundDeeds | undefined
	/** How many steps the server tells at once. */
	deedsAtHand?: number | undefined
}

export type Surroundings = {
	storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
	fetch: typeof fetch
	newId: () => string
}

export const BEGINNING = { stance: 'neutral', intensity: 1 } as const
export const RECENT_AT_MOST = 5
export const EVERYTHING: DeskFilter = { isMineOnly: false, themeId: '', stance: '', coderName: '', hasLabels: true }

export function firstView(saving: WriteState): DeskView {
	return {
		selection: null,
		activeId: null,
		next: BEGINNING,
		collected: [],
		isCollecting: false,
		recent: [],
		message: null,
		mayUndo: false,
		mayRedo: false,
		saving,
		codedTurns: 0,
		people: [],
		conflicts: [],
		filter: EVERYTHING,
		memos: [],
		removedMemo: null,
	}
}

/** Themes collected for words of one contribution are not given to another. */
export function choosing(
	{ selection: before, collected }: DeskView,
	selection: Selection | null,
): Pick<DeskView, 'selection'> & Partial<DeskView> {
	const areLeft = before !== null && before.turn !== selection?.turn && collected.length > 0
	return areLeft ? { selection, collected: [], message: { what: 'let-go' } } : { selection }
}

export function isShown({ themeId, stance, coderName }: DeskCoding, filter: DeskFilter, own: string): boolean {
	if (filter.isMineOnly && coderName !== own) return false
	if (filter.themeId && themeId !== filter.themeId) return false
	if (filter.stance && stance !== filter.stance) return false
	return !filter.coderName || coderName === filter.coderName
}
