/** The coding desk: codebook, transcript, and what is chosen, side by side; on a phone the last two share a sheet below. */
import { mounted } from '#platform/ui/mount.ts'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import { classes } from '#platform/ui/classes.ts'
import { m } from '#platform/words/words.ts'
import { paintSelection, toStretch } from '#listening/text-selection.ts'
import type { FoundDeeds } from '../find-deeds.ts'
import type { Desk } from '../find-desk.ts'
import { DeskBar, DeskFoot } from './desk-bar.tsx'
import { DeskCodebook } from './desk-codebook.tsx'
import { DeskConflict } from './desk-conflict.tsx'
import { DeskContext, useDeskView, useDesk, type DeskReach, type DeskTheme } from './desk-context.ts'
import { DeskHandles, keepInSight } from './desk-handles.tsx'
import { DeskHelp } from './desk-help.tsx'
import type { KeyHelp } from './desk-keys.ts'
import { DeskLegend } from './desk-legend.tsx'
import { listenToKeys, listenToOthers, listenToSelection } from './desk-listening.ts'
import { DeskNewTheme } from './desk-new-theme.tsx'
import { DeskNotes } from './desk-notes.ts'
import { DeskPanel } from './desk-panel.tsx'
import { listenToSight } from './desk-sight.ts'
import { DeskStore } from './desk-store.ts'
import { Transcript } from './desk-transcript.tsx'

export type CodingDeskProps = {
	desk: Desk
	themes: readonly DeskTheme[]
	counts: Record<string, number>
	coderName: string
	/** What this person did here, and how many steps the server tells at once. */
	deeds: FoundDeeds
	deedsAtHand: number
	/** Date, format, people: one line. */
	facts: string
	/** The contribution somebody asked for. */
	picked: number | null
	/** Works without script: shown under the contribution at this position. */
	form?: { turn: number; element: ReactNode } | undefined
}

export function CodingDesk(props: CodingDeskProps) {
	const { desk, facts, picked, form } = props
	const reach = useReach(props)
	const { store, themes } = reach
	const help = useRef<HTMLDialogElement>(null)
	const newTheme = useRef<HTMLDialogElement>(null)
	const [isFinding, setFinding] = useState(false)
	const [hasKeys, switchKeys] = useKeySwitch()
	const isAwake = useSyncExternalStore(
		NEVER_CHANGES,
		() => true,
		() => false,
	)
	const offered = useMemo(() => themes.filter(({ isArchived }) => !isArchived).map(({ id }) => id), [themes])
	const openNewTheme = () =>
		store.view.selection ? newTheme.current?.showModal() : store.say({ what: 'choose-first' })

	useEffect(() => {
		void store.wake()
		const ends = [listenToSelection(store), listenToOthers(store), listenToSight(store)]
		return () => ends.forEach((end) => end())
	}, [store])
	useEffect(() => {
		const answer: Record<KeyHelp, () => void> = {
			'open-help': () => help.current?.showModal(),
			'find-theme': () => document.getElementById('thema-suche')?.focus(),
			'find-words': () => setFinding(true),
			'write-memo': () => document.getElementById('notiz')?.focus(),
			'new-theme': openNewTheme,
		}
		return hasKeys ? listenToKeys(store, offered, (what) => answer[what]()) : undefined
	})
	useEffect(() => {
		if (isFinding) document.getElementById('text-suche')?.focus()
	}, [isFinding])

	return (
		<DeskContext value={reach}>
			<div className={classes('desk', isAwake && 'desk--awake')}>
				<div className="desk__main">
					<DeskBar
						title={desk.conversation.title}
						facts={facts}
						voices={desk.turns.filter(({ mayCode }) => mayCode).length}
						isFinding={isFinding}
						onFind={setFinding}
						onHelp={() => help.current?.showModal()}
					/>
					<Transcript turns={desk.turns} picked={picked} form={form} />
				</div>
				<div className="desk__side">
					<DeskPanel onNewTheme={openNewTheme} />
					<DeskCodebook />
				</div>
				<DeskFoot />
				<DeskLegend />
				<SelectionPaint />
				<DeskHandles />
				<DeskHelp dialog={help} hasKeys={hasKeys} onSwitch={switchKeys} />
				<DeskNewTheme dialog={newTheme} />
				<DeskConflict />
			</div>
		</DeskContext>
	)
}

/** Nothing to listen to: the answer differs between server and browser only. */
const NEVER_CHANGES = () => () => undefined

/** Whether single keys do something; remembered in this browser. */
function useKeySwitch(): [boolean, (hasKeys: boolean) => void] {
	const stored = useSyncExternalStore(
		NEVER_CHANGES,
		() => localStorage.getItem('gehoert.keys') !== 'off',
		() => true,
	)
	const [chosen, setChosen] = useState<boolean | null>(null)
	const choose = (hasKeys: boolean) => {
		localStorage.setItem('gehoert.keys', hasKeys ? 'on' : 'off')
		setChosen(hasKeys)
	}
	return [chosen ?? stored, choose]
}

function useReach({ desk, themes: given, counts, coderName, deeds, deedsAtHand }: CodingDeskProps): DeskReach {
	const [themes, setThemes] = useState(given)
	const [kept] = useState(() => {
		const { transcriptId, turns, codings, at } = desk
		const reach = {
			fetch: (path: string | URL | Request, init?: RequestInit) => fetch(mounted(String(path)), init),
			newId: () => crypto.randomUUID(),
			noConnection: () => m.understanding_desk_no_connection(),
			storage: typeof window === 'undefined' ? NO_STORAGE : window.localStorage,
		}
		const store = new DeskStore({ transcriptId, turns, codings, at, counts, coderName, deeds, deedsAtHand }, reach)
		const speakerByCode = new Map(desk.speakers.map((speaker) => [speaker.code, speaker]))
		return { store, notes: new DeskNotes(store, reach), speakerByCode }
	})
	return useMemo(
		() => ({
			...kept,
			themes,
			themeById: new Map(themes.map((theme) => [theme.id, theme])),
			addTheme: (theme, parentId) => setThemes((known) => withTheme(known, theme, parentId)),
		}),
		[kept, themes],
	)
}

/** Behind the last one below its parent, or at the end. */
function withTheme(known: readonly DeskTheme[], theme: DeskTheme, parentId: string | null): readonly DeskTheme[] {
	const parent = parentId ? known.findIndex(({ id }) => id === parentId) : -1
	if (parent < 0) return [...known, theme]
	const next = known.findIndex(({ depth }, at) => at > parent && depth <= known[parent]!.depth)
	return known.toSpliced(next < 0 ? known.length : next, 0, theme)
}

const NO_STORAGE = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined }

/** Paints the chosen words again whenever the contribution below them was drawn anew. */
function SelectionPaint() {
	const { store } = useDesk()
	const { selection } = useDeskView()
	useEffect(() => {
		const turn = selection ? store.codings.turns[selection.turn] : undefined
		const paint = () => requestAnimationFrame(() => paintSelection(turn, selection))
		paint()
		if (turn && selection) requestAnimationFrame(() => keepInSight(turn, toStretch(turn, selection)))
		return selection ? store.codings.subscribe(`turn ${selection.turn}`, paint) : undefined
	}, [store, selection])
	return null
}
