import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expectNoAxeFindings, scriptBytes, startJourney } from './browser.ts'

const journey = await startJourney()

test('somebody reads on a phone, without scripts, page after page from the home page on', async () => {
	const page = await journey.visitor({ size: 'phone' })
	await page.goto('/')
	const seen = new Set(['/'])
	const links = await page
		.locator('header a, nav a, footer a')
		.evaluateAll((all) => all.map((a) => a.getAttribute('href')))
	const addresses = links.filter((href) => href?.startsWith('/') && !href.startsWith('/werkstatt')) as string[]
	for (const address of ['/', ...addresses.map((href) => href.split(/[?#]/)[0]!)]) {
		if (seen.has(address) && address !== '/') continue
		seen.add(address)
		const answer = await page.goto(address)
		assert.equal(answer?.status(), 200, address)
		if (!answer.headers()['content-type']?.startsWith('text/html')) continue
		assert.equal(await page.locator('h1').count(), 1, `${address} has one first heading`)
		assert.equal(await scriptBytes(page), 0, `${address} sends no script`)
		assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, `${address} fits`)
		await expectNoAxeFindings(page)
	}
	assert.ok(seen.size > 4, 'the home page leads further')
})

test('somebody reads in the dark, in English, on a large screen', async () => {
	const page = await journey.visitor({ dark: true, language: 'en' })
	await page.goto('/?lang=en')
	assert.equal(await page.locator('html').getAttribute('lang'), 'en')
	await expectNoAxeFindings(page)
})
