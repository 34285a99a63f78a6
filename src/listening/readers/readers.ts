/** Which reader reads which file. */
import { Problem } from '#platform/problem.ts'
import type { GivenFile, ReadOptions, ReadResult } from './read-options.ts'

export type Reader = {
	mediaType: string
	/** May take long or need much memory: reads in a thread of its own wherever it is called. */
	isHeavy?: boolean
	read: (file: GivenFile, options: ReadOptions) => Promise<ReadResult>
}

/** By the ending of the file's name, lower case. */
const READERS: Record<string, Reader> = {
	txt: { mediaType: 'text/plain', read: readText },
	md: { mediaType: 'text/markdown', read: readText },
	docx: {
		mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		isHeavy: true,
		read: readDocx,
	},
	vtt: { mediaType: 'text/vtt', read: readCaptions },
	srt: { mediaType: 'application/x-subrip', read: readCaptions },
	csv: { mediaType: 'text/csv', read: readTable },
	tsv: { mediaType: 'text/tab-separated-values', read: readTable },
}

// Each is loaded when it is needed, because a thread begins with nothing.
async function readText(file: GivenFile, options: ReadOptions): Promise<ReadResult> {
	return (await import('./read-text.ts')).readText(file, options)
}
async function readDocx(file: GivenFile, options: ReadOptions): Promise<ReadResult> {
	return (await import('./read-docx.ts')).readDocx(file, options)
}
async function readCaptions(file: GivenFile, options: ReadOptions): Promise<ReadResult> {
	return (await import('./read-captions.ts')).readCaptions(file, options)
}
async function readTable(file: GivenFile, options: ReadOptions): Promise<ReadResult> {
	return (await import('./read-table.ts')).readTable(file, options)
}

export const READABLE_ENDINGS = Object.keys(READERS)

/** Lower-case ending of a file's name without the dot; empty when it has none. */
export function endingOf(name: string): string {
	return /\.([A-Za-z0-9]{1,12})$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** @throws {Problem} `file-kind-unknown` */
export function readerFor(name: string): Reader {
	const reader = READERS[endingOf(name)]
	if (!reader)
		throw new Problem('invalid', 'file-kind-unknown', {
			ending: endingOf(name) || '–',
			endings: READABLE_ENDINGS.join(', '),
		})
	return reader
}
