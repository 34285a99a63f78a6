import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { UsageError, type Command } from './command.ts'
import { runCommand } from './run-command.ts'

const summary = { de: 'Prüft das Protokoll', en: 'Checks the audit log' }
const COMMANDS: Command[] = [
	{ name: 'audit verify', usage: '[--json]', summary, run: async ({ print }) => print('unverändert') },
	{
		name: 'search',
		usage: 'QUERY',
		summary: { de: 'Sucht', en: 'Searches' },
		run: async ({ words }) => {
			if (words.length === 0) throw new UsageError('QUERY')
		},
	},
]

/** Runs the command line and gives its exit code and what it said on both outputs. */
async function run(test: TestContext, line: string) {
	const said: string[] = []
	for (const output of [process.stdout, process.stderr])
		test.mock.method(output, 'write', (text: string) => said.push(text) > 0)
	const code = await runCommand(COMMANDS, line === '' ? [] : line.split(' '))
	test.mock.restoreAll()
	return { code, said: said.join('') }
}

test('whoever asks for help is shown all commands, one of them or those that belong together', async (context) => {
	for (const line of ['', 'help', '--help', '-h']) {
		const { code, said } = await run(context, line)
		assert.equal(code, 0)
		assert.match(said, /gehoert audit verify[\s\S]*gehoert search QUERY[\s\S]*--lang de\|en/)
	}
	for (const line of ['help search', 'search --help']) {
		const { code, said } = await run(context, line)
		assert.equal(code, 0)
		assert.match(said, /gehoert search QUERY\n {6}Sucht/)
		assert.doesNotMatch(said, /audit/)
	}
	const together = await run(context, 'help audit --lang en')
	assert.equal(together.code, 0)
	assert.match(together.said, /Checks the audit log/)
})

test('a command nobody knows is named, with the one that was probably meant', async (context) => {
	const misspelt = await run(context, 'serach Bus')
	assert.equal(misspelt.code, 2)
	assert.match(misspelt.said, /„serach“ gibt es nicht. Meinten Sie „gehoert search“/)
	const strange = await run(context, 'xyzzy --lang en')
	assert.equal(strange.code, 2)
	assert.match(strange.said, /There is no command “xyzzy”/)
})

test('what is missing or wrong is said in a sentence, in the language asked for', async (context) => {
	const wrong = [
		['search', /Das fehlt oder passt nicht: QUERY\nSo geht es:\n {2}gehoert search QUERY/],
		['search --lang en', /Missing or wrong: QUERY/],
		['search Bus --fast', /Die Option --fast gibt es hier nicht/],
		['search Bus --data', /Die Option --data passt so nicht/],
		['search Bus --json=3', /Die Option --json passt so nicht/],
		['search Bus --lang fr', /--lang de\|en/],
	] as const
	for (const [line, sentence] of wrong) {
		const { code, said } = await run(context, line)
		assert.equal(code, 2, line)
		assert.match(said, sentence)
	}
})
