/** Chance that can be repeated. */

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seededChance(seed: number): () => number {
	let state = seed >>> 0
	return () => {
		state = (state + 0x6d2b79f5) | 0
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
	}
}

/** In place (Fisher and Yates). */
export function shuffle<Entries extends { length: number; [position: number]: unknown }>(
	entries: Entries,
	chance: () => number,
): Entries {
	for (let at = entries.length - 1; at > 0; at--) {
		const other = Math.floor(chance() * (at + 1))
		const kept = entries[at]
		entries[at] = entries[other]
		entries[other] = kept
	}
	return entries
}
