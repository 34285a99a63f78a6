import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Heard, KnownTheme, Proposed } from './proposing.rules.ts'

/** Two models as bytes; `node:v8` reads them again. */
export type ThreadAnswer = Pick<Proposed, 'report' | 'proposals'> & { weights: Uint8Array }

/** Learning from 10,000 contributions takes seconds; what takes this long hangs. */
const LIMIT_MS = 10 * 60_000

/** `propose` beside everything else that goes on. */
export async function proposeInThread(heard: Heard[], themes: KnownTheme[]): Promise<ThreadAnswer> {
	const worker = new Worker(new URL('./propose.worker.ts', import.meta.url), { workerData: { heard, themes } })
	try {
		const [answer] = (await once(worker, 'message', { signal: AbortSignal.timeout(LIMIT_MS) })) as [ThreadAnswer]
		return answer
	} finally {
		await worker.terminate()
	}
}
