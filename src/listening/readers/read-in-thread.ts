/** A thread in which files are read: it may take long or die without anybody else noticing. */
import { parentPort, Worker } from 'node:worker_threads'
import { Problem, type ProblemFacts, type ProblemKind } from '#platform/problem.ts'

/** What a thread may take before it is ended. */
const READING_LIMIT_SECONDS = 30
const READING_LIMIT_MEGABYTES = 512

type ThreadAnswer<Result> =
	| { result: Result }
	| { refused: { kind: ProblemKind; code: string; facts: ProblemFacts } }
	| { bug: string }

/**
 * What the thread at `url`, given `workerData`, answers with `answerFromThread`.
 *
 * @throws {Problem} `reading-takes-too-long`, and what is refused in the thread
 */
export function readInThread<Result>(url: URL, workerData: unknown): Promise<Result> {
	const worker = new Worker(url, {
		workerData,
		resourceLimits: { maxOldGenerationSizeMb: READING_LIMIT_MEGABYTES, stackSizeMb: 4 },
	})
	return new Promise<Result>((answered, failed) => {
		const timer = setTimeout(() => failed(tooMuch()), READING_LIMIT_SECONDS * 1000)
		worker.once('message', (answer: ThreadAnswer<Result>) => {
			if ('result' in answer) answered(answer.result)
			else if ('refused' in answer) failed(new Problem(answer.refused.kind, answer.refused.code, answer.refused.facts))
			else failed(new Error(answer.bug))
		})
		worker.once('error', (error: NodeJS.ErrnoException) =>
			failed(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : error),
		)
		worker.once('exit', () => {
			clearTimeout(timer)
			failed(tooMuch())
		})
	}).finally(() => worker.terminate())
}

function tooMuch() {
	return new Problem('too-large', 'reading-takes-too-long')
}

/** Called in the thread, once. */
export async function answerFromThread<Result>(read: () => Promise<Result>) {
	parentPort?.postMessage(await answerOf(read))
}

async function answerOf<Result>(read: () => Promise<Result>): Promise<ThreadAnswer<Result>> {
	try {
		return { result: await read() }
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
