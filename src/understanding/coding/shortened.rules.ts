/** Long words by their beginning and their end, in UTF-16 units: where a passage begins and ends is what matters. Pure. */
export function shortened(words: string, beginning: number, end: number): string {
	const isShort = words.length <= beginning + end + 20
	return isShort ? words : `${words.slice(0, beginning)} … ${words.slice(-end)}`
}
