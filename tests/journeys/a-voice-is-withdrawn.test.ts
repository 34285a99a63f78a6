/**
 * Somebody's words are printed, found and in the feed; then they take them back with their receipt. Within a minute they
 * are nowhere any more, the report says that it was revised, and an old backup does not bring them back.
 */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { eq, isNull, like } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { inMunicipality, type MunicipalityDatabase, type MunicipalityId } from '#platform/database/database.ts'
import { openDatabase } from '#platform/database/open-database.ts'
import { textOfPdf } from '#platform/pdf/pdf-text.ts'
import { turns, voices } from '#listening/tables.ts'
import { codePassage } from '#understanding/coding/code-passage.ts'
import { coders, themes } from '#understanding/tables.ts'
import { pickQuote } from '#focusing/pick-quote.ts'
import { focusThemes } from '#focusing/tables.ts'
import { freezeEdition } from '#publishing/freeze-edition.ts'
import { artefacts } from '#publishing/tables.ts'
import { expectNoAxeFindings, startJourney } from './browser.ts'

const journey = await startJourney()
const folder = mkdtempSync(join(tmpdir(), 'gehoert-withdrawn-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** No other text of the municipality holds this word. */
const RARE = 'Wacholderbank'
const WORDS = `Die ${RARE} am Mühlbach hat mein Vater gezimmert, und keiner fragt, ob sie bleiben darf.`
const THEME = '/themen/versorgung'

let code = ''

test('somebody speaks, the team publishes it, and everybody can read, find and print it', async () => {
	code = await speak()
	await inTown(publish)
	for (const [place, says] of await everywhere()) assert.ok(says.includes(RARE), `in ${place}`)
	await journey.gehoert('backup', '--out', join(folder, 'before.backup'))
})

test('with the receipt it is taken back, and is gone from everywhere within a minute', async () => {
	const oldTag = (await fetch(`${journey.address}/bericht/bericht.pdf`)).headers.get('etag')!
	const page = await journey.visitor({ size: 'phone' })
	await openReceipt(page)
	await page.locator('form:has(input[name=channel][value=quote]) button[value=withdraw]').click()
	await page.waitForLoadState()
	const began = performance.now()
	await untilRebuilt()
	const seconds = (performance.now() - began) / 1000
	assert.ok(seconds < 60, `the report was made anew after ${seconds} s`)

	for (const [place, says] of await everywhere()) assert.ok(!says.includes(RARE), `in ${place}`)
	const again = await fetch(`${journey.address}/bericht/bericht.pdf`, { headers: { 'if-none-match': oldTag } })
	assert.equal(again.status, 200, 'a copy of before is not confirmed')
	assert.equal(again.headers.get('cache-control'), 'no-cache')
	const fresh = again.headers.get('etag')!
	const confirmed = await fetch(`${journey.address}/bericht/bericht.pdf`, { headers: { 'if-none-match': fresh } })
	assert.equal(confirmed.status, 304)
})

test('report and pages say that words were taken out, and not whose', async () => {
	const report = await pdfText()
	assert.match(report, /Ausgabe 2, 2\. Fassung/)
	assert.match(report, /überarbeitet am/)
	assert.match(report, /Auf Wunsch von Menschen, die gesprochen haben/)
	const page = await journey.visitor()
	await page.goto('/bericht')
	assert.match(await page.locator('main').innerText(), /Diese Ausgabe wurde überarbeitet/)
	await expectNoAxeFindings(page)
	await page.goto(`/suche?q=${RARE}`)
	assert.match(await page.locator('main').innerText(), /steht hier nichts/)
	await expectNoAxeFindings(page)
	await page.goto('/suche?q=Bus')
	assert.ok((await page.locator('main mark').count()) > 1)
	await expectNoAxeFindings(page)
})

test('the feed is well-formed, and every public page leads to it', async () => {
	const page = await journey.visitor({ script: true })
	await page.goto('/')
	assert.equal(await page.getAttribute('link[type="application/atom+xml"]', 'href'), '/feed.atom')
	const xml = await (await fetch(`${journey.address}/feed.atom`)).text()
	const mistakes = await page.evaluate(
		(text) => new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror')?.textContent,
		xml,
	)
	assert.equal(mistakes, undefined)
})

test('a server that fell and a backup from before bring nothing back', async () => {
	await journey.killAndRestart()
	for (const [place, says] of await everywhere()) assert.ok(!says.includes(RARE), `in ${place}`)

	const data = join(folder, 'restored')
	mkdirSync(data)
	for (const name of ['secrets.json', 'withdrawals.log']) cpSync(join(journey.dataFolder, name), join(data, name))
	const restored = await gehoert('restore', join(folder, 'before.backup'), '--data', data, '--json')
	assert.equal((JSON.parse(restored) as { withdrawnAgain: number }).withdrawnAgain, 1)
	const out = join(folder, 'restored.html')
	await gehoert('report', '--out', out, '--data', data)
	const html = readFileSync(out, 'utf8')
	assert.ok(!html.includes(RARE))
	assert.match(html, /überarbeitet am/)
})

test('whoever writes to the team instead is found by their words, and gone as quickly', async () => {
	const team = await journey.visitor()
	await team.goto(journey.signInLink)
	await team.locator('main form button').click()
	await team.waitForURL(/\/werkstatt/)
	const quote = 'Donnerstagnachmittag steht bei mir im Kalender'
	assert.ok((await (await fetch(`${journey.address}/themen/verwaltungskultur`)).text()).includes(quote))

	await team.goto('/werkstatt/anliegen?q=Donnerstagnachmittag')
	await expectNoAxeFindings(team)
	await team.locator('main .rows a').first().click()
	await expectNoAxeFindings(team)
	await team.locator('main a[href$="/widerruf"]').click()
	await expectNoAxeFindings(team)
	const channels = await team.locator('input[name=kanal]').all()
	for (const channel of channels) await channel.uncheck()
	await team.locator('main form button').click()
	assert.match(await team.getByRole('alert').innerText(), /Erlaubnis|zurücknehmen|wählen/i)
	for (const channel of channels) await channel.check()
	await team.locator('main form button').click()
	await team.waitForURL(/kanal=/)
	await expectNoAxeFindings(team)
	await team.locator('main form[method=post] button').click()
	await team.waitForURL(/getan=/)
	assert.match(await team.locator('main').innerText(), /Das können Sie der Person antworten/)
	await expectNoAxeFindings(team)
	assert.ok(!(await (await fetch(`${journey.address}/themen/verwaltungskultur`)).text()).includes(quote))
})

async function speak(): Promise<string> {
	const page = await journey.visitor({ size: 'phone' })
	await page.goto('/mitreden')
	await page.fill('textarea[name=text]', WORDS)
	await page.check('input[name=analyse]')
	await page.check('input[name=quote]')
	await page.locator('main form button').click()
	return (await page.locator('.receipt__code').innerText()).replace(/\s/g, '')
}

async function openReceipt(page: Page) {
	await page.goto('/beleg')
	await page.fill('input[name=code]', code)
	await page.locator('main form button').click()
	await page.locator('.thread').waitFor()
}

/** What the team does at the coding desk, in the dossier and on the page of editions. */
async function publish(db: MunicipalityDatabase) {
	const at = new Date()
	const [said] = await db
		.select({ transcriptId: turns.transcriptId, start: turns.start, end: turns.end })
		.from(turns)
		.innerJoin(voices, eq(voices.id, turns.voiceId))
		.where(like(voices.text, `%${RARE}%`))
	const [theme] = await db.select({ id: themes.id }).from(themes).where(isNull(themes.archivedAt)).limit(1)
	const [coder] = await db.select({ id: coders.id }).from(coders).limit(1)
	const [focus] = await db.select().from(focusThemes).where(eq(focusThemes.slug, 'versorgung'))
	const coding = await codePassage(db, { ...said!, themeId: theme!.id, coderId: coder!.id, at })
	await pickQuote(db, {
		focusThemeId: focus!.id,
		codingId: coding.id,
		wording: WORDS,
		publicLabel: 'Stimme aus der Gemeinde',
		by: null,
		at,
	})
	const today = at.toISOString().slice(0, 10)
	await freezeEdition(db, { roundId: focus!.roundId, title: 'Birkenrode hört zu', by: null, today, at })
}

/** Every place where published words stand, with what it says. */
async function everywhere(): Promise<[string, string][]> {
	const said: [string, string][] = [['the report as PDF', await pdfText()]]
	// The search page repeats what was asked, so it is asked for another word of the sentence.
	for (const address of [THEME, `${THEME}.data`, '/suche?q=gezimmert', '/feed.atom', '/bericht/bericht.html'])
		said.push([address, await (await fetch(journey.address + address)).text()])
	return said
}

async function pdfText(): Promise<string> {
	const answer = await fetch(`${journey.address}/bericht/bericht.pdf`)
	assert.equal(answer.status, 200)
	const { text } = await textOfPdf(new Uint8Array(await answer.arrayBuffer()))
	return text.replace(/-\s*\n\s*/g, '').replace(/\s+/g, ' ')
}

/** Nobody asks for the report meanwhile: the server makes it anew by itself. */
async function untilRebuilt() {
	for (let tries = 0; tries < 120; tries++) {
		if (await inTown(async (db) => (await db.$count(artefacts, eq(artefacts.format, 'pdf'))) > 0)) return
		await sleep(500)
	}
	assert.fail('nobody made the report anew')
}

async function inTown<Result>(work: (db: MunicipalityDatabase) => Promise<Result>): Promise<Result> {
	const database = await openDatabase({ dataFolder: journey.dataFolder, holder: 'test' })
	try {
		const { rows } = await database.pool.query<{ id: MunicipalityId }>('select id from municipality')
		return await inMunicipality(database, rows[0]!.id, work)
	} finally {
		await database.close()
	}
}

/** A command on another data folder than the journey's. */
async function gehoert(...args: string[]): Promise<string> {
	const launcher = join(import.meta.dirname, '../../bin/gehoert')
	const { stdout } = await promisify(execFile)(process.execPath, [launcher, ...args], { maxBuffer: 2 ** 26 })
	return stdout
}
