/** One voice goes the whole way: given on a phone without scripts, coded, put under a focus theme, answered, seen again. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { expectNoAxeFindings, scriptBytes, startJourney } from './browser.ts'

const journey = await startJourney()

const WORDS =
	'Am Brunnen in Sandhöfe fehlt seit dem Herbst die Bank. Meine Mutter ist sechsundachtzig und setzt sich jetzt auf die Stufe.'

test('somebody speaks on a phone without scripts and opens what became of it with the receipt', async () => {
	const page = await journey.visitor({ size: 'phone' })
	await page.goto('/mitreden')
	await expectNoAxeFindings(page)
	await speak(page, WORDS)
	const code = await receiptCode(page)
	assert.match(code, /^[0-9A-HJKMNP-TV-Z]{20}$/)
	assert.equal(await scriptBytes(page), 0)
	await expectNoAxeFindings(page)

	await openReceipt(page, code.toLowerCase())
	assert.match(await page.locator('main').innerText(), /Am Brunnen in Sandhöfe fehlt/)
	assert.match(await page.locator('main').innerText(), /Noch ohne Antwort/)
	await expectNoAxeFindings(page)
})

test('a form sent twice is one voice with one receipt, and one sent from another site is refused', async () => {
	const page = await journey.visitor({ size: 'phone' })
	await page.goto('/mitreden')
	const token = await page.inputValue('input[name=form]')
	const foreign = await page.request.post('/mitreden', { form: { form: token, text: 'Von woanders.', analyse: 'ja' } })
	assert.equal(foreign.status(), 403)
	await speak(page, 'Der Zaun am Bolzplatz ist umgefallen.')
	const code = await receiptCode(page)
	await page.reload()
	assert.equal(await receiptCode(page), code)
	assert.match(await journey.gehoert('search', 'Bolzplatz', '--json'), /"total": 1\b/)
})

test('a form without words comes back with everything else that was entered', async () => {
	const page = await journey.visitor({ size: 'phone' })
	await page.goto('/mitreden')
	await page.fill('input[name=title]', 'Nur ein Titel')
	await page.fill('textarea[name=text]', '   ')
	await page.check('input[name=analyse]')
	await page.locator('main form button').click()
	await page.locator('[role=alert]').waitFor()
	assert.equal(await page.inputValue('input[name=title]'), 'Nur ein Titel')
	await expectNoAxeFindings(page)
})

test('the team codes that voice, puts it under a focus theme and answers, and the receipt shows it', async () => {
	const citizen = await journey.visitor({ size: 'phone' })
	await citizen.goto('/mitreden')
	await speak(
		citizen,
		'In Mühlgrund gehört ein Briefkasten für Ideen an das Backhaus, das habe ich schon zweimal gesagt.',
	)
	const code = await receiptCode(citizen)

	const team = await signedIn()
	await team.goto('/werkstatt/suche?q=Briefkasten+Backhaus')
	await expectNoAxeFindings(team)
	await team.locator('main a[href*="/codieren?beitrag="]').first().click()
	await team.waitForLoadState('networkidle')
	await expectNoAxeFindings(team)
	await codeByKeyboard(team)

	await team.goto('/werkstatt/fokusthemen/engagement')
	await expectNoAxeFindings(team)

	await team.goto('/werkstatt/antworten/neu')
	await expectNoAxeFindings(team)
	await team.selectOption('select[name=an]', { label: await optionOf(team, 'Grundversorgung') })
	await team.check('input[name=art][value=done]')
	await team.fill('textarea[name=antwort]', 'Der Kasten hängt ab Montag am Backhaus, geleert wird er jeden Freitag.')
	await team.fill('input[name=stelle]', 'Ortsrat Mühlgrund')
	await team.locator('main form button').first().click()
	await team.waitForURL(/geschrieben=ja/)

	await openReceipt(citizen, code)
	const story = await citizen.locator('main').innerText()
	assert.match(story, /Der Kasten hängt ab Montag am Backhaus/)
	assert.match(story, /Ortsrat Mühlgrund/)
	assert.match(story, /Grundversorgung/)
	await expectNoAxeFindings(citizen)
})

async function speak(page: Page, words: string) {
	await page.fill('textarea[name=text]', words)
	await page.check('input[name=analyse]')
	await page.locator('main form button').click()
	await page.locator('.receipt__code').waitFor()
}

async function receiptCode(page: Page): Promise<string> {
	return (await page.locator('.receipt__code').innerText()).replace(/\s/g, '')
}

async function openReceipt(page: Page, code: string) {
	await page.goto('/beleg')
	await page.fill('input[name=code]', code)
	await page.locator('main form button').click()
	await page.locator('.thread').waitFor()
}

async function signedIn(): Promise<Page> {
	const page = await journey.visitor({ script: true })
	await page.goto(journey.signInLink)
	await page.locator('main form button').click()
	await page.waitForURL(/\/werkstatt\/passwort/)
	await expectNoAxeFindings(page)
	return page
}

/** Arrow down to the first contribution, Enter for all of it, 2 for the second theme of the codebook, H for what holds back. */
async function codeByKeyboard(page: Page) {
	const saved = page.waitForResponse(
		(answer) => answer.url().endsWith('/api/v1/deeds') && answer.request().method() === 'POST',
	)
	for (const key of ['ArrowDown', 'Enter', '2']) await page.keyboard.press(key)
	assert.equal((await saved).status(), 201)
	await page.keyboard.press('h')
	await page.waitForLoadState('networkidle')
}

async function optionOf(page: Page, beginning: string): Promise<string> {
	const labels = await page.locator('select[name=an] option').allInnerTexts()
	return labels.find((label) => label.includes(beginning))!
}
