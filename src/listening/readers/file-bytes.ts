/** The bytes of a file somebody names on the command line. */
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { Problem } from '#platform/problem.ts'
import { FILE_LIMIT_BYTES } from './decode-text.ts'

/** @throws {Problem} `file-missing`, `file-too-large` */
export function bytesOf(path: string): Uint8Array {
	const found = statSync(path, { throwIfNoEntry: false })
	if (!found?.isFile()) throw new Problem('not-found', 'file-missing', { name: basename(path) })
	if (found.size > FILE_LIMIT_BYTES)
		throw new Problem('too-large', 'file-too-large', { megabytes: FILE_LIMIT_BYTES / 1024 / 1024 })
	return readFileSync(path)
}
