/** Reads the cues of WebVTT and SRT files: who says what, from when to when, every sentence once. */
import type { Warning } from '../tables.ts'

export type Cue = {
	/** Name in a voice tag `<v Name>`. */
	voice: string | null
	lines: string[]
	fromMs: number | undefined
	toMs: number | undefined
}

/** All cues in the order of the file. Notes, styles, regions and the header are no cues. */
export function readCues(text: string): { cues: Cue[]; warnings: Warning[] } {
	const cues: Cue[] = []
	let withoutTime = 0
	for (const block of blocksOf(text)) {
		const timing = block.findIndex((line) => line.includes('-->'))
		if (timing < 0 || timing > 1) continue
		const { fromMs, toMs } = readTiming(block[timing]!)
		if (fromMs === undefined) withoutTime++
		for (const cue of readPayload(block.slice(timing + 1))) cues.push({ ...cue, fromMs, toMs })
	}
	const isRolling = looksRolling(text, cues)
	const once = isRolling ? unroll(cues) : cues
	return {
		cues: once.filter(({ lines }) => lines.length > 0),
		warnings: [
			...(isRolling ? [{ code: 'rolling-captions-joined', facts: {} }] : []),
			...(withoutTime > 0 ? [{ code: 'cues-without-time', facts: { count: withoutTime } }] : []),
		],
	}
}

/** Only an empty line ends a block: automatic captions hold lines with a single blank. A second timing line begins a new one. */
function blocksOf(text: string): string[][] {
	const blocks: string[][] = [[]]
	for (const line of text.split('\n')) {
		const block = blocks.at(-1)!
		if (line === '') blocks.push([])
		else if (line.includes('-->') && block.some((before) => before.includes('-->'))) {
			// The number of an SRT cue stands above its times.
			const number = /^\s*\d{1,6}\s*$/.test(block.at(-1)!) ? block.splice(-1) : []
			blocks.push([...number, line])
		} else block.push(line)
	}
	return blocks.filter(([first]) => first !== undefined && !/^(?:NOTE|STYLE|REGION|WEBVTT)(?:\s|$)/.test(first))
}

/** Times that no clock shows, or an end before the beginning, are left out; the words stay. */
function readTiming(line: string): Pick<Cue, 'fromMs' | 'toMs'> {
	const [from = '', to = ''] = line.slice(0, 200).split('-->')
	const fromMs = readClock(from.trim())
	const toMs = readClock(to.trim().split(/\s/)[0]!)
	if (fromMs === undefined || toMs === undefined || toMs < fromMs) return { fromMs: undefined, toMs: undefined }
	return { fromMs, toMs }
}

function readClock(clock: string): number | undefined {
	const [, hours = '0', minutes, seconds, ms] = /^(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)[.,](\d{3})$/.exec(clock) ?? []
	return minutes === undefined
		? undefined
		: ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(ms)
}

/** One cue may hold several voices; a line without a tag belongs to the voice before it. */
function readPayload(payload: string[]): Pick<Cue, 'voice' | 'lines'>[] {
	const parts: Pick<Cue, 'voice' | 'lines'>[] = [{ voice: null, lines: [] }]
	for (const line of payload) {
		for (const piece of line.split(/(?=<v[ .\t])/)) {
			const [tag, name] = /^<v(?:\.[^ \t>]{0,80})?[ \t]+([^>]{1,80})>/.exec(piece) ?? []
			if (tag) parts.push({ voice: plainText(name!), lines: [] })
			const words = plainText(tag ? piece.slice(tag.length) : piece)
			if (words !== '') parts.at(-1)!.lines.push(words)
		}
	}
	return parts.filter(({ lines }) => lines.length > 0)
}

const ENTITIES: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	nbsp: ' ',
	quot: '"',
	apos: "'",
	lrm: '',
	rlm: '',
}

/** Without tags and inline times. */
function plainText(line: string): string {
	return line
		.replace(/<[^<>]{0,200}>/g, '')
		.replace(/\{\\an\d\}/g, '')
		.replace(/&([a-z]{2,4});/g, (whole, name: string) => ENTITIES[name] ?? whole)
		.replace(/\s+/g, ' ')
		.trim()
}

/** Automatic captions repeat each line while the next one is being spoken. */
function looksRolling(text: string, cues: readonly Cue[]): boolean {
	if (/<\d{2}:\d{2}:\d{2}\.\d{3}><c/.test(text)) return true
	const repeats = cues.filter((cue, at) => at > 0 && repeatedLines(cues[at - 1]!.lines, cue.lines) > 0).length
	return cues.length >= 4 && repeats >= (cues.length - 1) * 0.4
}

/** How many lines at the beginning of a cue stand at the end of the one before. */
function repeatedLines(before: readonly string[], lines: readonly string[]): number {
	for (let count = Math.min(before.length, lines.length); count > 0; count--) {
		if (lines.slice(0, count).every((line, at) => line === before[before.length - count + at])) return count
	}
	return 0
}

function unroll(cues: readonly Cue[]): Cue[] {
	let before: readonly string[] = []
	return cues.map((cue) => {
		const fresh = cue.lines.slice(repeatedLines(before, cue.lines))
		const [first, ...others] = fresh
		const last = before.at(-1)
		before = cue.lines
		// The same line, longer by the words spoken since.
		const grown =
			first !== undefined && last !== undefined && first.startsWith(`${last} `) ? first.slice(last.length + 1) : first
		return { ...cue, lines: grown === undefined ? [] : [grown, ...others] }
	})
}
