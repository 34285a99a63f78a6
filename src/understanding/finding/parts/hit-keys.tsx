/**
 * j and k go from hit to hit, Enter opens the transcript there, the space bar ticks, c goes to what can be done with them.
 * Without script, Tab does, and none of this is shown.
 */
import { useEffect, useSyncExternalStore } from 'react'
import { m } from '#platform/words/words.ts'

export function HitKeys() {
	const isAwake = useSyncExternalStore(
		() => () => undefined,
		() => true,
		() => false,
	)
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
			const hits = [...document.querySelectorAll<HTMLElement>('[data-hit]')]
			const at = hits.findIndex((hit) => hit.contains(document.activeElement))
			if (event.key === 'j' || event.key === 'k') goTo(hits[event.key === 'j' ? at + 1 : Math.max(0, at - 1)])
			else if (event.key === 'c') document.querySelector<HTMLElement>('.places__deeds select')?.focus()
			else if (event.key === ' ' && at >= 0 && document.activeElement === hits[at]) tick(hits[at]!)
			else if (event.key === 'Enter' && at >= 0 && document.activeElement === hits[at])
				hits[at]!.querySelector<HTMLAnchorElement>('a[href]')?.click()
			else return
			event.preventDefault()
		}
		document.addEventListener('keydown', onKey)
		return () => document.removeEventListener('keydown', onKey)
	}, [])
	if (!isAwake) return null
	return (
		<div className="places__tools no-print">
			<button type="button" className="places__all" onClick={() => tickEach(true)}>
				{m.understanding_places_all()}
			</button>
			<button type="button" className="places__all" onClick={() => tickEach(false)}>
				{m.understanding_places_no()}
			</button>
			<span className="label">{m.understanding_places_keys()}</span>
		</div>
	)
}

function tickEach(isTicked: boolean) {
	for (const box of document.querySelectorAll<HTMLInputElement>('[data-hit] input[type="checkbox"]'))
		box.checked = isTicked
}

function isTyping(target: EventTarget | null): boolean {
	return (
		target instanceof HTMLElement && target.matches('input:not([type="checkbox"]), textarea, select, [contenteditable]')
	)
}

function goTo(hit: HTMLElement | undefined) {
	hit?.focus()
	hit?.scrollIntoView({ block: 'center' })
}

function tick(hit: HTMLElement) {
	hit.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click()
}
