/** The names desk: the text with every place marked, and beside it what can be done. Works page by page. */
import { useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import { classes } from '#platform/ui/classes.ts'
import { mounted } from '#platform/ui/mount.ts'
import { m } from '#platform/words/words.ts'
import type { NamesDesk as Desk } from '../names/find-names-desk.ts'
import { browserSelection, paintSelection, toSelection } from '../text-selection.ts'
import { wholeWords } from '../word-steps.rules.ts'
import { messageText } from './name-words.ts'
import { NamesHelp } from './names-help.tsx'
import { goToNext, pressNamesKey, type NamesAsk } from './names-keys.ts'
import { NameList, PlaceInHand } from './names-panel.tsx'
import { NamesStore } from './names-store.ts'
import type { NamesView } from './names-view.ts'
import { NamesSegment } from './names-text.tsx'

export type NamesDeskProps = {
	desk: Desk
	/** Id of the place to begin at, from the address. */
	startAt: string | null
	/** Address of the page with the next undecided place. */
	nextPage: string | null
	/** Works without script: decisions by name. Hidden once the desk is awake. */
	withoutScript: ReactNode
	/** The last step, and the way between pages. */
	children: ReactNode
}

export function NamesDesk({ desk, startAt, nextPage, withoutScript, children }: NamesDeskProps) {
	const [store] = useState(() => newStore(desk, startAt))
	const view = useSyncExternalStore(
		store.subscribe,
		() => store.view,
		() => store.view,
	)
	const isAwake = useSyncExternalStore(
		NEVER_CHANGES,
		() => true,
		() => false,
	)
	const [isEditing, setEditing] = useState(false)
	const help = useRef<HTMLDialogElement>(null)
	const [hasKeys, setKeys] = useState(true)
	const ask = (what: NamesAsk) => {
		if (what === 'open-help') help.current?.showModal()
		if (what === 'edit' && store.current) setEditing(true)
		if (what === 'next-page' && nextPage) void store.settled().then(() => location.assign(nextPage))
		if (what === 'finish') document.getElementById('abschluss')?.querySelector<HTMLElement>('button')?.focus()
	}
	useEffect(() => listenToSelection(store), [store])
	useEffect(() => (hasKeys ? listenToKeys(store, ask) : undefined))
	useShownPlace(store, view)

	return (
		<div className={classes('names', isAwake && 'names--awake')}>
			<NamesBar
				store={store}
				view={view}
				onHelp={() => help.current?.showModal()}
				onNext={() => goToNext(store, ask)}
			/>
			<div className="names__text" id="transkript">
				{desk.segments.map((segment, position) => (
					<NamesSegment
						key={segment.start}
						segment={segment}
						position={position}
						findings={view.findings[position] ?? NONE}
						currentId={view.segment === position ? view.currentId : null}
						isHere={view.segment === position}
					/>
				))}
			</div>
			<aside className="names__side" aria-label={m.listening_names_beside()}>
				<PlaceInHand store={store} view={view} isEditing={isEditing} onEdit={setEditing} />
				<p
					className="names__said"
					aria-live="polite"
					data-trouble={view.saving === 'offline' || view.message?.what === 'refused' ? true : undefined}
				>
					{view.saving === 'offline' ? m.listening_names_offline() : view.message ? messageText(view.message) : ''}
				</p>
				<div className="names__all">
					<h2>{m.listening_names_list()}</h2>
					<NameList groups={view.groups} page={desk.page} onTake={(id) => store.take(id)} />
				</div>
			</aside>
			<div className="names__rest">
				<div className="names__plain">{withoutScript}</div>
				{children}
			</div>
			<NamesHelp dialog={help} hasKeys={hasKeys} onSwitch={setKeys} />
		</div>
	)
}

const NONE: readonly never[] = []

/** Nothing to listen to: the answer differs between server and browser only. */
const NEVER_CHANGES = () => () => undefined

function newStore(desk: Desk, startAt: string | null): NamesStore {
	const { conversation, transcriptId, seenAt, segments, findings, groups, progress } = desk
	const start = { slug: conversation.slug, transcriptId, seenAt, segments, findings, groups, progress }
	const store = new NamesStore(start, { fetch: (path, init) => fetch(mounted(String(path)), init) })
	if (startAt) store.take(startAt)
	return store
}

type BarProps = { store: NamesStore; view: NamesView; onHelp: () => void; onNext: () => void }

function NamesBar({ store, view, onHelp, onNext }: BarProps) {
	const { decided, all } = view.progress
	return (
		<div className="names__bar">
			<p className="names__progress">
				<progress value={decided} max={Math.max(1, all)} aria-hidden="true" />
				<span>{m.listening_names_progress({ decided, all })}</span>
			</p>
			<div className="names__tools">
				<button type="button" className="names__act" onClick={onNext}>
					{m.listening_names_next()} <kbd aria-hidden="true">N</kbd>
				</button>
				<button type="button" className="names__act" disabled={!view.mayUndo} onClick={() => void store.undo()}>
					{m.listening_names_undo()} <kbd aria-hidden="true">Z</kbd>
				</button>
				<button type="button" className="names__act" onClick={onHelp}>
					{m.listening_names_help()} <kbd aria-hidden="true">?</kbd>
				</button>
			</div>
		</div>
	)
}

/** Brings the place in hand into sight, and paints chosen words. */
function useShownPlace(store: NamesStore, view: NamesView) {
	const { currentId, segment, selection } = view
	const isFirst = useRef(true)
	useEffect(() => {
		const place = currentId ? document.getElementById(`stelle-${currentId}`) : null
		if (!isFirst.current || location.search.includes('stelle='))
			place?.scrollIntoView({ block: 'center', behavior: 'instant' })
		isFirst.current = false
	}, [currentId])
	useEffect(() => {
		if (!selection)
			document.getElementById(`beitrag-${segment}`)?.scrollIntoView({ block: 'nearest', behavior: 'instant' })
	}, [segment, selection])
	useEffect(() => {
		const here = selection ? store.segments[selection.turn] : undefined
		paintSelection(here && { ...here, position: selection!.turn }, selection)
	}, [store, selection])
}

const SELECTION_PAUSE_MS = 120

/** Mouse, touch and the browser's own keys: what it selects is chosen as soon as it rests. A click takes a place in hand. */
function listenToSelection(store: NamesStore) {
	let timer: ReturnType<typeof setTimeout> | undefined
	const read = () => {
		const chosen = browserSelection()
		const here = chosen && store.segments[chosen.turn]
		if (!here) return
		const selection = toSelection({ ...here, position: chosen.turn }, wholeWords(here.text, chosen.stretch))
		const known = store.view.selection
		if (!selection || (known?.start === selection.start && known.end === selection.end)) return
		store.select(selection, chosen.wasCut ? { what: 'one-turn-only' } : null)
	}
	const onChange = () => {
		clearTimeout(timer)
		timer = setTimeout(read, SELECTION_PAUSE_MS)
	}
	const onClick = (event: MouseEvent) => {
		const target = event.target as HTMLElement
		if (!target.closest('#transkript') || browserSelection()) return
		const id = target.closest<HTMLElement>('[data-finding]')?.dataset['finding']
		if (id) store.take(id)
		else store.select(null)
	}
	const onLeave = (event: BeforeUnloadEvent) => {
		if (store.view.saving !== 'saved') event.preventDefault()
	}
	document.addEventListener('selectionchange', onChange)
	document.addEventListener('click', onClick)
	window.addEventListener('beforeunload', onLeave)
	return () => {
		document.removeEventListener('selectionchange', onChange)
		document.removeEventListener('click', onClick)
		window.removeEventListener('beforeunload', onLeave)
	}
}

function listenToKeys(store: NamesStore, ask: (what: NamesAsk) => void) {
	const onKey = (event: KeyboardEvent) => {
		const target = event.target as HTMLElement
		if (target.closest('input, textarea, select, dialog, [contenteditable]')) return
		if (event.key === 'Enter' && target.closest('a, button')) return
		if (target !== document.body && !target.closest('.names, main')) return
		if (pressNamesKey(event, store, ask)) event.preventDefault()
	}
	document.addEventListener('keydown', onKey)
	return () => document.removeEventListener('keydown', onKey)
}
