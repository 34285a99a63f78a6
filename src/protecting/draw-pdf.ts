/** Draws an uploaded PDF anew, page by page, as pictures: what cannot be seen is not in the new file. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { Problem } from '#platform/problem.ts'
import type { DrawnPage } from '#platform/pdf/open-pdf.ts'
import { picturesAsPdf, type PicturePage } from './pictures-as-pdf.ts'

/** A signed paper has a few pages; a whole folder of papers is no scan of one consent. */
const MOST_PAGES = 40
/** Twenty scanned pages take a few seconds; what takes this long was made to. */
const DRAWING_LIMIT_SECONDS = 60

/** What the thread answers: first that it has read the file, then one page for each it is asked for. */
export type ThreadAnswer =
	| { pageCount: number }
	| { drawn: DrawnPage }
	| { refused: 'locked' | 'broken' | 'form' | 'heavy' }

const CODES = {
	locked: 'upload-pdf-locked',
	broken: 'upload-pdf-broken',
	form: 'upload-pdf-form',
	heavy: 'upload-pdf-heavy',
} as const

/**
 * @param drawJpeg makes the picture of a page; called once per page, one after the other
 * @throws {Problem} `upload-pdf-locked`, `upload-pdf-broken`, `upload-pdf-form` for one whose pages a program makes,
 * `upload-pdf-no-pages`, `upload-pdf-too-many-pages`, `upload-pdf-heavy` for what takes too much time or memory
 */
export async function drawPdf(
	bytes: Uint8Array,
	drawJpeg: (page: DrawnPage) => Promise<Uint8Array>,
): Promise<Uint8Array> {
	const worker = new Worker(new URL('./draw-pdf.worker.ts', import.meta.url), {
		workerData: bytes,
		// What a reader of PDFs complains about may quote the file.
		stdout: true,
		stderr: true,
	})
	const signal = AbortSignal.timeout(DRAWING_LIMIT_SECONDS * 1000)
	try {
		const { pageCount } = (await answerOf(worker, signal)) as { pageCount: number }
		if (pageCount === 0) throw new Problem('invalid', 'upload-pdf-no-pages')
		if (pageCount > MOST_PAGES)
			throw new Problem('too-large', 'upload-pdf-too-many-pages', { pages: pageCount, limit: MOST_PAGES })
		const pages: PicturePage[] = []
		// Each page is asked for when the one before is done: a page's pixels are many times the file.
		for (let position = 0; position < pageCount; position++) {
			worker.postMessage(position)
			const { drawn } = (await answerOf(worker, signal)) as { drawn: DrawnPage }
			const { width, height, points } = drawn
			pages.push({ jpeg: await drawJpeg(drawn), width, height, points })
		}
		return picturesAsPdf(pages)
	} catch (error) {
		if (signal.aborted) throw new Problem('too-large', CODES.heavy)
		throw error
	} finally {
		await worker.terminate()
	}
}

async function answerOf(worker: Worker, signal: AbortSignal): Promise<ThreadAnswer> {
	const [answer] = (await once(worker, 'message', { signal })) as [ThreadAnswer]
	if ('refused' in answer) throw new Problem('invalid', CODES[answer.refused])
	return answer
}
