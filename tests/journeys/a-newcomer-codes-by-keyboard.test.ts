/** Lea is new to the team and codes twenty contributions without touching the mouse. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { expectNoAxeFindings, startJourney } from './browser.ts'

const DESK = '/werkstatt/gespraeche/visionswerkstatt-birkenrode-2035/codieren'

test('a newcomer codes twenty contributions by keyboard only, takes back, brings again, and finds it all later', async () => {
	const journey = await startJourney()
	const lea = await journey.visitor({ script: true })
	await lea.goto(journey.signInLink)
	await lea.click('main button')
	await openDesk(lea)
	await expectNoAxeFindings(lea)
	const keys = lea.keyboard
	const before = await codedTurns(lea)

	await keys.press('?')
	await lea.waitForSelector('dialog[open]')
	await expectNoAxeFindings(lea)
	await keys.press('Escape')
	// It closes a moment after the key; what is pressed before is meant for it.
	await lea.waitForSelector('dialog[open]', { state: 'hidden' })

	const coded: string[] = []
	for (let n = 0; n < 20; n++) {
		await keys.press('n')
		coded.push(await lea.evaluate(() => document.activeElement?.id ?? ''))
		if (n % 3 === 0) await keys.press('a')
		else {
			await keys.press('ArrowRight')
			await keys.press('Shift+ArrowDown')
		}
		if (n % 5 === 0) await keys.press('Shift+Digit1')
		await keys.press(String(2 + (n % 7)))
		await keys.press('fhwo'[n % 4]!)
		if (n % 2 === 0) await keys.press('+')
	}
	assert.equal(new Set(coded.filter(Boolean)).size, 20, 'every time another contribution')
	await untilCoded(lea, before + 20)
	await saved(lea)

	// Two themes in one step go back in one, and what somebody hears names them.
	const heard = () =>
		lea.evaluate((id) => {
			const told = document.getElementById(id)!.ariaDescribedByElements ?? []
			return told.flatMap((part) => [...part.querySelectorAll('button')].map((label) => label.ariaLabel))
		}, coded[15]!)
	assert.equal((await heard()).length, 2)
	assert.match((await heard())[0]!, /^.+, .+, von .+: „.+“$/)
	for (let n = 0; n < 5 * 3; n++) await keys.press('z')
	await saved(lea)
	assert.ok((await codedTurns(lea)) < before + 20)

	// What was taken back can be done again after a reload too, even by whoever types before the page has woken up.
	await lea.reload({ waitUntil: 'commit' })
	await lea.waitForSelector('#transkript')
	// A browser passes no keys on before it has painted something.
	await lea.waitForFunction(() => performance.getEntriesByType('paint').length > 0)
	for (let n = 0; n < 5 * 3; n++) await keys.press('y')
	await untilCoded(lea, before + 20)
	await saved(lea)

	// What is done here shows at another open desk within two seconds.
	const other = await lea.context().newPage()
	await openDesk(other)
	await lea.bringToFront()
	await keys.press('n')
	const next = await lea.evaluate(() => document.activeElement?.id ?? '')
	await keys.press('a')
	await keys.press('2')
	await other.waitForSelector(`#${next} [data-label]`, { state: 'attached', timeout: 2_000 })
	await keys.press('q')
	await keys.press('m')
	await keys.type('Noch einmal lesen.')
	await keys.press('Control+Enter')
	await lea.waitForSelector('.desk__memos li')
	await lea.locator('.desk__memos li button').click()
	await lea.locator('.desk__memos', { hasText: 'Notiz gelöscht' }).getByText('Zurückholen').click()
	await lea.waitForSelector('.desk__memos li')
	await expectNoAxeFindings(lea)
	await lea.goto('/werkstatt/notizen')
	assert.match((await lea.textContent('main'))!, /Noch einmal lesen\./)
	await lea.click('.memo summary')
	await lea.click('.memo >> text=Notiz löschen')
	await lea.waitForSelector('text=Notiz gelöscht.')
	await expectNoAxeFindings(lea)
	await lea.click('text=Zurückholen')
	await lea.waitForSelector('.memo >> text=Noch einmal lesen.')
	await bordersFollowTheFinger(lea, await journey.visitor({ script: true, size: 'phone' }))

	// What a search finds is looked through, coded in one step, and taken back.
	await lea.goto('/werkstatt/suche?q=Feuerwehr')
	await lea.waitForSelector('.places__tools')
	await keys.press('j')
	await keys.press(' ')
	const ticked = await lea.locator('[data-hit] input:checked').count()
	await keys.press('c')
	await keys.press('ArrowDown')
	await lea.focus('button[value=codieren]')
	await keys.press('Enter')
	await lea.waitForURL(/werkstatt\/suche\?.*codiert=/)
	assert.ok(Number(new URL(lea.url()).searchParams.get('codiert')) >= ticked)
	await expectNoAxeFindings(lea)
	await lea.click('button[value=zurueck]')
	await lea.waitForURL(/zurueck=[1-9]/)
})

/** Words chosen with what the browser brings stay movable by their handles; the browser's own choice does not come back. */
async function bordersFollowTheFinger(lea: Page, phone: Page) {
	await phone.context().addCookies(await lea.context().cookies())
	await openDesk(phone)
	await phone.locator('#beitrag-10').scrollIntoViewIfNeeded()
	await phone.evaluate(() => {
		const words = document.createTreeWalker(document.querySelector('#beitrag-10 [data-words]')!, NodeFilter.SHOW_TEXT)
		const first = words.nextNode()!
		getSelection()!.setBaseAndExtent(first, 0, first, 3)
	})
	const chosen = phone.locator('.desk__panel .desk__chosen')
	const before = (await chosen.textContent())!
	const { x, y } = (await phone.locator('.desk__handle--end').boundingBox())!
	const finger = await phone.context().newCDPSession(phone)
	const touch = (type: 'touchStart' | 'touchMove', dx: number) =>
		finger.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x: x + 10 + dx, y: y + 10 }] })
	await touch('touchStart', 0)
	for (const dx of [30, 60, 90]) await touch('touchMove', dx)
	await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
	// Longer than the pause after which the desk reads what the browser has chosen.
	await phone.waitForTimeout(400)
	assert.ok((await chosen.textContent())!.length > before.length, before)
}

async function openDesk(page: Page) {
	await page.goto(DESK)
	await page.waitForSelector('.desk--awake')
}

async function codedTurns(page: Page): Promise<number> {
	return Number(/Beiträge codiert: (\d+) von \d+/.exec((await page.textContent('.desk__bar'))!)?.[1])
}

async function untilCoded(page: Page, count: number) {
	const isThere = (wanted: number) => document.querySelector('.desk__bar')?.textContent?.includes(`${wanted} von `)
	await page.waitForFunction(isThere, count, { polling: 100 }).catch(async () => {
		assert.fail(`${await codedTurns(page)} instead of ${count}; ${await page.textContent('.desk__foot')}`)
	})
}

async function saved(page: Page) {
	await page.waitForFunction(() => document.querySelector('.desk__foot')?.textContent?.includes('Alles gespeichert'))
}
