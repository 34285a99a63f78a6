/** Killed in the middle: every voice that was thanked for is there, none twice, and no import is half there. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { startJourney } from './browser.ts'

const journey = await startJourney()
const LAUNCHER = join(import.meta.dirname, '../../bin/gehoert')

test('a server that is killed while people speak has every voice it thanked for, and none twice', async () => {
	const thanked: string[] = []
	const speak = async (who: number) => {
		const page = await journey.visitor()
		for (let turn = 0; turn < 12; turn++) {
			const word = `Zeichenwort${who}x${turn}q`
			await page.goto('/mitreden')
			await page.fill('textarea[name=text]', `Bitte merken: ${word}`)
			await page.check('input[name=analyse]')
			await page.locator('main form button').click()
			await page.locator('.receipt__code').waitFor()
			thanked.push(word)
		}
	}
	const speaking = Promise.allSettled(Array.from({ length: 4 }, (_, who) => speak(who)))
	while (thanked.length < 6) await new Promise((passed) => setTimeout(passed, 50))
	await journey.killAndRestart()
	await speaking
	assert.ok(thanked.length > 0, 'somebody was thanked')
	const found = JSON.parse(await journey.gehoert('search', 'Bitte merken', '--limit', '100', '--json')) as {
		hits: { snippet: string }[]
	}
	const kept = found.hits.flatMap(({ snippet }) => snippet.match(/Zeichenwort\d+x\d+q/g) ?? [])
	assert.deepEqual(
		thanked.filter((word) => kept.filter((one) => one === word).length !== 1),
		[],
		'each once',
	)
})

test('an import that is killed leaves nothing, and run again it brings everything', async () => {
	const file = join(journey.dataFolder, 'stimmen.csv')
	const rows = Array.from(
		{ length: 1500 },
		(_, at) => `${at},"Die Laterne Nummer ${at} in der Lindenstraße flackert seit Wochen."`,
	)
	writeFileSync(file, ['id,text', ...rows].join('\n'))
	const importing = [
		'import',
		file,
		'--round',
		'birkenrode-hoert-zu',
		'--format',
		'written',
		'--columns',
		'text=text,id=id',
		'--json',
		'--data',
		journey.dataFolder,
	]
	const first = spawn(process.execPath, [LAUNCHER, ...importing], { stdio: 'ignore', detached: true })
	await new Promise((passed) => setTimeout(passed, 2000))
	if (first.exitCode === null) process.kill(-first.pid!, 'SIGKILL')
	await (first.exitCode === null && first.signalCode === null ? once(first, 'exit') : null)
	// Of a phrase nothing that only resembles it is found.
	const count = async () =>
		(
			JSON.parse(await journey.gehoert('search', '"flackert seit Wochen"', '--limit', '1', '--json')) as {
				total: number
			}
		).total
	assert.ok([0, 1500].includes(await count()), 'all or nothing')
	await journey.gehoert(
		'import',
		file,
		'--round',
		'birkenrode-hoert-zu',
		'--format',
		'written',
		'--columns',
		'text=text,id=id',
	)
	assert.equal(await count(), 1500)
})

test('a second server on the same data folder is refused with the pid of the first', async () => {
	const second = spawn(process.execPath, [LAUNCHER, 'serve', '--port', '0', '--data', journey.dataFolder], {
		stdio: ['ignore', 'ignore', 'pipe'],
	})
	let said = ''
	second.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
	const [code] = (await once(second, 'exit')) as [number]
	assert.equal(code, 1)
	assert.match(said, /Prozess \d+/)
})
