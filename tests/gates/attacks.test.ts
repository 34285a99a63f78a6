/** What docs/attacks.md promises is tested, is tested. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

test('every attack the documentation lists has the tests it names', () => {
	const files = globSync('{src,tests,demo}/**/*.{test,prove}.ts').map((path) => readFileSync(path, 'utf8'))
	const known = new Set(
		files.flatMap((text) => [...text.matchAll(/\btest\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gs)].map(([, , name]) => name!)),
	)
	const rows = readFileSync('docs/attacks.md', 'utf8')
		.split('\n')
		.filter((line) => line.startsWith('| ') && !/^\| (Attack|---)/.test(line))
	assert.ok(rows.length > 30)
	const named = rows.map((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, name]) => name!))
	assert.deepEqual(
		named.filter((tests) => tests.length === 0),
		[],
		'an attack without a test',
	)
	assert.deepEqual(
		named.flat().filter((name) => !known.has(name)),
		[],
	)
})
