/**
 * What the coding desk costs in a browser: 1 MB of transcript with 1,200 codings. Goals: first paint ≤ 1 s, from key to
 * paint ≤ 50 ms. Needs Chromium and a build; runs on an embedded database of its own. `npm run bench -- desk`.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { inInstallation, inMunicipality, type MunicipalityId } from '#platform/database/database.ts'
import { openDatabase } from '#platform/database/open-database.ts'
import { municipalities } from '#people/tables.ts'
import { findCodebook } from '#understanding/codebook/find-codebook.ts'
import { coderByName } from '#understanding/coding/coder-of.ts'
import { findDesk } from '#understanding/coding/find-desk.ts'
import { recordCodings } from '#understanding/coding/record-codings.ts'
import { findChromium } from '../scripts/testing/chromium.ts'

const SENTENCE = 'Wir fahren hin und her, und am Ende weiß niemand, wer über die Straße entscheidet. '
const BYTES = 1_000_000
const CODINGS = 1_200
const KEYS = 10

const folder = mkdtempSync(join(tmpdir(), 'gehoert-bench-desk-'))
const launcher = join(import.meta.dirname, '../bin/gehoert')
const gehoert = (...args: string[]) =>
	new Promise<void>((done, failed) => {
		const command = spawn(process.execPath, [launcher, ...args, '--data', folder], { stdio: 'inherit' })
		command.once('exit', (code) => (code === 0 ? done() : failed(new Error(`${args[0]} ended with ${code}`))))
	})

const turns = Math.ceil(BYTES / (SENTENCE.length * 3))
const text = Array.from({ length: turns }, (_, n) => `B${(n % 9) + 1}: ${SENTENCE.repeat(3).trim()}`).join('\n\n')
writeFileSync(join(folder, 'lang.txt'), text)
await gehoert('init', '--name', 'Birkenrode', '--districts', 'Kernstadt')
await gehoert('round', 'create', 'bench', '--title', 'Bench')
await gehoert('import', join(folder, 'lang.txt'), '--round', 'bench', '--consents', 'analyse')
await codeMany()
const server = spawn(process.execPath, [launcher, 'serve', '--port', '0', '--data', folder, '--lang', 'de'])
let printed = ''
const link = await new Promise<string>((found) =>
	server.stdout.on('data', (chunk: Buffer) => {
		const [address] = /^\s*http:\S+\/werkstatt\/\S+$/m.exec((printed += chunk.toString())) ?? []
		if (address) found(address.trim())
	}),
)
const executablePath = findChromium()
if (!executablePath) throw new Error('no Chromium on this machine')
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
const context = await browser.newContext({ baseURL: new URL(link).origin, viewport: { width: 1360, height: 900 } })
const page = await context.newPage()
await page.goto(link)
await page.click('main button')
await page.waitForLoadState()
const desk = '/werkstatt/gespraeche/lang/codieren'
await page.goto(desk)
await page.waitForSelector('.desk--awake')

const paints: number[] = []
const awake: number[] = []
for (let n = 0; n < 5; n++) {
	await page.goto(desk, { waitUntil: 'commit' })
	await page.waitForSelector('.desk--awake')
	const [paint, woke] = await page.evaluate(() => [
		performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
		performance.now(),
	])
	paints.push(paint!)
	awake.push(woke!)
}
await page.locator('#transkript').focus()
await watchKeys(page)
const keys: Record<string, number[]> = {}
for (let n = 0; n < KEYS; n++)
	for (const key of ['ArrowDown', 'ArrowRight', 'Shift+ArrowDown', '3', 'h', '.', 'z'])
		(keys[key] ??= []).push(await pressed(page, key))

process.stdout.write('| what | median ms | p95 ms |\n|---|---|---|\n')
row('first contentful paint', paints)
row('desk answers keys', awake)
for (const [key, times] of Object.entries(keys)) row(`key ${key} to paint`, times)
await browser.close()
server.kill('SIGTERM')
await new Promise((ended) => server.once('exit', ended))
rmSync(folder, { recursive: true, force: true })

function row(what: string, times: number[]) {
	const sorted = times.toSorted((one, other) => one - other)
	const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(1)
	process.stdout.write(`| ${what} | ${at(0.5)} | ${at(0.95)} |\n`)
}

/** Codings spread over all of it, some of them overlapping. */
async function codeMany() {
	const database = await openDatabase({ dataFolder: folder, databaseUrl: undefined, holder: 'bench' })
	const [town] = await inInstallation(database, (db) => db.select({ id: municipalities.id }).from(municipalities))
	await inMunicipality(database, town!.id as MunicipalityId, async (db) => {
		const { transcriptId, turns: said } = await findDesk(db, 'lang')
		const themes = await findCodebook(db)
		const coderId = await coderByName(db, { kind: 'human', name: 'Ben' })
		const codings = Array.from({ length: CODINGS }, (_, n) => {
			const start = said[(n * 7919) % said.length]!.start + ((n * 13) % 60)
			return { transcriptId, coderId, themeId: themes[n % themes.length]!.id, start, end: start + 40 + (n % 90) }
		})
		await recordCodings(db, { codings, at: new Date() })
	})
	await database.close()
}

/** From then on the page remembers when what each key did was painted. */
async function watchKeys(on: Page) {
	await on.evaluate(() => {
		const watched = window as unknown as { painted: number[] }
		watched.painted = []
		const heard = (event: KeyboardEvent) => {
			if (event.key === 'Shift') return
			requestAnimationFrame(() => setTimeout(() => watched.painted.push(performance.now() - event.timeStamp)))
		}
		document.addEventListener('keydown', heard, { capture: true })
	})
}

/** From the key's press until the frame that shows what it did has been painted. */
async function pressed(on: Page, key: string): Promise<number> {
	const before = await on.evaluate(() => (window as unknown as { painted: number[] }).painted.length)
	await on.keyboard.press(key)
	await on.waitForFunction((n) => (window as unknown as { painted: number[] }).painted.length > n, before)
	return on.evaluate(() => (window as unknown as { painted: number[] }).painted.at(-1)!)
}
