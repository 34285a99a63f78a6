/** The thread in which foreign PDFs are read and drawn: it may take long or die without anybody else noticing. */
import { parentPort, workerData } from 'node:worker_threads'
import { drawPage, openPdf, type OpenedPdf } from '#platform/pdf/open-pdf.ts'
import type { ThreadAnswer } from './draw-pdf.ts'

/** Handwriting and small print stay readable; a page takes less than a megabyte even with a scanner's noise. */
const SIZE = { dotsPerInch: 150, longestSide: 2400 }
/** What the reader may take: a page that needs more was made to. */
const MEMORY_LIMIT_BYTES = 400 * 1024 * 1024

limitMemory()
const port = parentPort!
try {
	const opened = await openPdf(workerData as Uint8Array)
	if (typeof opened === 'string') reply({ refused: opened })
	else if (opened.isProgrammedForm) reply({ refused: 'form' })
	else serve(opened)
} catch (error) {
	replyTo(error)
}

function serve(opened: OpenedPdf) {
	port.on('message', (position: number) => {
		try {
			const drawn = drawPage(opened, position, SIZE)
			if (drawn) reply({ drawn }, [drawn.pixels.buffer])
			else reply({ refused: 'broken' })
		} catch (error) {
			replyTo(error)
		}
	})
	reply({ pageCount: opened.pageCount })
}

function reply(answer: ThreadAnswer, moved: ArrayBuffer[] = []) {
	port.postMessage(answer, moved)
}

/** Out of memory, or lost in a damaged file: the reader stops, whatever the reason. */
function replyTo(error: unknown) {
	if (!(error instanceof WebAssembly.RuntimeError)) throw error
	reply({ refused: 'heavy' })
}

/** Neither the thread's own limits nor PDFium's know of each other: WebAssembly may grow to 2 GB unless it is told no. */
function limitMemory() {
	const memory = WebAssembly.Memory.prototype
	const { value: grow } = Object.getOwnPropertyDescriptor(memory, 'grow') as { value: Grow }
	memory.grow = function limited(pages: number) {
		if (this.buffer.byteLength + pages * 65_536 > MEMORY_LIMIT_BYTES) throw new RangeError('more than a page may take')
		return grow.call(this, pages)
	}
}

type Grow = (this: WebAssembly.Memory, pages: number) => number
