/** Dragging and Alt + arrow keys in the tree of themes. Every move is the same form the buttons send. */
import { useEffect, useRef, useState, useSyncExternalStore, type DragEvent, type KeyboardEvent } from 'react'
import { useSubmit } from 'react-router'
import { m } from '#platform/words/words.ts'

type Movable = { id: string; parentId: string | null; label: string }
type Drop = 'before' | 'into' | 'after'

export type ThemeMoves = ReturnType<typeof useThemeMoves>

const KEYS: Record<string, string> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' }

/** Before the script runs nothing can be dragged. */
const never = () => () => {}

export function useThemeMoves(themes: readonly Movable[]) {
	const submit = useSubmit()
	const [dragged, setDragged] = useState<string | null>(null)
	const [over, setOver] = useState<{ id: string; drop: Drop } | null>(null)
	const [said, setSaid] = useState<string | null>(null)
	const isAwake = useSyncExternalStore(
		never,
		() => true,
		() => false,
	)
	const sent = useRef<{ id: string; from: string } | null>(null)
	useEffect(() => {
		const moved = themes.find(({ id }) => id === sent.current?.id)
		if (moved) {
			document.querySelector<HTMLElement>(`#thema-${CSS.escape(moved.id)} a`)?.focus()
			const stays = placeOf(moved.id, themes) === sent.current?.from
			setSaid(
				stays
					? m.understanding_codebook_stays({ label: moved.label })
					: m.understanding_codebook_placed({ label: moved.label }),
			)
		}
		sent.current = null
	}, [themes])

	const send = (fields: Record<string, string>, label: string) => {
		const id = fields['theme'] ?? ''
		sent.current = { id, from: placeOf(id, themes) }
		setSaid(m.understanding_codebook_moved({ label }))
		void submit(fields, { method: 'post', preventScrollReset: true })
	}
	const drop = (target: Movable, place: Drop) => {
		const theme = themes.find(({ id }) => id === dragged)
		if (!theme || theme.id === target.id) return
		const siblings = themes.filter(({ parentId, id }) => parentId === target.parentId && id !== theme.id)
		const after = siblings[siblings.findIndex(({ id }) => id === target.id) + 1]
		const parent = place === 'into' ? target.id : (target.parentId ?? '')
		const before = place === 'before' ? target.id : place === 'after' ? (after?.id ?? '') : ''
		send({ act: 'place', theme: theme.id, parent, before }, theme.label)
	}
	const entry = (theme: Movable) => ({
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
			const act = event.altKey && !event.ctrlKey && !event.metaKey ? KEYS[event.key] : undefined
			if (!act) return
			event.preventDefault()
			send({ act, theme: theme.id }, theme.label)
		},
	})
	return { entry, said, isAwake }
}

/** Under which theme, and as which of those there. */
function placeOf(id: string, themes: readonly Movable[]): string {
	const parentId = themes.find((one) => one.id === id)?.parentId ?? null
	const siblings = themes.filter((one) => one.parentId === parentId)
	return `${parentId} ${siblings.findIndex((one) => one.id === id)}`
}

/** The upper third means before, the lower third after, the middle under it. */
function dropOf(event: DragEvent): Drop {
	const { top, height } = event.currentTarget.getBoundingClientRect()
	const at = (event.clientY - top) / height
	return at < 0.3 ? 'before' : at > 0.7 ? 'after' : 'into'
}
