/** Every sentence exists in every language, every refusal has its sentence, and every setting its line in the manual. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { test } from 'node:test'
import { SETTING_NAMES } from '#platform/settings.ts'

type Words = Record<string, unknown>

const folders = globSync('src/*/words').toSorted()
const sources = globSync('src/**/*.{ts,tsx}').filter((path) => !path.includes('compiled') && !path.includes('.test.'))
const code = sources.map((path) => readFileSync(path, 'utf8')).join('\n')

test('German and English say the same things, with the same blanks', () => {
	for (const folder of folders) {
		const [de, en] = [read(`${folder}/de.json`), read(`${folder}/en.json`)]
		assert.deepEqual(Object.keys(de).toSorted(), Object.keys(en).toSorted(), folder)
		for (const key of Object.keys(de)) assert.deepEqual(blanks(de[key]), blanks(en[key]), `${folder}: ${key}`)
	}
})

test('no key is used by two stages, and every key begins with its stage', () => {
	const seen = new Map<string, string>()
	for (const folder of folders) {
		const stage = basename(dirname(folder))
		for (const key of Object.keys(read(`${folder}/de.json`))) {
			assert.ok(!seen.has(key), `${key} stands in ${folder} and in ${seen.get(key)}`)
			assert.ok(key.startsWith(`${stage}_`) || key.startsWith('problem_') || key === '$schema', `${folder}: ${key}`)
			seen.set(key, folder)
		}
	}
})

test('every refusal has a sentence, and every sentence a refusal', () => {
	const refused = new Set(
		[...code.matchAll(/new Problem\(\s*'[a-z-]+',\s*'([a-z0-9-]+)'/g)].map(
			([, name]) => `problem_${name!.replaceAll('-', '_')}`,
		),
	)
	const said = new Set(
		folders.flatMap((folder) => Object.keys(read(`${folder}/de.json`))).filter((key) => key.startsWith('problem_')),
	)
	const unsaid = [...refused].filter((key) => !said.has(key))
	assert.deepEqual(unsaid, [], 'refusals without a sentence')
	const unused = [...said].filter(
		(key) => !refused.has(key) && !code.includes(`'${key.slice(8).replaceAll('_', '-')}'`),
	)
	assert.deepEqual(unused, [], 'sentences without a refusal')
})

test('docs/running.md lists exactly the settings there are', () => {
	const listed = [...readFileSync('docs/running.md', 'utf8').matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name)
	assert.deepEqual(listed.toSorted(), SETTING_NAMES.toSorted())
})

function blanks(words: unknown): string[] {
	return [...new Set([...JSON.stringify(words).matchAll(/\{\s*(\w+)\s*\}/g)].map(([, name]) => name!))].toSorted()
}

function read(path: string): Words {
	return JSON.parse(readFileSync(path, 'utf8')) as Words
}
