/** Somebody makes their access safe – second step, passkey –, and brings a colleague in with a sheet of paper. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { stepAt, totpCode } from '#people/totp.ts'
import { expectNoAxeFindings, scriptBytes, startJourney } from './browser.ts'

const journey = await startJourney()
const password = 'drei alte Linden am Markt'
const email = 'renate@birkenrode.example'

test('somebody signs in with password and second step, and later with a passkey alone', async () => {
	const page = await journey.visitor({ script: true })
	await page.goto(journey.signInLink)
	await page.getByRole('button', { name: 'Anmelden' }).click()
	await page.getByLabel('E-Mail-Adresse').fill(email)
	await page.getByLabel('Neues Passwort').fill(password)
	await page.getByRole('button', { name: 'Speichern' }).click()
	await page.waitForURL(/zugang=gespeichert/)

	await page.goto('/werkstatt/zugang/zweiter-schritt')
	await page.getByLabel('Jetziges Passwort').fill(password)
	await page.getByRole('button', { name: 'Einrichten' }).click()
	const secret = (await page.locator('.key-sheet__secret').textContent())!.replaceAll(' ', '')
	await expectNoAxeFindings(page)
	const used = stepAt(new Date())
	await page.getByLabel('Code, den die App jetzt zeigt').fill(totpCode(secret, used))
	await page.getByRole('button', { name: 'Einschalten' }).click()
	const [recovery] = await page.locator('.recovery-codes li').allTextContents()
	assert.equal(await page.locator('.recovery-codes li').count(), 10)

	await makePasskey(page)
	await signOut(page)
	await page.getByLabel('E-Mail-Adresse').fill(email)
	await page.getByLabel('Passwort').fill(password)
	await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
	await page.waitForURL(/zweiter-schritt/)
	await page.goto('/werkstatt')
	assert.match(page.url(), /anmelden/, 'the password alone opens nothing')
	await page.goto('/werkstatt/anmelden/zweiter-schritt')
	await page.getByLabel('Code').fill(totpCode(secret, used))
	await page.getByRole('button', { name: 'Anmelden' }).click()
	await page.getByRole('alert').waitFor()
	await page.getByLabel('Code').fill(recovery!)
	await page.getByRole('button', { name: 'Anmelden' }).click()
	await page.waitForURL(/\/werkstatt$/)

	await signOut(page)
	await page.getByRole('link', { name: 'Mit Passkey anmelden' }).click()
	await page.getByRole('button', { name: 'Passkey benutzen' }).click()
	await page.waitForURL(/\/werkstatt$/)
	await page.goto('/werkstatt/zugang')
	assert.ok(await page.getByText('Notfall-Codes, die noch gelten: 9').isVisible())
	await expectNoAxeFindings(page)

	await page.goto('/werkstatt/team/einladen')
	await page.getByLabel('Name der Person').fill('Berta Kühn')
	await page.getByRole('button', { name: 'Einladen' }).click()
	const code = (await page.locator('.key-sheet__code').textContent())!
	await expectNoAxeFindings(page)
	await joins(code)
})

/** A colleague with a phone and without scripts. */
async function joins(code: string) {
	const page = await journey.visitor({ size: 'phone', dark: true })
	await page.goto('/werkstatt/anmelden')
	assert.equal(await scriptBytes(page), 0)
	await expectNoAxeFindings(page)
	await page.getByRole('link', { name: 'Code einer Einladung eingeben' }).click()
	await page.getByLabel('Code').fill(code.toLowerCase())
	await page.getByRole('button', { name: 'Weiter' }).click()
	await page.getByLabel('E-Mail-Adresse').fill('berta@birkenrode.example')
	await page.getByLabel('Passwort').fill('vier grüne Birken im Wind')
	await expectNoAxeFindings(page)
	await page.getByRole('button', { name: 'Dem Team beitreten' }).click()
	await page.waitForURL(/\/werkstatt$/)
	assert.ok(await page.getByRole('heading', { name: 'Guten Tag, Berta Kühn' }).isVisible())
}

/** Chromium plays a device that has a passkey and sees the right finger. */
async function makePasskey(page: Page) {
	const device = await page.context().newCDPSession(page)
	await device.send('WebAuthn.enable')
	const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true } as const
	await device.send('WebAuthn.addVirtualAuthenticator', {
		options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
	})
	await page.goto('/werkstatt/zugang/passkey')
	await page.getByLabel('Name des Geräts').fill('Rechner im Büro')
	await page.getByLabel('Jetziges Passwort').fill(password)
	await page.getByRole('button', { name: 'Weiter' }).click()
	await page.getByRole('button', { name: 'Auf diesem Gerät anlegen' }).click()
	await page.waitForURL(/zugang\?passkey/)
}

async function signOut(page: Page) {
	await page.getByRole('button', { name: 'Abmelden', exact: true }).click()
	await page.waitForURL(/anmelden/)
}
