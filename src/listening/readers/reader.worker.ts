/** The thread in which files are read: it may take long or die without anybody else noticing. */
import { parentPort, workerData } from 'node:worker_threads'
import { Problem } from '#platform/problem.ts'
import type { ThreadAnswer } from './read-file.ts'
import type { GivenFile, ReadOptions } from './read-options.ts'
import { readerFor } from './readers.ts'

const { file, options } = workerData as { file: GivenFile; options: ReadOptions }

parentPort?.postMessage(await answer())

async function answer(): Promise<ThreadAnswer> {
	try {
		return { result: await readerFor(file.name).read(file, options) }
	} catch (error) {
		if (error instanceof Problem) return { refused: { kind: error.kind, code: error.code, facts: error.facts } }
		// Only the stack's places, never its words: the message may quote the file.
		return {
			bug:
				error instanceof Error
					? `reading failed: ${error.name} ${error.stack?.split('\n').slice(1, 6).join(' ')}`
					: 'reading failed',
		}
	}
}
