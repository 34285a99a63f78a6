/** What every part of the desk reaches: the store and the codebook. */
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { DeskCoding, DeskSpeaker } from '../find-desk.ts'
import type { DeskSuggestion } from '../../suggesting/find-desk-suggestions.ts'
import type { DeskNotes } from './desk-notes.ts'
import type { DeskStore } from './desk-store.ts'
import { EVERYTHING, type DeskFilter, type DeskView } from './desk-view.ts'

export type DeskTheme = {
	id: string
	label: string
	definition: string
	keywords: readonly string[]
	colour: string
	depth: number
	isArchived: boolean
}

export type DeskReach = {
	store: DeskStore
	notes: DeskNotes
	/** In the order of the codebook. Archived ones are shown where they were used, not offered. */
	themes: readonly DeskTheme[]
	themeById: ReadonlyMap<string, DeskTheme>
	speakerByCode: ReadonlyMap<string, DeskSpeaker>
	/** Puts a theme that was just made under its parent, or at the end. */
	addTheme: (theme: DeskTheme, parentId: string | null) => void
}

export const DeskContext = createContext<DeskReach | null>(null)

export function useDesk(): DeskReach {
	const reach = useContext(DeskContext)
	if (!reach) throw new Error('a part of the desk stands outside of it')
	return reach
}

export function useDeskView(): DeskView {
	const { store } = useDesk()
	const read = () => store.view
	return useSyncExternalStore(useSubscription('view'), read, read)
}

/** What is hidden, or null when everything is shown. Contributions are drawn anew only when this changes. */
export function useFilter(): DeskFilter | null {
	const { store } = useDesk()
	const read = () => (store.view.filter === EVERYTHING ? null : store.view.filter)
	return useSyncExternalStore(useSubscription('filter'), read, read)
}

export function useCodingsOf(turn: number): readonly DeskCoding[] {
	const { store } = useDesk()
	const read = () => store.codings.of(turn)
	return useSyncExternalStore(useSubscription(`turn ${turn}`), read, read)
}

/** As they came; which of them are open `store.suggestions.openOf` knows. */
export function useSuggestionsOf(turn: number): readonly DeskSuggestion[] {
	const { store } = useDesk()
	const read = () => store.suggestions.of(turn)
	return useSyncExternalStore(useSubscription(`suggested ${turn}`), read, read)
}

export function useCountOf(themeId: string): number {
	const { store } = useDesk()
	const read = () => store.codings.countOf(themeId)
	return useSyncExternalStore(useSubscription('counts'), read, read)
}

/** Whether the coding in hand carries this theme. */
export function useIsInHand(themeId: string): boolean {
	const { store } = useDesk()
	const read = () => store.codings.find(store.view.activeId ?? '')?.themeId === themeId
	return useSyncExternalStore(useSubscription('view'), read, read)
}

function useSubscription(key: string) {
	const { store } = useDesk()
	return useCallback((listener: () => void) => store.codings.subscribe(key, listener), [store, key])
}
