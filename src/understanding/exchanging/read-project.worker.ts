/** The thread in which an exchange file is read: unpacking and trying every way of counting may take long. */
import { workerData } from 'node:worker_threads'
import { answerFromThread } from '#listening/readers/read-in-thread.ts'
import type { GivenFile } from '#listening/readers/read-options.ts'
import { planFile } from './plan-file.ts'
import type { PlanOptions } from './project-context.ts'

const { file, options } = workerData as { file: GivenFile; options: PlanOptions }

await answerFromThread(() => planFile(file, options))
