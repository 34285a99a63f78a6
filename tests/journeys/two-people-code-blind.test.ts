/** Renate and Ben code the same story café without seeing each other, compare, agree on a rule, and settle. */
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { expectNoAxeFindings, startJourney } from './browser.ts'

const STORY_CAFE = `M: Was hat sich im Dorf verändert?

B1: Früher kam die Gemeindeschwester jede Woche, und die wusste alles.

B2: Ich fahre meine Nachbarin zum Arzt, weil kein Bus mehr fährt.

B3: Beim Dorffest haben alle zusammen aufgebaut, das war schön.

B4: Auf dem Amt hat uns niemand geantwortet, ein halbes Jahr lang.`

const SAMPLES = '/werkstatt/uebereinstimmung'
const NURSE = /Gemeindeschwester/
const BUS = /Nachbarin/
const FEAST = /Dorffest/
const OFFICE = /Amt/

test('two people code the same story café blind, compare and settle', async () => {
	const journey = await startJourney()
	const file = join(journey.dataFolder, 'erzaehlcafe-linde.txt')
	writeFileSync(file, STORY_CAFE)
	const given = ['--round', 'probe', '--format', 'story-cafe', '--consents', 'analyse']
	await journey.gehoert('import', file, ...given)
	const added = await journey.gehoert(
		...['user', 'add', '--email', 'ben@birkenrode.example', '--name', 'Ben Okafor', '--part', 'analyst', '--json'],
	)
	const renate = await journey.visitor({ script: true })
	await signIn(renate, journey.signInLink)
	const ben = await journey.visitor({ size: 'phone' })
	await signIn(ben, (JSON.parse(added) as { link: string }).link)

	await renate.goto(SAMPLES)
	await expectNoAxeFindings(renate)
	await renate.click('text=Stichprobe ziehen')
	await renate.fill('[name=titel]', 'Probe im Juni')
	await renate.selectOption('[name=runde]', { label: 'probe (Beiträge: 4, noch nicht codiert: 4)' })
	await renate.getByLabel('Ben Okafor').check()
	await expectNoAxeFindings(renate)
	await renate.click('text=Ziehen und beginnen')
	await renate.waitForSelector('text=Noch ist alles verdeckt')
	await expectNoAxeFindings(renate)

	// Renate has a mouse and keys, Ben a phone without scripts.
	await renate.click('text=Codieren beginnen')
	await renate.waitForSelector('.blind')
	await expectNoAxeFindings(renate)
	await codeAll(
		renate,
		[
			[NURSE, 'Infrastruktur', 'f'],
			[BUS, 'Infrastruktur', 'h'],
			[FEAST, 'Zusammenleben', 'f'],
			[OFFICE, 'Verwaltung', 'h'],
		],
		byKeys,
	)
	await ben.goto(`${SAMPLES}/probe-im-juni/codieren`)
	await expectNoAxeFindings(ben)
	const [forward, back] = ['bringt voran', 'bremst']
	await codeAll(
		ben,
		[
			[NURSE, 'Infrastruktur', forward],
			[BUS, 'Zusammenleben', back],
			[FEAST, 'Zusammenleben', forward],
			[OFFICE, 'Verwaltung', back],
		],
		byForm,
	)

	// While somebody still codes, nobody is told anything of the other's.
	await finish(renate)
	assert.doesNotMatch((await renate.textContent('main'))!, /Worüber Sie verschieden denken|Zusammenleben/)
	await finish(ben)
	await ben.waitForSelector('text=Worüber Sie verschieden denken')
	await renate.reload()
	await expectNoAxeFindings(renate)
	const card = renate.locator('.agree-card')
	assert.equal(await card.count(), 1)
	assert.match((await card.textContent())!, /kein Bus mehr/)
	assert.match((await renate.locator('table').first().textContent())!, /75/)
	await card.locator('fieldset', { hasText: 'Infrastruktur' }).getByLabel('gilt', { exact: true }).check()
	await card
		.locator('fieldset', { hasText: 'Infrastruktur' })
		.locator('textarea')
		.fill('Fehlende Busse gehören hierher.')
	await card.locator('fieldset', { hasText: 'Zusammenleben' }).getByLabel('gilt nicht').check()
	await card.getByRole('button', { name: /in die Codierregel/ }).click()
	await renate.waitForSelector('text=wird zur Codierung des Teams')
	await renate.click('text=Als Codierungen übernehmen')
	await renate.waitForSelector('text=Die gemeinsame Codierung zählt jetzt überall mit')
	await expectNoAxeFindings(renate)

	await renate.goto('/werkstatt/codieren?runde=probe')
	assert.match((await renate.textContent('table'))!, /4 von 4/)
	await renate.goto('/werkstatt/codebuch')
	assert.match(await renate.content(), /Fehlende Busse gehören hierher/)
	await moveByKeys(renate, 'Verwaltung und Politik')
	await takeOutAndBringIn(renate)
	const figures = JSON.parse(await journey.gehoert('agreement', '--round', 'probe', '--json')) as Record<string, number>
	assert.equal(figures['percent'], 10 / 12)
	assert.equal(figures['sameThemes'], 3 / 4)
})

/** A theme comes under the one before it once it is read what that changes, and goes back. */
async function moveByKeys(page: Page, label: string) {
	const theme = page.getByRole('heading').getByRole('link', { name: label })
	await page.waitForSelector('[draggable=true]')
	await theme.focus()
	await page.keyboard.press('Alt+ArrowRight')
	await page.waitForSelector('text=kommt unter')
	await expectNoAxeFindings(page)
	await page.getByRole('button', { name: 'Verschieben', exact: true }).press('Enter')
	await page.waitForSelector('text=ist verschoben')
	await page.waitForFunction((name) => document.activeElement?.textContent === name, label)
	assert.equal(await page.locator('.codebook .codebook h2').count(), 1)
	await page.click('text=Zurücknehmen')
	await page.waitForSelector('.history__undone')
}

/** What goes out as a project comes in again as what is there already. */
async function takeOutAndBringIn(page: Page) {
	await page.goto('/werkstatt/austausch')
	await page.selectOption('[name=format]', 'qdpx')
	await page.selectOption('[name=runde]', 'probe')
	await page.getByRole('button', { name: 'Vorschau' }).click()
	await page.waitForSelector('text=Codierungen: 4 · Gespräche: 1')
	await expectNoAxeFindings(page)
	const download = page.waitForEvent('download')
	await page.click('text=Datei herunterladen')
	const project = await (await download).path()
	await page.setInputFiles('[name=file]', { name: 'projekt.qdpx', mimeType: '', buffer: readFileSync(project) })
	await page.selectOption('[name=round]', 'probe')
	await page.check('[name=consents]')
	await page.getByRole('button', { name: 'Einlesen' }).click()
	await page.waitForSelector('text=Nichts Neues')
	await expectNoAxeFindings(page)
}

async function signIn(page: Page, link: string) {
	await page.goto(link)
	await page.click('main button')
	await page.waitForURL(/werkstatt/)
}

/** What somebody gives a contribution with these words: theme and direction. */
type Wish = [words: RegExp, theme: string, stance: string]

/** One contribution after the other, in whatever order they were drawn. */
async function codeAll(page: Page, wishes: Wish[], code: (page: Page, theme: string, stance: string) => Promise<void>) {
	for (let place = 1; place <= wishes.length; place++) {
		await page.goto(`${SAMPLES}/probe-im-juni/codieren?stelle=${place}`)
		const said = (await page.textContent('[data-words]'))!
		const [, theme, stance] = wishes.find(([words]) => words.test(said))!
		await code(page, theme, stance)
		await page.waitForSelector('.blind__own')
	}
}

async function byKeys(page: Page, theme: string, stance: string) {
	await page.waitForSelector('.blind[data-awake]')
	await page.keyboard.press(stance)
	await page.keyboard.press('t')
	await page.keyboard.type(theme)
	await page.keyboard.press('Enter')
}

async function byForm(page: Page, theme: string, stance: string) {
	await page.getByLabel(stance).check()
	await page.locator('button[name=thema]', { hasText: theme }).click()
}

async function finish(page: Page) {
	await page.goto(`${SAMPLES}/probe-im-juni/codieren`)
	await page.click('text=Abschließen')
	await page.waitForURL(/probe-im-juni$/)
}
