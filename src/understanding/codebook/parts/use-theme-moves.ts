/**
 * Dragging and Alt + arrow keys in the tree of themes. A new order is taken at once, by the form the buttons send; before a
 * theme comes to stand under another one, a page shows what that changes.
 */
import { useEffect, useRef, useState, useSyncExternalStore, type DragEvent, type KeyboardEvent } from 'react'
import { useSubmit } from 'react-router'
import { m } from '#platform/words/words.ts'
import { placeOf, type Move } from '../codebook.rules.ts'
import type { BookTheme } from '../shown-themes.rules.ts'
import { previewAddress } from './preview-address.ts'

type Drop = 'before' | 'into' | 'after'

export type ThemeMoves = ReturnType<typeof useThemeMoves>

const KEYS: Record<string, Move> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' }

/** Before the script runs nothing can be dragged. */
const never = () => () => {}

export function useThemeMoves(themes: readonly BookTheme[]) {
	const submit = useSubmit()
	const [dragged, setDragged] = useState<string | null>(null)
	const [over, setOver] = useState<{ id: string; drop: Drop } | null>(null)
	const [said, setSaid] = useState<string | null>(null)
	const isAwake = useSyncExternalStore(
		never,
		() => true,
		() => false,
	)
	const sent = useRef<string | null>(null)
	useEffect(() => {
		const moved = themes.find(({ id }) => id === sent.current)
		if (moved) {
			focusOn(moved.id)
			setSaid(m.understanding_codebook_placed({ label: moved.label }))
		}
		sent.current = null
	}, [themes])
	// Back from the page that showed what changes, the keyboard goes on where it was.
	useEffect(() => {
		if (location.hash.startsWith('#thema-')) focusOn(location.hash.slice('#thema-'.length))
	}, [])

	const move = (theme: BookTheme, to: Move) => {
		const place = placeOf(themes, theme, to)
		if (!place) return setSaid(m.understanding_codebook_stays({ label: theme.label }))
		if (place.parentId !== theme.parentId) return location.assign(previewAddress(theme.slug, place))
		sent.current = theme.id
		setSaid(m.understanding_codebook_moved({ label: theme.label }))
		const fields = { theme: theme.id, parent: place.parentId ?? '', before: place.beforeId ?? '' }
		void submit({ act: 'place', ...fields }, { method: 'post', preventScrollReset: true })
	}
	const drop = (target: BookTheme, at: Drop) => {
		const theme = themes.find(({ id }) => id === dragged)
		if (!theme || theme.id === target.id) return
		const siblings = themes.filter(({ parentId, id }) => parentId === target.parentId && id !== theme.id)
		const after = siblings[siblings.findIndex(({ id }) => id === target.id) + 1]
		if (at === 'into') return move(theme, { parentId: target.id, beforeId: null })
		move(theme, { parentId: target.parentId, beforeId: at === 'before' ? target.id : (after?.id ?? null) })
	}
	const entry = (theme: BookTheme) => ({
		draggable: isAwake,
		'data-drop': over?.id === theme.id && dragged !== theme.id ? over.drop : undefined,
		onDragStart: (event: DragEvent) => {
			event.dataTransfer.effectAllowed = 'move'
			event.dataTransfer.setData('text/plain', theme.label)
			setDragged(theme.id)
		},
		onDragOver: (event: DragEvent) => {
			if (!dragged) return
			event.preventDefault()
			const place = dropOf(event)
			if (over?.id !== theme.id || over.drop !== place) setOver({ id: theme.id, drop: place })
		},
		onDrop: (event: DragEvent) => {
			event.preventDefault()
			drop(theme, dropOf(event))
			setOver(null)
			setDragged(null)
		},
		onDragEnd: () => {
			setOver(null)
			setDragged(null)
		},
		onKeyDown: (event: KeyboardEvent) => {
			const to = event.altKey && !event.ctrlKey && !event.metaKey ? KEYS[event.key] : undefined
			if (!to) return
			event.preventDefault()
			move(theme, to)
		},
	})
	return { entry, said, isAwake }
}

function focusOn(themeId: string) {
	document.querySelector<HTMLElement>(`#thema-${CSS.escape(themeId)} a`)?.focus()
}

/** The upper third means before, the lower third after, the middle under it. */
function dropOf(event: DragEvent): Drop {
	const { top, height } = event.currentTarget.getBoundingClientRect()
	const at = (event.clientY - top) / height
	return at < 0.3 ? 'before' : at > 0.7 ? 'after' : 'into'
}
