import assert from 'node:assert/strict'
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { test } from 'node:test'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import { inInstallation } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { askForNewPasskey, askForPasskey, findPasskeys, keepPasskey, removePasskey, siteOf } from './passkeys.ts'
import { sampleMunicipality } from './sample.ts'
import type { Session } from './sessions.ts'
import { createSignIn } from './sign-in.ts'

const database = await freshDatabase()
const town = await sampleMunicipality(database)
const site = siteOf('https://gehoert.example', town.name)
const signIn = createSignIn(database, { baseUrl: site.origin, sessionKey: 'a'.repeat(64) })
const at = new Date()
const own = (accountId: string) => ({
	municipalityId: town.id,
	session: { id: `session of ${accountId}`, accountId, beganAt: at } satisfies Session,
	at,
})
const enter = (answer: string, when = at) => signIn.withPasskey({ municipalityId: town.id, answer, site, at: when })
const { editor, analyst } = town.team

test('a passkey made on a device signs its owner in, and asks for nothing else', async () => {
	const device = newDevice()
	const question = await askForNewPasskey(database, own(editor.accountId), site)
	assert.equal(question.authenticatorSelection?.userVerification, 'required')
	await keepPasskey(database, own(editor.accountId), { answer: device.make(question), name: 'Telefon', site })
	const [kept] = await inInstallation(database, (db) => findPasskeys(db, editor.accountId))
	assert.equal(kept!.name, 'Telefon')

	const answer = device.show(await askForPasskey(database, site, at))
	assert.equal((await enter(answer))?.accountId, editor.accountId)
	assert.equal(await enter(answer), null, 'an answer is taken once')
	const [first, second] = [await askForPasskey(database, site, at), await askForPasskey(database, site, at)]
	const raced = device.show(first)
	assert.equal((await Promise.all([enter(raced), enter(raced)])).filter(Boolean).length, 1)
	assert.equal(
		await enter(device.show(second), new Date(at.getTime() + 6 * 60_000)),
		null,
		'a question is open for minutes',
	)
	await assert.rejects(removePasskey(database, own(analyst.accountId), kept!.id), { code: 'passkey-unknown' })
	await removePasskey(database, own(editor.accountId), kept!.id)
	assert.equal(await enter(device.show(await askForPasskey(database, site, at))), null)
})

test('an answer from another site, without finger or PIN, with a copied counter or by another key is refused', async () => {
	const device = newDevice()
	const question = await askForNewPasskey(database, own(analyst.accountId), site)
	await assert.rejects(
		keepPasskey(database, own(editor.accountId), { answer: device.make(question), name: '', site }),
		{
			code: 'passkey-not-made',
		},
	)
	const again = await askForNewPasskey(database, own(analyst.accountId), site)
	await keepPasskey(database, own(analyst.accountId), { answer: device.make(again), name: '', site })
	const ask = () => askForPasskey(database, site, at)
	assert.equal(await enter(device.show(await ask(), { origin: 'https://gehoert.evil.example' })), null)
	assert.equal(await enter(device.show(await ask(), { isVerified: false })), null)
	assert.equal(await enter(newDevice(device.id).show(await ask())), null)
	assert.equal(await enter(device.show({ challenge: Buffer.from('never asked').toString('base64url') })), null)
	assert.equal((await enter(device.show(await ask())))?.accountId, analyst.accountId)
	assert.equal(await enter(device.show(await ask(), { counter: 1 })), null, 'a cloned key counts too low')
	for (const rubbish of [
		'',
		'{}',
		'null',
		'[1',
		'{"id":1}',
		`{"id":"x","response":{"clientDataJSON":"${'A'.repeat(30_000)}"}}`,
	])
		assert.equal(await enter(rubbish), null)
})

test('a question for a new passkey is no question at the door', async () => {
	const device = newDevice()
	const question = await askForNewPasskey(database, own(editor.accountId), site)
	await keepPasskey(database, own(editor.accountId), { answer: device.make(question), name: '', site })
	const another = await askForNewPasskey(database, own(editor.accountId), site)
	assert.equal(await enter(device.show(another)), null)
	await assert.rejects(keepPasskey(database, own(editor.accountId), { answer: device.make(another), name: '', site }), {
		code: 'passkey-known',
	})
})

type Shown = { origin?: string; isVerified?: boolean; counter?: number }

/** A device as a browser would speak for it: one key of the curve P-256. */
function newDevice(id = randomBytes(16).toString('base64url')) {
	const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
	let counter = 0
	return {
		id,
		make({ challenge }: { challenge: string }) {
			const client = clientData('webauthn.create', challenge)
			const key = Buffer.from(id, 'base64url')
			const length = Buffer.from([0, key.length])
			const authData = Buffer.concat([authenticator(0x45, counter), Buffer.alloc(16), length, key, coseKey(publicKey)])
			const attestation = new Map<string, unknown>([
				['fmt', 'none'],
				['attStmt', new Map()],
				['authData', new Uint8Array(authData)],
			])
			const attestationObject = Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url')
			return answered({ clientDataJSON: client.toString('base64url'), attestationObject })
		},
		show({ challenge }: { challenge: string }, shown: Shown = {}) {
			const client = clientData('webauthn.get', challenge, shown.origin)
			const authData = authenticator(shown.isVerified === false ? 0x01 : 0x05, shown.counter ?? ++counter)
			const signed = Buffer.concat([authData, createHash('sha256').update(client).digest()])
			return answered({
				clientDataJSON: client.toString('base64url'),
				authenticatorData: authData.toString('base64url'),
				signature: sign('sha256', signed, privateKey).toString('base64url'),
			})
		},
	}
	function answered(response: Record<string, string>) {
		return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })
	}
}

function clientData(type: string, challenge: string, origin = site.origin): Buffer {
	return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
}

/** RP id hash, flags (1 present, 4 verified, 64 with key), counter. */
function authenticator(flags: number, counter: number): Buffer {
	const count = Buffer.alloc(4)
	count.writeUInt32BE(counter)
	return Buffer.concat([createHash('sha256').update('gehoert.example').digest(), Buffer.from([flags]), count])
}

function coseKey(key: KeyObject): Buffer {
	const { x, y } = key.export({ format: 'jwk' })
	const cose = new Map<number, unknown>([
		[1, 2],
		[3, -7],
		[-1, 1],
		[-2, new Uint8Array(Buffer.from(x!, 'base64url'))],
		[-3, new Uint8Array(Buffer.from(y!, 'base64url'))],
	])
	return Buffer.from(isoCBOR.encode(cose as never))
}
