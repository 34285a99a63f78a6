/** Finding words in the transcript: how often, where next, all of them painted. */
import { useDeferredValue, useEffect, useMemo, useState, type KeyboardEvent } from 'react'
import { paintRanges, rangeOf } from '#listening/text-selection.ts'
import { m } from '#platform/words/words.ts'
import { useDesk } from './desk-context.ts'
import { focusTurn } from './desk-keys.ts'
import { findWords } from './desk-find.rules.ts'

/** Painted at once; the others count, and one reaches them. */
const PAINTED_AT_MOST = 2_000

export function DeskFind({ onClose }: { onClose: () => void }) {
	const { store } = useDesk()
	const { turns } = store.codings
	const [typed, setTyped] = useState('')
	const [at, setAt] = useState(-1)
	// The letter typed is seen at once; a long transcript is searched after it.
	const wanted = useDeferredValue(typed)
	const found = useMemo(() => findWords(turns, wanted), [turns, wanted])

	useEffect(() => {
		const painted = found.slice(0, PAINTED_AT_MOST).flatMap(({ turn, from, to }) => {
			const range = rangeOf({ position: turn }, { from, to })
			return range ? [range] : []
		})
		paintRanges('found', painted)
		return () => paintRanges('found', [])
	}, [found])

	const look = (words: string) => {
		setTyped(words)
		setAt(-1)
	}
	const go = (step: 1 | -1) => {
		const hits = wanted === typed ? found : findWords(turns, typed)
		if (hits.length === 0) return
		const next = (at + step + hits.length + (at < 0 && step < 0 ? 1 : 0)) % hits.length
		setAt(next)
		const { turn, from, to } = hits[next]!
		document.getElementById(`beitrag-${turn}`)?.scrollIntoView({ block: 'center', behavior: 'instant' })
		paintRanges(
			'found-now',
			[rangeOf({ position: turn }, { from, to })].filter((range) => range !== undefined),
		)
	}
	/** Leaves the words found in hand, so that they can be coded. */
	const leave = () => {
		paintRanges('found-now', [])
		const hit = found[at]
		const turn = hit && turns[hit.turn]
		onClose()
		if (!turn) return document.getElementById('transkript')?.focus({ preventScroll: true })
		if (turn.mayCode) store.selectStretch(turn, hit)
		focusTurn(turn.position)
	}
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key === 'Enter') go(event.shiftKey ? -1 : 1)
		else if (event.key === 'Escape') leave()
		else return
		event.preventDefault()
	}

	return (
		<search className="desk__find">
			<label>
				<span>{m.understanding_desk_find()}</span>
				<input
					id="text-suche"
					type="search"
					autoComplete="off"
					value={typed}
					onChange={(event) => look(event.target.value)}
					onKeyDown={onKeyDown}
				/>
			</label>
			<output aria-live="polite">{typed.trim() === '' ? '' : countText(found.length, at)}</output>
			<button type="button" className="toggle" onClick={() => go(-1)} aria-label={m.understanding_desk_find_back()}>
				↑
			</button>
			<button type="button" className="toggle" onClick={() => go(1)} aria-label={m.understanding_desk_find_on()}>
				↓
			</button>
			<button type="button" className="toggle" onClick={leave}>
				{m.platform_close()}
			</button>
		</search>
	)
}

function countText(all: number, at: number): string {
	if (all === 0) return m.understanding_desk_find_none()
	return at < 0
		? m.understanding_desk_find_count({ count: all })
		: m.understanding_desk_find_at({ at: at + 1, count: all })
}
