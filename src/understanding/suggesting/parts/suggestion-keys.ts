/** J and K go through the proposals, E (or A) accepts, R rejects as at the desk; only while one of them has the focus, so no other key is taken. */
import { useEffect } from 'react'

export function useSuggestionKeys() {
	useEffect(() => {
		if (new URLSearchParams(location.search).has('schritt')) focusOn(entries()[0])
		const press = (event: KeyboardEvent) => {
			if (event.altKey || event.ctrlKey || event.metaKey) return
			const target = event.target as HTMLElement
			const own = target.closest<HTMLElement>('[data-suggestion]')
			if (!own || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)) return
			const key = event.key.toLowerCase()
			const all = entries()
			if (key === 'j' || key === 'k') focusOn(all[all.indexOf(own) + (key === 'j' ? 1 : -1)])
			else if (key === 'a' || key === 'e' || key === 'r')
				own.querySelector<HTMLButtonElement>(`[data-key="${key === 'r' ? 'r' : 'e'}"]`)?.click()
			else return
			event.preventDefault()
		}
		document.addEventListener('keydown', press)
		return () => document.removeEventListener('keydown', press)
	}, [])
}

function entries(): HTMLElement[] {
	return [...document.querySelectorAll<HTMLElement>('[data-suggestion]')]
}

function focusOn(entry: HTMLElement | undefined) {
	entry?.focus()
	entry?.scrollIntoView({ block: 'nearest' })
}
