/** Reads a file somebody brought: checked, within limits, and where it may hurt in a thread of its own. */
import { Worker } from 'node:worker_threads'
import { Problem, type ProblemFacts, type ProblemKind } from '#platform/problem.ts'
import type { PreparedConversation } from '../prepared-conversation.ts'
import type { Warning } from '../tables.ts'
import { FILE_LIMIT_BYTES } from './decode-text.ts'
import type { GivenFile, ReadOptions, ReadResult } from './read-options.ts'
import { readerFor } from './readers.ts'

/** What a thread may take before it is ended. */
const READING_LIMIT_SECONDS = 30
const READING_LIMIT_MEGABYTES = 512

export type ReadFile = { conversations: PreparedConversation[]; warnings: Warning[] }

export type HowToRead = {
	/** A server must go on answering: every file is read in a thread. */
	besideServer: boolean
}

/**
 * Conversations of a file, with the file itself as their source, or with what is left of it without its traces.
 *
 * @throws {Problem} `file-empty`, `file-too-large`, `file-kind-unknown`, `reading-takes-too-long`, and what the readers refuse
 */
export async function readFile(file: GivenFile, options: ReadOptions, { besideServer }: HowToRead): Promise<ReadFile> {
	const { bytes, name } = file
	if (bytes.byteLength === 0) throw new Problem('invalid', 'file-empty')
	if (bytes.byteLength > FILE_LIMIT_BYTES)
		throw new Problem('too-large', 'file-too-large', { megabytes: FILE_LIMIT_BYTES / 1024 / 1024 })
	const { isHeavy, mediaType, read } = readerFor(name)
	const { reader, conversations, warnings, cleaned } =
		isHeavy || besideServer ? await readInThread(file, options) : await read(file, options)
	const source = { name, mediaType, bytes: cleaned ?? bytes, report: { reader, warnings } }
	return { conversations: conversations.map((conversation) => ({ ...conversation, source })), warnings }
}

/** What the thread answers. */
export type ThreadAnswer =
	| { result: ReadResult }
	| { refused: { kind: ProblemKind; code: string; facts: ProblemFacts } }
	| { bug: string }

function readInThread(file: GivenFile, options: ReadOptions): Promise<ReadResult> {
	const worker = new Worker(new URL('./reader.worker.ts', import.meta.url), {
		workerData: { file, options },
		resourceLimits: { maxOldGenerationSizeMb: READING_LIMIT_MEGABYTES, stackSizeMb: 4 },
	})
	return new Promise<ReadResult>((answered, failed) => {
		const timer = setTimeout(() => failed(tooMuch()), READING_LIMIT_SECONDS * 1000)
		worker.once('message', (answer: ThreadAnswer) => {
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
