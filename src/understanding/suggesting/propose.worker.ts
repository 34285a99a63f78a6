/** The thread in which the machine learns: it may take seconds, and nobody waits for it. */
import { serialize } from 'node:v8'
import { parentPort, workerData } from 'node:worker_threads'
import { propose, type Heard, type KnownTheme } from './proposing.rules.ts'

const { heard, themes: known } = workerData as { heard: Heard[]; themes: KnownTheme[] }
const { themes, stances, ...found } = propose(heard, known)
const weights = new Uint8Array(serialize({ themes, stances }))
parentPort!.postMessage({ ...found, weights }, [weights.buffer])
