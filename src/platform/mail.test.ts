import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { after, test } from 'node:test'
import { createTransport } from 'nodemailer'
import { inMunicipality, runStatement, type MunicipalityDatabase, type MunicipalityId } from './database/database.ts'
import { freshDatabase } from './database/fresh-database.ts'
import { sendWaitingMails, writeMail } from './mail.ts'
import { countFailedMails, discardMail, findUnsentMails, tryMailAgain } from './outbox.ts'
import { outboxMails } from './tables.ts'

const database = await freshDatabase()
const birkenrode = await someMunicipality()
const letter = { subject: 'Ihr Zugang', plainText: 'Guten Tag', html: '<p>Guten Tag</p>' }

test('a mail goes to its one recipient and is noted as sent', async () => {
	const server = await mailServer()
	await write('ana@birkenrode.example')
	await send(server.url, new Date())
	assert.deepEqual(server.recipients, ['ana@birkenrode.example'])
	assert.deepEqual(await outbox(), [{ state: 'sent', attempts: 1, lastError: null }])
	await send(server.url, new Date())
	assert.equal(server.recipients.length, 1, 'nothing is sent twice')
})

test('a mail the server refuses waits, and what is kept of the refusal names nobody', async () => {
	const server = await mailServer('ben@birkenrode.example')
	await write('ben@birkenrode.example')
	await send(server.url, new Date())
	const [, refused] = await outbox()
	assert.deepEqual(refused, { state: 'waiting', attempts: 1, lastError: 'EENVELOPE 550' })
	for (let day = 1; day < 9; day++) await send(server.url, new Date(Date.now() + day * 86_400_000))
	assert.equal((await outbox())[1]?.state, 'failed')
})

test('whoever leads sees which mails have not left and why, never what they say; may try again or discard', async () => {
	const [given, another] = await inTown(findUnsentMails)
	assert.deepEqual([given?.recipient, given?.state, given?.nextTryAt], ['ben@birkenrode.example', 'failed', null])
	assert.equal(another, undefined, 'what has been sent waits no longer')
	assert.ok(!JSON.stringify(given).includes('Guten Tag'))
	assert.equal(await inTown(countFailedMails), 1)

	const server = await mailServer()
	await inTown((db) => tryMailAgain(db, given!.id))
	await send(server.url, new Date())
	assert.deepEqual(server.recipients, ['ben@birkenrode.example'])
	assert.equal(await inTown(countFailedMails), 0)
	await assert.rejects(
		inTown((db) => tryMailAgain(db, given!.id)),
		{ code: 'mail-unknown' },
	)

	await write('cem@birkenrode.example')
	const [waiting] = await inTown(findUnsentMails)
	await inTown((db) => discardMail(db, waiting!.id))
	assert.deepEqual(await inTown(findUnsentMails), [])
	for (const id of [waiting!.id, 'nichts']) {
		const again = inTown((db) => discardMail(db, id))
		await assert.rejects(again, { code: 'mail-unknown' })
	}
})

test('an address that could reach somebody else is refused', async () => {
	await assert.rejects(write('"ana@evil.example"@birkenrode.example'), { code: 'mail-address-invalid' })
})

function inTown<Result>(work: (db: MunicipalityDatabase) => Promise<Result>) {
	return inMunicipality(database, birkenrode, work)
}

function write(recipient: string) {
	return inMunicipality(database, birkenrode, (db) => writeMail(db, { recipient, ...letter }))
}

function send(url: string, at: Date) {
	return sendWaitingMails(database, birkenrode, {
		transport: createTransport(url),
		from: 'rathaus@birkenrode.example',
		at,
	})
}

function outbox() {
	const { state, attempts, lastError, createdAt } = outboxMails
	return inMunicipality(database, birkenrode, (db) =>
		db.select({ state, attempts, lastError }).from(outboxMails).orderBy(createdAt),
	)
}

async function someMunicipality(): Promise<MunicipalityId> {
	const { rows } = await runStatement(
		database,
		`insert into municipality (slug, name, profile) values ('birkenrode', 'Birkenrode', '{}') returning id`,
	)
	return (rows[0] as { id: MunicipalityId }).id
}

/** Speaks just enough SMTP; refuses one recipient, quoting the address as real servers do. */
async function mailServer(refused?: string) {
	const recipients: string[] = []
	const server = createServer((socket: Socket) => {
		let isData = false
		socket.write('220 test\r\n')
		socket.on('data', (chunk: Buffer) => {
			for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
				if (isData) {
					if (line === '.') socket.write('250 ok\r\n')
					isData = line !== '.'
					continue
				}
				const recipient = /^RCPT TO:<(.*?)>/.exec(line)?.[1]
				if (recipient && recipient !== refused) recipients.push(recipient)
				isData = line === 'DATA'
				socket.write(
					isData ? '354 go\r\n' : recipient === refused && recipient ? `550 no ${refused}\r\n` : '250 ok\r\n',
				)
			}
		})
		socket.on('error', () => undefined)
	})
	server.listen(0, '127.0.0.1')
	await once(server, 'listening')
	after(() => void server.close())
	return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, recipients }
}
