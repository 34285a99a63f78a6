import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const folder = mkdtempSync(join(tmpdir(), 'gehoert-names-'))
after(() => rmSync(folder, { recursive: true }))

const pseudonymise = (...words: string[]) =>
	spawnSync(
		process.execPath,
		['src/cli.ts', 'pseudonymise', ...words, '--data', join(folder, 'data'), '--lang', 'de'],
		{ encoding: 'utf8' },
	)

test('a text is shown with what would stand in it instead of its names, without any database', () => {
	const path = join(folder, 'gespräch.txt')
	writeFileSync(path, 'B1: 👩‍👩‍👧 Frau Kwiatkowski hat Müllers Hof gekauft.\n')
	const { status, stdout } = pseudonymise(path, '--json')
	assert.equal(status, 0)
	const { text, findings } = JSON.parse(stdout) as {
		text: string
		findings: { start: number; end: number; kind: string; replacement: string }[]
	}
	const signs = [...text]
	assert.deepEqual(
		findings.map(({ start, end, kind, replacement }) => [signs.slice(start, end).join(''), kind, replacement]),
		[
			['Kwiatkowski', 'person', '[Person 1]'],
			['Müllers', 'person', '[Person 2]s'],
		],
	)
	assert.match(pseudonymise(path).stdout, /Frau \[Person 1\] hat \[Person 2\]s Hof gekauft\./)
})

test('a file that is not there, or of a kind nobody reads, is refused by name', () => {
	const missing = pseudonymise(join(folder, 'nichts.txt'))
	assert.equal(missing.status, 1)
	assert.match(missing.stderr, /nichts\.txt/)
	writeFileSync(join(folder, 'bild.png'), 'x')
	assert.equal(pseudonymise(join(folder, 'bild.png')).status, 1)
	assert.equal(pseudonymise().status, 2)
})
