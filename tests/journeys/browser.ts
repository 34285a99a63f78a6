/**
 * What a journey needs: a real server with the fictional municipality on a data folder of its own, and a browser. A
 * journey is a file `tests/journeys/<who-does-what>.test.ts`; everything it opens is closed when the file ends.
 */
import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { AxeResults, ElementContext, RunOptions } from 'axe-core'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { findChromium } from '../../scripts/testing/chromium.ts'
import { demoFolder, gehoert, LAUNCHER } from '../../scripts/testing/demo-folder.ts'

/** Folder shared by the journeys of one `npm test`: the municipality is filled in once and then copied. */
const SHARED = process.env['GEHOERT_TEST_FOLDER'] ?? temporaryFolder()

const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } }

export type VisitorOptions = {
	/** Whether the browser runs scripts; default no, as public pages must do without. */
	script?: boolean
	size?: keyof typeof SIZES
	language?: 'de' | 'en'
	dark?: boolean
}

export type Journey = {
	/** `http://localhost:PORT`, without a slash at the end. */
	address: string
	/** The one-time link the first start prints for the team. */
	signInLink: string
	dataFolder: string
	/** Another person with a browser of their own; the page stands at the home page's address, not yet opened. */
	visitor: (options?: VisitorOptions) => Promise<Page>
	/** Runs a command beside the server and returns what it printed. */
	gehoert: (...args: string[]) => Promise<string>
	/** Everything the server has written to its log so far. */
	log: () => string
	/** Ends the server as if the machine had fallen, and starts it again on the same folder and port. */
	killAndRestart: () => Promise<void>
}

export async function startJourney(): Promise<Journey> {
	const dataFolder = temporaryFolder()
	cpSync(await demoFolder(SHARED), dataFolder, { recursive: true })
	let server = await startServer(dataFolder, '0')
	const port = new URL(server.address).port
	const browser = await openBrowser()
	after(async () => {
		await browser.close()
		await stop(server.process)
	})
	return {
		address: server.address,
		signInLink: server.signInLink,
		dataFolder,
		visitor: (options) => newVisitor(browser, server.address, options),
		gehoert: (...args) => gehoert(...args, '--data', dataFolder),
		log: () => server.log(),
		killAndRestart: async () => {
			server.process.kill('SIGKILL')
			server = await startServer(dataFolder, port)
		},
	}
}

/** Fails with the finding, the element and where to read about it, when axe finds anything on the page. */
export async function expectNoAxeFindings(page: Page) {
	const shown = await withScripts(page)
	await shown.evaluate(AXE)
	const results = await shown.evaluate(
		(options) => (window as unknown as { axe: Axe }).axe.run(document, options),
		AXE_OPTIONS,
	)
	const findings = results.violations.flatMap(({ id, help, helpUrl, nodes }) =>
		nodes.map(
			({ html, failureSummary }) => `${id}: ${help}\n  ${html.slice(0, 200)}\n  ${failureSummary}\n  ${helpUrl}`,
		),
	)
	assert.deepEqual(findings, [], `axe on ${page.url()}`)
}

/** The same page where scripts run, for axe: beside a visitor without scripts stands a twin that shows the very same document. */
async function withScripts(page: Page): Promise<Page> {
	// A page just asked for is an empty one until its first words arrive.
	await page.waitForLoadState('domcontentloaded')
	const visitor = visitors.get(page)
	if (!visitor) return page
	const html = await page.content()
	visitor.twin ??= await newTwin(page, visitor.options)
	await visitor.twin.unrouteAll()
	await visitor.twin.route(page.url(), (route) =>
		route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }),
	)
	await visitor.twin.goto(page.url())
	return visitor.twin
}

async function newTwin(page: Page, options: BrowserContextOptions): Promise<Page> {
	const context = await page
		.context()
		.browser()!
		.newContext({ ...options, javaScriptEnabled: true })
	return context.newPage()
}

/** Visitors without scripts, with what their browser is like. */
const visitors = new WeakMap<Page, { options: BrowserContextOptions; twin?: Page }>()

/** Bytes of script a page has asked for or carries within itself; public pages have none. */
export async function scriptBytes(page: Page): Promise<number> {
	return page.evaluate(() => {
		const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
		const asked = loaded.filter(({ initiatorType, name }) => initiatorType === 'script' || /\.m?js(\?|$)/.test(name))
		const inside = [...document.querySelectorAll('script')].map((script) => script.textContent.length)
		return [...asked.map(({ encodedBodySize }) => encodedBodySize), ...inside].reduce((sum, bytes) => sum + bytes, 0)
	})
}

type Axe = { run: (context: ElementContext, options: RunOptions) => Promise<AxeResults> }

const { source: AXE } = createRequire(import.meta.url)('axe-core') as { source: string }

const AXE_OPTIONS: RunOptions = {
	runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
	// Of what is fine only a count is needed.
	resultTypes: ['violations'],
}

async function newVisitor(browser: Browser, address: string, options: VisitorOptions = {}): Promise<Page> {
	const { script = false, size = 'desktop', language = 'de', dark = false } = options
	const likeThis: BrowserContextOptions = {
		baseURL: address,
		javaScriptEnabled: script,
		viewport: SIZES[size],
		isMobile: size === 'phone',
		hasTouch: size === 'phone',
		locale: language === 'de' ? 'de-DE' : 'en-GB',
		colorScheme: dark ? 'dark' : 'light',
		reducedMotion: 'reduce',
	}
	const context = await browser.newContext(likeThis)
	context.setDefaultTimeout(15_000)
	const page = await context.newPage()
	if (!script) visitors.set(page, { options: likeThis })
	return page
}

async function openBrowser(): Promise<Browser> {
	const executablePath = findChromium()
	assert.ok(executablePath, 'no Chromium on this machine; npm test installs one where it may')
	return chromium.launch({
		executablePath,
		// A browser that looks for nothing outside: updates, safe browsing, fonts.
		args: [
			...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
			...['--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--font-render-hinting=none'],
		],
		env: { ...process.env, HOME: SHARED },
	})
}

type Started = { address: string; signInLink: string; process: ChildProcess; log: () => string }

/** Waits for the printed address; the link comes with it on a first start, and is empty later. */
function startServer(dataFolder: string, port: string): Promise<Started> {
	const args = [LAUNCHER, 'serve', '--port', port, '--data', dataFolder, '--lang', 'de']
	const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
	let printed = ''
	let said = ''
	return new Promise((started, failed) => {
		server.stderr.on('data', (chunk: Buffer) => {
			said += chunk.toString()
		})
		server.stdout.on('data', (chunk: Buffer) => {
			printed += chunk.toString()
			const address = /http:\/\/[\w.[\]:]+:\d+/.exec(printed)?.[0]
			if (!address) return
			const begin = (signInLink = '') => started({ address, signInLink, process: server, log: () => printed + said })
			const signInLink = /^\s*(http:\S+\/werkstatt\/\S+)$/m.exec(printed)?.[1]
			if (signInLink) begin(signInLink)
			// The link follows the address at once; a start without one prints nothing more.
			else setTimeout(begin, 1000)
		})
		server.once('exit', (code) => failed(new Error(`the server ended with ${code}:\n${printed}${said.slice(-4000)}`)))
	})
}

async function stop(server: ChildProcess) {
	if (server.exitCode !== null || server.signalCode !== null) return
	const ended = new Promise((done) => server.once('exit', done))
	server.kill('SIGTERM')
	await ended
}

function temporaryFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'gehoert-journey-'))
	after(() => rmSync(folder, { recursive: true, force: true }))
	return folder
}
