/** The thread in which one file is read. */
import { workerData } from 'node:worker_threads'
import { answerFromThread } from './read-in-thread.ts'
import type { GivenFile, ReadOptions } from './read-options.ts'
import { readerFor } from './readers.ts'

const { file, options } = workerData as { file: GivenFile; options: ReadOptions }

await answerFromThread(() => readerFor(file.name).read(file, options))
