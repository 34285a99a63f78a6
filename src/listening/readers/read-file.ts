/** Reads a file somebody brought: checked, within limits, and where it may hurt in a thread of its own. */
import { Problem } from '#platform/problem.ts'
import type { PreparedConversation } from '../prepared-conversation.ts'
import type { Warning } from '../tables.ts'
import { FILE_LIMIT_BYTES } from './decode-text.ts'
import type { GivenFile, ReadOptions, ReadResult } from './read-options.ts'
import { readInThread } from './read-in-thread.ts'
import { readerFor } from './readers.ts'

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
		isHeavy || besideServer
			? await readInThread<ReadResult>(new URL('./reader.worker.ts', import.meta.url), { file, options })
			: await read(file, options)
	const source = { name, mediaType, bytes: cleaned ?? bytes, report: { reader, warnings } }
	return { conversations: conversations.map((conversation) => ({ ...conversation, source })), warnings }
}
