/** j and k go from hit to hit, Enter opens the transcript there, the space bar ticks. Without script, Tab does. */
import { useEffect } from 'react'

export function HitKeys() {
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
			const hits = [...document.querySelectorAll<HTMLElement>('[data-hit]')]
			const at = hits.findIndex((hit) => hit.contains(document.activeElement))
			if (event.key === 'j' || event.key === 'k') goTo(hits[event.key === 'j' ? at + 1 : Math.max(0, at - 1)])
			else if (event.key === ' ' && at >= 0 && document.activeElement === hits[at]) tick(hits[at]!)
			else if (event.key === 'Enter' && at >= 0 && document.activeElement === hits[at])
				hits[at]!.querySelector<HTMLAnchorElement>('a[href]')?.click()
			else return
			event.preventDefault()
		}
		document.addEventListener('keydown', onKey)
		return () => document.removeEventListener('keydown', onKey)
	}, [])
	return null
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
