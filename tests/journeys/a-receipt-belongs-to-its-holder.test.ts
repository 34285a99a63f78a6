/** Somebody draws a receipt on paper, scans it, looks, takes back, erases; the code stays theirs all the way. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { textOfPdf } from '#platform/pdf/pdf-text.ts'
import { expectNoAxeFindings, scriptBytes, startJourney } from './browser.ts'

const journey = await startJourney()
const team = await signedIn()
let code = ''

/** Who was found, below the link to note a request. */
const FOUND = 'main a[href^="/werkstatt/anliegen/"]:not([href$="/neu"])'

test('the team prints a sheet, somebody draws a receipt, and it says kindly that it is not linked yet', async () => {
	const path = join(journey.dataFolder, 'belege.pdf')
	await journey.gehoert('receipts', 'print', '--count', '4', '--out', path)
	const { text } = await textOfPdf(readFileSync(path))
	code = /\b(?:[0-9A-HJKMNP-TV-Z]{5}[\s-]+){3}[0-9A-HJKMNP-TV-Z]{5}\b/.exec(text)![0].replace(/[\s-]/g, '')
	const person = await journey.visitor({ size: 'phone' })
	await type(person, code)
	assert.match(await person.locator('main').innerText(), /noch nicht mit Ihren Worten verbunden/)
	await expectNoAxeFindings(person)
})

test('the team links it once, and a second time is refused', async () => {
	await team.goto('/werkstatt/anliegen?q=Interview')
	const href = await team.locator(FOUND).first().getAttribute('href')
	await team.goto(href!)
	const speakers = await team.locator('main a[href$="/sprechende"]').getAttribute('href')
	await team.goto(speakers!.replace('/sprechende', '/beleg'))
	await expectNoAxeFindings(team)
	for (const answer of [/ist verbunden/, /gehört schon zu einem Gespräch/]) {
		await team.locator('input[name=speaker]').first().check()
		await team.fill('input[name=code]', code)
		await team.locator('main form button').click()
		await team.getByText(answer).first().waitFor()
	}
})

test('asked to, the team sets the words aside and takes them up again, and reads each time what was done', async () => {
	await team.goto('/werkstatt/anliegen?q=Interview')
	const href = await team.locator(FOUND).first().getAttribute('href')
	await team.goto(href!)
	for (const [intent, done] of [
		['restrict', /^Gesperrt: /],
		['release', /^Die Sperre ist aufgehoben/],
	] as const) {
		const button = team.locator(`button[value=${intent}]`)
		await team.locator('details', { has: button }).locator('summary').click()
		await button.click()
		await team.getByText(done).waitFor()
	}
})

test('scanned, the code leaves the address at once and opens what the person said', async () => {
	const person = await journey.visitor({ script: true, size: 'phone' })
	await person.goto(`/beleg#${code}`)
	await person.locator('.thread').first().waitFor()
	assert.equal(new URL(person.url()).hash, '')
	assert.ok((await scriptBytes(person)) < 1024)
	await expectNoAxeFindings(person)
	await person.goto('/beleg/daten')
	await expectNoAxeFindings(person)
	await person.goto('/beleg')
	await person.keyboard.press('Escape')
	await person.keyboard.press('Escape')
	await person.waitForURL(`${journey.address}/`)
	await person.goto('/beleg')
	assert.equal(await person.locator('.thread').count(), 0)
})

test('without scripts the person takes a consent back, asks for a correction and erases everything', async () => {
	const person = await journey.visitor({ size: 'phone' })
	await type(person, code)
	await person.locator('.switch button').first().click()
	await person.getByText('Zurückgezogen.').waitFor()
	assert.doesNotMatch(await person.locator('main').innerText(), /Das Team sieht sie auf seiner Liste/)
	await person.getByText('Etwas berichtigen').click()
	await person.fill('textarea[name=wish]', 'Es war 2019.')
	await person.getByRole('button', { name: 'An das Team schicken' }).click()
	await person.getByText('Ihr Wunsch ist beim Team').waitFor()
	await person.locator('#anliegen').waitFor()
	assert.match(await person.locator('main').innerText(), /Berichtigung, .*: in Arbeit.*\s+Es war 2019\./)
	await person.goto('/beleg/loeschen')
	await expectNoAxeFindings(person)
	await person.check('input[name=sure]')
	await person.getByRole('button', { name: 'Jetzt endgültig löschen' }).click()
	await person.getByText('Ihre Daten sind gelöscht').waitFor()
})

test('afterwards the code answers like one that never was, by status and length', async () => {
	const unknown = '7KQ2M9XHTAB3C8W51DE'
	const wrong = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'].map((check) => unknown + check)
	assert.deepEqual(await ask(code), await askUntilKnown(wrong))
})

test('the code is in no log and in no byte of the data folder', () => {
	for (const written of [code, code.match(/.{5}/g)!.join('-'), code.match(/.{5}/g)!.join(' ')]) {
		assert.ok(!journey.log().includes(written))
		const folder = join(journey.dataFolder, 'database')
		for (const name of readdirSync(folder, { recursive: true, withFileTypes: true }))
			if (name.isFile()) assert.ok(!readFileSync(join(name.parentPath, name.name)).includes(written), name.name)
	}
})

async function type(page: Page, typed: string) {
	await page.goto('/beleg')
	await page.fill('form[data-receipt] input[name=code]', typed)
	await page.locator('form[data-receipt] button').click()
	await page.waitForLoadState()
}

async function ask(typed: string) {
	const answer = await fetch(`${journey.address}/beleg`, {
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded', origin: journey.address },
		body: `code=${typed}`,
	})
	const html = (await answer.text()).replace(/nonce="[^"]*"/g, '')
	return { status: answer.status, length: html.length }
}

/** Of the 32 check characters one is right: only that code counts as a try, the others are typos (422). */
async function askUntilKnown(codes: string[]) {
	for (const one of codes) {
		const answer = await ask(one)
		if (answer.status === 404) return answer
	}
	throw new Error('one of them is no typo')
}

async function signedIn(): Promise<Page> {
	const page = await journey.visitor({ script: true })
	await page.goto(journey.signInLink)
	await page.locator('main form button').first().click()
	await page.waitForURL(/\/werkstatt(\/|$)(?!anmelden)/)
	return page
}
