/** The coding desk: codebook, transcript, and what is chosen, side by side; on a phone the last two share a sheet below. */
import { mounted } from '#platform/ui/mount.ts'
import { memo, useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import { classes } from '#platform/ui/classes.ts'
import { m } from '#platform/words/words.ts'
import type { Desk } from '../find-desk.ts'
import { DeskContext, useDeskView, useDesk, type DeskReach, type DeskTheme } from './desk-context.ts'
import { DeskBar, DeskFoot } from './desk-bar.tsx'
import { DeskCodebook } from './desk-codebook.tsx'
import { wholeWords } from '#listening/word-steps.rules.ts'
import { browserSelection, paintSelection, toSelection, toStretch, turnOf } from '#listening/text-selection.ts'
import { DeskHelp } from './desk-help.tsx'
import { focusTurn, pressKey, type KeyHelp } from './desk-keys.ts'
import { DeskPanel } from './desk-panel.tsx'
import { DeskStore } from './desk-store.ts'
import { DeskTurn } from './desk-turn.tsx'

export type CodingDeskProps = {
	desk: Desk
	themes: readonly DeskTheme[]
	counts: Record<string, number>
	coderName: string
	/** Date, format, people: one line. */
	facts: string
	/** Works without script: shown under the contribution at this position. */
	form?: { turn: number; element: ReactNode } | undefined
}

export function CodingDesk({ desk, themes, counts, coderName, facts, form }: CodingDeskProps) {
	const reach = useReach(desk, themes, counts, coderName)
	const help = useRef<HTMLDialogElement>(null)
	const isAwake = useSyncExternalStore(
		NEVER_CHANGES,
		() => true,
		() => false,
	)
	const [hasKeys, switchKeys] = useKeySwitch()
	const { store } = reach
	const offered = useMemo(() => themes.filter(({ isArchived }) => !isArchived).map(({ id }) => id), [themes])

	useEffect(() => {
		void store.wake()
		return listenToSelection(store)
	}, [store])
	useEffect(
		() => (hasKeys ? listenToKeys(store, offered, (what) => answerKey(what, help.current)) : undefined),
		[store, offered, hasKeys],
	)

	return (
		<DeskContext value={reach}>
			<div className={classes('desk', isAwake && 'desk--awake')}>
				<div className="desk__main">
					<DeskBar
						title={desk.conversation.title}
						facts={facts}
						voices={desk.turns.filter(({ mayCode }) => mayCode).length}
						onHelp={() => help.current?.showModal()}
					/>
					<Transcript desk={desk} form={form} />
				</div>
				<div className="desk__side">
					<DeskPanel />
					<DeskCodebook />
				</div>
				<DeskFoot />
				<SelectionPaint />
				<DeskHelp dialog={help} hasKeys={hasKeys} onSwitch={switchKeys} />
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

function useReach(
	desk: Desk,
	themes: readonly DeskTheme[],
	counts: Record<string, number>,
	coderName: string,
): DeskReach {
	return useState(() => ({
		store: new DeskStore(
			{ transcriptId: desk.transcriptId, turns: desk.turns, codings: desk.codings, counts, coderName },
			{
				storage: typeof window === 'undefined' ? NO_STORAGE : window.localStorage,
				fetch: (path, init) => fetch(mounted(String(path)), init),
				newId: () => crypto.randomUUID(),
			},
		),
		themes,
		themeById: new Map(themes.map((theme) => [theme.id, theme])),
		speakerByCode: new Map(desk.speakers.map((speaker) => [speaker.code, speaker])),
	}))[0]
}

const NO_STORAGE = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined }

/** Drawn once; each contribution looks after itself. */
const Transcript = memo(function Transcript({ desk, form }: Pick<CodingDeskProps, 'desk' | 'form'>) {
	const { speakerByCode } = useDesk()
	return (
		<div
			className="desk__transcript"
			id="transkript"
			tabIndex={0}
			role="group"
			aria-label={m.understanding_desk_transcript()}
		>
			{desk.turns.map((turn) => (
				<div key={turn.position} className="turn-holder">
					<DeskTurn turn={turn} isModerator={speakerByCode.get(turn.speaker)?.isModerator ?? false} />
					{form?.turn === turn.position ? form.element : null}
				</div>
			))}
		</div>
	)
})

/** Paints the chosen words again whenever the contribution below them was drawn anew. */
function SelectionPaint() {
	const { store } = useDesk()
	const { selection } = useDeskView()
	useEffect(() => {
		const turn = selection ? store.codings.turns[selection.turn] : undefined
		const paint = () => requestAnimationFrame(() => paintSelection(turn, selection))
		paint()
		return selection ? store.codings.subscribe(`turn ${selection.turn}`, paint) : undefined
	}, [store, selection])
	return null
}

/** A click takes the innermost passage in hand, the next click the one around it; elsewhere it lets go. */
function chooseByClick(event: MouseEvent, store: DeskStore) {
	const target = event.target as HTMLElement
	if (!target.closest('#transkript')) return
	const pick = target.closest<HTMLElement>('[data-pick]')?.dataset['pick']
	const turn = store.codings.turns[turnOf(target) ?? -1]
	if (!turn) return
	if (pick !== undefined) {
		event.preventDefault()
		store.select(toSelection(turn, { from: 0, to: turn.text.length }) ?? null)
		requestAnimationFrame(() => focusTurn(turn.position))
		return
	}
	if (browserSelection()) return
	const ids = target.closest<HTMLElement>('[data-coding]')?.dataset['coding']?.split(' ').toReversed() ?? []
	const id = ids[(ids.indexOf(store.view.activeId ?? '') + 1) % Math.max(1, ids.length)]
	const coding = id ? store.codings.find(id) : undefined
	if (!coding) return store.select(null)
	const { from, to } = toStretch(turn, coding)
	store.activate(coding.id, turn.text.slice(from, to))
}

const SELECTION_PAUSE_MS = 120

/** Mouse, touch and the browser's own keys: what it selects is chosen as soon as it rests. */
function listenToSelection(store: DeskStore) {
	let timer: ReturnType<typeof setTimeout> | undefined
	const read = () => {
		const chosen = browserSelection()
		const turn = chosen && store.codings.turns[chosen.turn]
		if (!turn?.mayCode) return
		const selection = toSelection(turn, wholeWords(turn.text, chosen!.stretch))
		const known = store.view.selection
		if (!selection || (known?.start === selection.start && known.end === selection.end)) return
		store.select(selection, chosen!.wasCut ? { what: 'one-turn-only' } : null)
	}
	const onChange = () => {
		clearTimeout(timer)
		timer = setTimeout(read, SELECTION_PAUSE_MS)
	}
	const onLeave = (event: BeforeUnloadEvent) => {
		if (store.view.saving.waiting > 0) event.preventDefault()
	}
	const onClick = (event: MouseEvent) => chooseByClick(event, store)
	document.addEventListener('selectionchange', onChange)
	document.addEventListener('click', onClick)
	window.addEventListener('beforeunload', onLeave)
	return () => {
		document.removeEventListener('selectionchange', onChange)
		document.removeEventListener('click', onClick)
		window.removeEventListener('beforeunload', onLeave)
	}
}

function listenToKeys(store: DeskStore, themeIds: readonly string[], ask: (what: KeyHelp) => void) {
	const onKey = (event: KeyboardEvent) => {
		const target = event.target as HTMLElement
		if (target.closest('input, textarea, select, dialog, [contenteditable]')) return
		const isOutside = target !== document.body && !target.closest('.desk')
		const isInText = Boolean(target.closest('#transkript')) && !target.closest('a')
		const needsText = event.key.startsWith('Arrow') || event.key === 'Enter'
		if (isOutside || (needsText && !isInText)) return
		if (pressKey(event, store, themeIds, ask)) event.preventDefault()
	}
	document.addEventListener('keydown', onKey)
	return () => document.removeEventListener('keydown', onKey)
}

function answerKey(what: KeyHelp, help: HTMLDialogElement | null) {
	if (what === 'open-help') help?.showModal()
	else document.getElementById('thema-suche')?.focus()
}
