/** Keys pressed while the page was still waking up (`early-keys.js` keeps them); whoever takes them answers them. */
export function takeEarlyKeys(): KeyboardEvent[] {
	const page = window as { earlyKeys?: KeyboardEvent[] | null }
	const kept = page.earlyKeys ?? []
	page.earlyKeys = null
	return kept
}
