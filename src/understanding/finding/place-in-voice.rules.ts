/** A place in a contribution as a form or an address names it: its id, or `id:start:end` in code points of its text. */

export type PlaceInVoice = { voiceId: string; start: number | null; end: number | null }

export function writePlace({ voiceId, start, end }: PlaceInVoice): string {
	return start === null || end === null ? voiceId : `${voiceId}:${start}:${end}`
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One tick for several places of a contribution; for all of it where there are none. */
export function writePlaces(voiceId: string, ranges: readonly { start: number; end: number }[]): string {
	if (ranges.length === 0) return voiceId
	return ranges.map((range) => writePlace({ voiceId, ...range })).join(' ')
}

/** The contributions in which these places stand, whole, each once. */
export function wholeVoices(places: readonly PlaceInVoice[]): PlaceInVoice[] {
	return [...new Set(places.map(({ voiceId }) => voiceId))].map((voiceId) => ({ voiceId, start: null, end: null }))
}

/** Places a form names, each once; whatever is none is left out. */
export function readPlaces(given: readonly FormDataEntryValue[]): PlaceInVoice[] {
	const named = given.flatMap((entry) => (typeof entry === 'string' ? entry.split(' ') : []))
	return [...new Set(named)].flatMap((entry): PlaceInVoice[] => {
		const [voiceId = '', start, end] = entry.split(':')
		if (!ID.test(voiceId)) return []
		const range = { start: Number(start), end: Number(end) }
		return Number.isInteger(range.start) && range.end > range.start && range.start >= 0
			? [{ voiceId, ...range }]
			: [{ voiceId, start: null, end: null }]
	})
}
