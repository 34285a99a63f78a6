/**
 * Finds lines that belong to the page and not to the conversation: page numbers, and the header or footer beside them.
 * Careful rather than complete: a line goes only when several pages say the same, never because of how it looks alone.
 */

/** Indexes of the lines to leave out. `lines` have no line ends; a form feed inside a line marks a new page. */
export function findPageLines(lines: readonly string[]): Set<number> {
	const numbered = lines.flatMap((line, at) => (isPageNumber(line) ? [at] : []))
	const counted = countingLines(lines)
	const marks = new Set([...(numbered.length >= MIN_PAGES ? numbered : []), ...counted])
	const pageBreaks = lines.flatMap((line, at) => (line.includes('\f') ? [at] : []))
	return new Set([...marks, ...repeatedBeside(lines, [...marks, ...pageBreaks], marks)])
}

/** Fewer pages than this prove nothing. */
const MIN_PAGES = 2

function isPageNumber(line: string): boolean {
	return (
		line.length < 40 &&
		/^\s*(?:(?:Seite|Page|S\.)\s{0,2}\d{1,4}(?:\s*(?:von|of|\/)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—])\s*$/u.test(line)
	)
}

/** Lone numbers count as page numbers only if they count: 2, 3, 4 … */
function countingLines(lines: readonly string[]): number[] {
	const lone = lines.flatMap((line, at) =>
		/^\s{0,80}\d{1,4}\s{0,80}$/.test(line) ? [{ at, number: Number(line) }] : [],
	)
	const counts = lone.every(({ number }, at) => at === 0 || number === lone[at - 1]!.number + 1)
	return counts && lone.length >= 3 && lone[0]!.number <= 3 ? lone.map(({ at }) => at) : []
}

/** Lines that touch a page mark and are the same on at least three pages, digits aside. */
function repeatedBeside(lines: readonly string[], marks: readonly number[], known: ReadonlySet<number>): number[] {
	const beside = new Map<string, Set<number>>()
	for (const at of marks.flatMap((mark) => [...touching(lines, mark, -1), ...touching(lines, mark, 1)])) {
		const shape = words(lines[at]).replace(/\d+/g, '#')
		if (shape.length <= 120 && !known.has(at)) beside.set(shape, (beside.get(shape) ?? new Set()).add(at))
	}
	return [...beside.values()].filter((same) => same.size >= 3).flatMap((same) => [...same])
}

/** Up to two lines above or below a mark, and the mark itself if it is a line with a form feed; a blank line ends them. */
function touching(lines: readonly string[], mark: number, step: -1 | 1): number[] {
	const found = words(lines[mark]) !== '' && step === 1 ? [mark] : []
	for (let at = mark + step; found.length < 3 && words(lines[at]) !== ''; at += step) found.push(at)
	return found
}

function words(line: string | undefined): string {
	return line?.replaceAll('\f', '').trim() ?? ''
}
