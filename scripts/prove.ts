/**
 * What takes too long for `npm test`: every `*.prove.ts`, one after the other, with the tables they print.
 *
 *   npm run prove              all of it
 *   npm run prove -- receipts  only files whose path contains the word
 */
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'

process.chdir(join(import.meta.dirname, '..'))
const words = process.argv.slice(2)
const files = globSync('{src,tests}/**/*.prove.ts')
	.map((path) => path.replaceAll('\\', '/'))
	.filter((path) => words.every((word) => path.includes(word)))
	.toSorted()
const args = ['--test', '--test-reporter=spec', '--test-concurrency=1', ...files]
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
process.exit(files.length > 0 ? (status ?? 1) : 2)
