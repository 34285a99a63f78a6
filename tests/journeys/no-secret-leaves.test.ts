/**
 * Words nobody else could have written are planted wherever the municipality keeps something to itself; then everything
 * the installation says to anybody is searched for them. They are in none of it.
 */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { inMunicipality, type MunicipalityId } from '../../src/platform/database/database.ts'
import { openDatabase } from '../../src/platform/database/open-database.ts'
import { findSecrets, readEverythingKept, readEverythingPublic, type Said } from './everything-said.ts'
import { startJourney } from './browser.ts'

const journey = await startJourney()

/** What is planted, and what kind of secret it is. Invented, like everything of Birkenrode. */
const PLANTED = {
	name: 'Xaverl Zwickhofer',
	surname: 'Zwickhofer',
	phone: '0176 55443322',
	mail: 'xaverl.zwickhofer@beispiel.example',
	transcript: 'Zwetschgenknödelgeheimnis',
	unquoted: 'Quittengeleewinter',
	title: 'Pflaumenmusüberschrift',
	memo: 'Mirabellenvermerk',
	owner: 'Vorstandstelefon 0176 99887766',
	account: 'Renate Verwalterin',
	accountMail: 'renate.verwalterin@beispiel.example',
	wish: 'Schlehenberichtigung',
	contact: 'kornelkirsche@beispiel.example',
}

const interview = [
	`M: Schön, dass Sie da sind, ${PLANTED.name}.`,
	`B1: Gern. Sie erreichen mich unter ${PLANTED.phone} oder ${PLANTED.mail}. Das ${PLANTED.transcript} bleibt unter uns.`,
].join('\n\n')

const secrets: Record<string, string> = { ...PLANTED }

test('what is planted is there, for those who may see it', async () => {
	const file = join(journey.dataFolder, 'interview.txt')
	writeFileSync(file, interview)
	await journey.gehoert('import', file, '--round', 'birkenrode-hoert-zu', '--format', 'interview')
	const added = await journey.gehoert(
		...['user', 'add', '--email', PLANTED.accountMail, '--name', PLANTED.account, '--part', 'steward', '--json'],
	)
	secrets['one-time link'] = new URL(JSON.parse(added).link).pathname.split('/').at(-1)!
	secrets['receipt'] = await speak(`Im ${PLANTED.unquoted} war der Markt noch voll.`, PLANTED.title)
	secrets['session'] = await signIn()
	await plantInTheDatabase()
	const found = JSON.parse(await journey.gehoert('search', PLANTED.transcript, '--json')) as { total: number }
	assert.equal(found.total, 1)
})

test('nothing the public, a feed, a report, a log or an error page says holds any of it', async () => {
	const said = await readEverythingPublic(journey, [PLANTED.transcript, PLANTED.unquoted, PLANTED.surname])
	const channels = new Set(said.map(({ channel }) => channel))
	assert.ok(channels.size >= 30, `${channels.size} channels`)
	assert.deepEqual(findSecrets(said, secrets), [])
})

test('whoever carries the whole database or the package away holds no code, no link, no session and no contact', async () => {
	const { receipt, session, contact, 'one-time link': link } = secrets
	const kept = await readEverythingKept(journey)
	assert.deepEqual(findSecrets(kept, { receipt: receipt!, link: link!, session: session!, contact: contact! }), [])
})

test('the search for secrets finds one where there is one', () => {
	const leaking: Said = { channel: 'page', where: '/', bytes: Buffer.from(`… ${PLANTED.phone.replaceAll(' ', '')} …`) }
	assert.deepEqual(findSecrets([leaking], secrets), ['phone in page /'])
	const code = secrets['receipt']!
	const grouped: Said = {
		channel: 'log',
		where: 'log',
		bytes: Buffer.from(code.match(/.{5}/g)!.join('-').toLowerCase()),
	}
	assert.deepEqual(findSecrets([grouped], secrets), ['receipt in log log'])
})

async function speak(words: string, title: string): Promise<string> {
	const page = await journey.visitor({ size: 'phone' })
	await page.goto('/mitreden')
	await page.fill('textarea[name=text]', words)
	await page.fill('input[name=title]', title)
	await page.check('input[name=analyse]')
	await page.check('input[name=contact]')
	await page.fill('[name=reach]', PLANTED.contact)
	await page.locator('main form button').click()
	const code = (await page.locator('.receipt__code').innerText()).replace(/\s/g, '')
	await page.goto('/beleg')
	await page.fill('input[name=code]', code)
	await page.locator('main form button').click()
	await page.locator('.thread').waitFor()
	await page.context().close()
	return code
}

/** The value of a session cookie of the team. */
async function signIn(): Promise<string> {
	const page = await journey.visitor()
	await page.goto(journey.signInLink)
	await page.locator('main form button').click()
	await page.waitForURL(/\/werkstatt/)
	const cookies = await page.context().cookies()
	return cookies.find(({ name }) => name.includes('session'))!.value.split('.')[0]!
}

/** What only pages of the team write, put where they would put it. */
async function plantInTheDatabase() {
	const database = await openDatabase({ dataFolder: journey.dataFolder, holder: 'test' })
	try {
		const { rows } = await database.pool.query<{ id: MunicipalityId }>('select id from municipality')
		await inMunicipality(database, rows[0]!.id, async (db) => {
			await db.execute(`insert into memo (coding_id, coder_id, text)
				select id, coder_id, '${PLANTED.memo}' from coding where removed_at is null limit 1`)
			await db.execute(`update actor set private_contact = '${PLANTED.owner}'`)
			await db.execute(`insert into data_request (kind, via, wish, received_on)
				values ('correct', 'receipt', '${PLANTED.wish}', current_date)`)
		})
	} finally {
		await database.close()
	}
}
