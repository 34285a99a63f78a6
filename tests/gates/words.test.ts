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

/** A count before a German noun, which begins with a capital. English counts the same things. */
const COUNTED =
	/\{(codings|contributions|conversations|count|days|entries|found|kept|memos|open|passages|people|persons|speakers|themes|total|turns|units|voices)\} (?:[a-zäöüß]+ )?\p{Lu}/u

/** Sentences whose number is never one, or whose noun is the same for one and for many. */
const NEVER_ONE = new Set([
	'acting_due_soon', // one day left is "tomorrow"
	'listening_names_everywhere', // offered for two and more
	'people_mail_invitation_once', // a fixed number of days
	'publishing_record_answer_label', // at least five
	'publishing_record_measure_labels', // at least five
	'understanding_matrix_caption', // what is counted, not how many
	'understanding_sample_own_progress',
	'understanding_saturation_full', // the last five
	'understanding_search_more_than', // a limit
	'understanding_search_total', // "Treffer"
])

test('a sentence that counts speaks of one as well as of many', () => {
	for (const folder of folders) {
		for (const [key, words] of Object.entries(read(`${folder}/de.json`))) {
			const saysOne = typeof words !== 'string' || !COUNTED.test(words) || NEVER_ONE.has(key)
			assert.ok(saysOne, `${folder}: ${key} needs a form for one, or a label: "Stimmen: {voices}"`)
		}
	}
})

test('a sentence with several forms has one for each number that may come', () => {
	for (const path of globSync('src/*/words/{de,en}.json')) {
		for (const [key, words] of Object.entries(read(path))) {
			if (typeof words === 'string') continue
			const [{ match }] = words as [{ match: Record<string, string> }]
			assert.match(
				Object.keys(match).at(-1)!,
				/^\w+=\*(, \w+=\*)*$/,
				`${path}: ${key} ends with the form for all others`,
			)
		}
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
