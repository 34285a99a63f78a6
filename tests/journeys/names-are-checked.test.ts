/** Anna checks the names of an interview: by keyboard at her desk, and without script on somebody else's machine. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { expectNoAxeFindings, startJourney } from './browser.ts'

const INTERVIEW = `I: Wer hilft im Dorf?

B1: Klaus Wollin. Wenn der Wollin nicht wäre, stünde der Brunnen still.

I: Und sonst?

B1: Rufen Sie Sabine Krüger an, 05521 998877. Die Bank am Bach hat der lange Schorsch gebaut.`

const folder = mkdtempSync(join(tmpdir(), 'gehoert-names-'))
after(() => rmSync(folder, { recursive: true }))

test('names are decided by keyboard, marked by hand, replaced at once, and the original lies under seal', async () => {
	const journey = await startJourney()
	const file = join(folder, 'interview-wollin.txt')
	writeFileSync(file, INTERVIEW)
	await journey.gehoert('import', file, '--round', 'birkenrode-hoert-zu', '--consents', 'analyse,quote')
	const anna = await journey.visitor({ script: true })
	await anna.goto(journey.signInLink)
	await anna.click('main button')

	await anna.goto('/werkstatt/gespraeche/interview-wollin/namen')
	await anna.waitForSelector('.names--awake')
	await expectNoAxeFindings(anna)
	const open = await decided(anna)
	assert.ok(open.all >= 4 && open.decided === 0)

	await anna.keyboard.press('Enter')
	await said(anna, /ersetzt/)
	assert.equal((await decided(anna)).decided, 1)
	await anna.keyboard.press('z')
	await said(anna, /Zurückgenommen/)
	assert.equal((await decided(anna)).decided, 0)
	for (let left = open.all; left > 0; left--) {
		await anna.keyboard.press('Enter')
		await anna.waitForFunction(
			(count) => document.querySelector('.names__progress')?.textContent?.includes(`: ${count} von `),
			open.all - left + 1,
		)
	}

	await anna.locator('.names__words', { hasText: 'Schorsch' }).evaluate((words) => {
		const text = document.createTreeWalker(words, NodeFilter.SHOW_TEXT)
		while (text.nextNode() && !text.currentNode.nodeValue?.includes('Schorsch'));
		const at = text.currentNode.nodeValue!.indexOf('Schorsch')
		document.getSelection()!.setBaseAndExtent(text.currentNode, at + 1, text.currentNode, at + 5)
	})
	await anna.waitForSelector('text=Gewählte Worte')
	await anna.keyboard.press('1')
	await said(anna, /Markiert/)

	await anna.fill('[name=titel]', 'Interview am Brunnen')
	await anna.check('[name=gelesen]')
	await anna.click('text=Ersetzen und abschließen')
	await anna.waitForSelector('text=Die Namen sind geprüft und ersetzt')
	const words = await anna.textContent('main')
	assert.doesNotMatch(words!, /Wollin|Krüger|Schorsch|998877/)
	assert.match(words!, /Interview am Brunnen/)
	assert.match(words!, /hat der lange \[Person \d\] gebaut/)

	await anna.goto('/werkstatt/originale')
	await anna.click('summary:has-text("Interview am Brunnen")')
	await expectNoAxeFindings(anna)
	await anna.check('input[value=meaning]')
	await anna.click('text=Original öffnen')
	await anna.waitForSelector('text=Schorsch gebaut')
	assert.match((await anna.textContent('main'))!, /Datei: interview-wollin.txt/)
})

test('without script somebody decides name by name, and is told while something is open', async () => {
	const journey = await startJourney()
	const file = join(folder, 'gespraech.txt')
	writeFileSync(file, 'B1: Klaus Wollin kam, und Sabine Krüger auch.')
	await journey.gehoert('import', file, '--round', 'birkenrode-hoert-zu', '--consents', 'analyse')
	const ben = await journey.visitor({ size: 'phone' })
	await ben.goto(journey.signInLink)
	await ben.click('main button')
	await ben.goto('/werkstatt/gespraeche/gespraech/namen')
	await expectNoAxeFindings(ben)
	await ben.check('[name=gelesen]')
	await ben.click('text=Ersetzen und abschließen')
	assert.match((await ben.textContent('[role=alert]'))!, /noch nicht entschieden/)
	for (const [at, choice] of ['replaced', 'kept'].entries())
		await ben.check(`[name=entscheidung-${at}][value=${choice}]`)
	await ben.click('button:has-text("Speichern")')
	await ben.check('[name=gelesen]')
	await ben.click('text=Ersetzen und abschließen')
	assert.match((await ben.textContent('main'))!, /\[Person 1\] kam, und Sabine Krüger auch/)
})

async function decided(page: Page): Promise<{ decided: number; all: number }> {
	const [done, all] = (await page.textContent('.names__progress'))!.match(/\d+/g)!.map(Number)
	return { decided: done!, all: all! }
}

async function said(page: Page, what: RegExp) {
	await page.waitForFunction(
		(pattern) => new RegExp(pattern).test(document.querySelector('.names__said')?.textContent ?? ''),
		what.source,
	)
}
