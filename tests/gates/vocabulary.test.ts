/** The house keeps its order: files are called what they are, stages explain themselves, words mean one thing. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { test } from 'node:test'

const STAGES = [
	'platform',
	'method',
	'people',
	'protecting',
	'listening',
	'understanding',
	'focusing',
	'acting',
	'answering',
	'publishing',
]
const SAY_NOTHING =
	/^(utils?|helpers?|common|misc|types|constants|index|shared|manager|stuff)(\.(test|rules))?\.[tj]sx?$/

const files = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
const known = files.status === 0 ? files.stdout.trim().split('\n') : globSync('{src,scripts,tests,docs,demo}/**/*.*')
const sources = globSync('{src,scripts,tests}/**/*.{ts,tsx,mjs}').filter((path) => !path.includes('compiled'))

test('no file has a name that says nothing', () => {
	assert.deepEqual(
		sources.filter((path) => SAY_NOTHING.test(basename(path))),
		[],
	)
	assert.deepEqual(
		sources.filter((path) => /\/(utils|helpers|common|misc|types|constants|lib)\//.test(path)),
		[],
	)
})

test('files are called in lower case with hyphens', () => {
	const odd = sources.filter((path) => !/^\$?[a-z0-9]+([-.][a-z0-9]+)*\.(ts|tsx|mjs)$/.test(basename(path)))
	assert.deepEqual(odd, [])
})

test('every stage says in fifteen lines or fewer what it is for', () => {
	for (const stage of STAGES) {
		const lines = readFileSync(`src/${stage}/README.md`, 'utf8').trim().split('\n')
		assert.ok(lines.length <= 15, `src/${stage}/README.md has ${lines.length} lines`)
	}
})

test('a decision is told in forty lines or fewer', () => {
	for (const path of globSync('docs/decisions/*.md')) {
		const lines = readFileSync(path, 'utf8').trim().split('\n')
		assert.ok(lines.length <= 40, `${path} has ${lines.length} lines`)
		assert.match(basename(path), /^\d{4}-[a-z0-9-]+\.md$/)
	}
})

test('the words that docs/words.md rules out name no file and no export', () => {
	const out = [...readFileSync('docs/words.md', 'utf8').matchAll(/^\|.*\|([^|]*)\|$/gm)].flatMap(([, cell]) =>
		[...cell!.matchAll(/`([a-z]+)`/g)].map(([, word]) => word!),
	)
	assert.ok(out.length > 10, 'the list can be read')
	const isOut = (name: string) => name.split(/[-._]|(?=[A-Z])/).some((part) => out.includes(part.toLowerCase()))
	const named = sources.flatMap((path) => [
		basename(path).replace(/\.\w+$/, ''),
		...[...readFileSync(path, 'utf8').matchAll(/^export (?:async )?(?:function|const|type|class) (\w+)/gm)].map(
			([, name]) => name!,
		),
	])
	assert.deepEqual([...new Set(named.filter(isOut))], [])
})

test('nothing that belongs to one machine or to one hosting company is in the tree', () => {
	assert.deepEqual(
		known.filter((path) => /^(\.github|\.gitlab-ci|node_modules|data|build)(\/|$)/.test(path)),
		[],
	)
})

test('every licence named in REUSE.toml lies in LICENSES, and LICENSE is the one of package.json', () => {
	const used = [...readFileSync('REUSE.toml', 'utf8').matchAll(/SPDX-License-Identifier = "(.+)"/g)].flatMap(
		([, names]) => names!.split(' AND '),
	)
	const texts = globSync('LICENSES/*.txt').map((path) => basename(path, '.txt'))
	assert.deepEqual([...new Set(used)].toSorted(), texts.toSorted())
	const { license } = JSON.parse(readFileSync('package.json', 'utf8')) as { license: string }
	assert.equal(readFileSync('LICENSE', 'utf8'), readFileSync(`LICENSES/${license}.txt`, 'utf8'))
})
