/**
 * How long it takes to find names in 1 MB of what people say: the goal is ≤ 1 s. `node bench/names.ts`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findNames } from '#protecting/find-names.rules.ts'
import { namesOfGermany } from '#protecting/names-of-germany.ts'

const FOLDER = join(import.meta.dirname, '../demo/birkenrode/conversations')
const ROUNDS = 5

const said = readdirSync(FOLDER)
	.map((name) => readFileSync(join(FOLDER, name), 'utf8'))
	.join('\n')
const loading = performance.now()
const gazetteer = { ...namesOfGermany(), own: [{ kind: 'place' as const, name: 'Oberlohe' }] }
const listsMilliseconds = Math.round(performance.now() - loading)

const rows = [0.1, 0.5, 1].map((megabytes) => {
	const characters = megabytes * 1_000_000
	const text = said.repeat(Math.ceil(characters / said.length)).slice(0, characters)
	const times = Array.from({ length: ROUNDS }, () => {
		const start = performance.now()
		findNames(text, gazetteer)
		return Math.round(performance.now() - start)
	}).toSorted((one, other) => one - other)
	return { megabytes, median: times[Math.floor(ROUNDS / 2)]!, best: times[0]!, lists: listsMilliseconds }
})
console.table(rows)
