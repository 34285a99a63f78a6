/**
 * Passkeys: a key on somebody's device that asks for finger, face or PIN itself, and so is both factors at once. Every
 * question is asked once, is valid for minutes, and only for this site.
 */
import { and, asc, eq } from 'drizzle-orm'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import {
	enterMunicipality,
	inInstallation,
	type Database,
	type InstallationDatabase,
	type MunicipalityId,
} from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { appendAudit } from './audit-log.ts'
import { issueToken, takeToken } from './one-time-tokens.ts'
import type { Session } from './sessions.ts'
import { accounts, passkeys } from './account.tables.ts'

/** Where the question is asked, as the browser sees it: never taken from a header. */
export type Site = { origin: string; name: string }

/** What the browser has sent, as text. */
export type PasskeyAnswer = string

const QUESTION_MINUTES = 5
/** EdDSA, ES256, RS256: what devices use today. */
const ALGORITHMS = [-8, -7, -257]
const LONGEST_ANSWER = 20_000

/** Signing in is large, and most starts of the server need no passkey. */
const library = () => import('@simplewebauthn/server')

export function siteOf(baseUrl: string, name: string): Site {
	return { origin: new URL(baseUrl).origin, name }
}

/** Asks any passkey of this site to show itself. */
export async function askForPasskey(database: Database, site: Site, at: Date) {
	const { generateAuthenticationOptions } = await library()
	const challenge = await inInstallation(database, (db) =>
		issueToken(db, { purpose: 'passkey-entry', value: 'anybody', minutes: QUESTION_MINUTES, at }),
	)
	return generateAuthenticationOptions({
		rpID: new URL(site.origin).hostname,
		challenge: Buffer.from(challenge),
		userVerification: 'required',
	})
}

export type ReadAnswer = { answer: PasskeyAnswer; site: Site; at: Date }

/** Whose passkey has answered our question; null when none of ours has, or not rightly. */
export async function readPasskeyAnswer(
	db: InstallationDatabase,
	{ answer, site, at }: ReadAnswer,
): Promise<string | null> {
	const response = parseAnswer<AuthenticationResponseJSON>(answer)
	if (!response) return null
	const challenge = askedChallenge(response.response.clientDataJSON)
	if ((await takeToken(db, { purpose: 'passkey-entry', token: challenge, at })) === null) return null
	const [passkey] = await db.select().from(passkeys).where(eq(passkeys.credentialID, response.id)).for('update')
	if (!passkey) return null
	const { verifyAuthenticationResponse } = await library()
	const outcome = await verifyAuthenticationResponse({
		response,
		expectedChallenge: Buffer.from(challenge).toString('base64url'),
		expectedOrigin: site.origin,
		expectedRPID: new URL(site.origin).hostname,
		requireUserVerification: true,
		credential: {
			id: passkey.credentialID,
			publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
			counter: passkey.counter,
		},
	}).catch(() => null) // the library throws at whatever does not fit
	if (!outcome?.verified) return null
	await db.update(passkeys).set({ counter: outcome.authenticationInfo.newCounter }).where(eq(passkeys.id, passkey.id))
	return passkey.userId
}

export type OwnPasskeys = { municipalityId: MunicipalityId; session: Session; at: Date }

/** Asks this device to make a passkey for somebody who is signed in and has just confirmed who they are. */
export async function askForNewPasskey(database: Database, { session, at }: OwnPasskeys, site: Site) {
	const { generateRegistrationOptions } = await library()
	const { challenge, account, known } = await inInstallation(database, async (db) => {
		const [found] = await db
			.select({ name: accounts.name, email: accounts.email })
			.from(accounts)
			.where(eq(accounts.id, session.accountId))
		const token = await issueToken(db, {
			purpose: 'passkey-new',
			value: session.id,
			minutes: QUESTION_MINUTES,
			at,
		})
		return { challenge: token, account: found!, known: await findPasskeys(db, session.accountId) }
	})
	return generateRegistrationOptions({
		rpID: new URL(site.origin).hostname,
		rpName: site.name,
		userName: account.email,
		userDisplayName: account.name,
		userID: new TextEncoder().encode(session.accountId),
		challenge: Buffer.from(challenge),
		attestationType: 'none',
		supportedAlgorithmIDs: ALGORITHMS,
		excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
	})
}

/** @throws {Problem} `passkey-not-made`, `passkey-known` */
export async function keepPasskey(
	database: Database,
	{ municipalityId, session, at }: OwnPasskeys,
	{ answer, name, site }: { answer: PasskeyAnswer; name: string; site: Site },
) {
	const response = parseAnswer<RegistrationResponseJSON>(answer)
	if (!response) throw new Problem('invalid', 'passkey-not-made')
	const challenge = askedChallenge(response.response.clientDataJSON)
	const { verifyRegistrationResponse } = await library()
	const outcome = await verifyRegistrationResponse({
		response,
		expectedChallenge: Buffer.from(challenge).toString('base64url'),
		expectedOrigin: site.origin,
		expectedRPID: new URL(site.origin).hostname,
		requireUserVerification: true,
		supportedAlgorithmIDs: ALGORITHMS,
	}).catch(() => null)
	if (!outcome?.verified) throw new Problem('invalid', 'passkey-not-made')
	const { credential, credentialDeviceType, credentialBackedUp } = outcome.registrationInfo
	await inInstallation(database, async (db) => {
		const asked = await takeToken(db, { purpose: 'passkey-new', token: challenge, at })
		if (asked !== session.id) throw new Problem('invalid', 'passkey-not-made')
		const kept = await db
			.insert(passkeys)
			.values({
				id: crypto.randomUUID(),
				userId: session.accountId,
				name: name.trim().slice(0, 80),
				credentialID: credential.id,
				publicKey: Buffer.from(credential.publicKey).toString('base64url'),
				counter: credential.counter,
				deviceType: credentialDeviceType,
				backedUp: credentialBackedUp,
				createdAt: at,
			})
			.onConflictDoNothing()
			.returning({ id: passkeys.id })
		if (kept.length === 0) throw new Problem('conflict', 'passkey-known')
		const inside = await enterMunicipality(db, municipalityId)
		await appendAudit(inside, { by: session.accountId, act: 'passkey-added', subject: 'account', at })
	})
}

export type Passkey = { id: string; credentialId: string; name: string; addedAt: Date }

export async function findPasskeys(db: InstallationDatabase, accountId: string): Promise<Passkey[]> {
	const rows = await db
		.select({
			id: passkeys.id,
			credentialId: passkeys.credentialID,
			name: passkeys.name,
			addedAt: passkeys.createdAt,
		})
		.from(passkeys)
		.where(eq(passkeys.userId, accountId))
		.orderBy(asc(passkeys.createdAt))
	return rows.map((row) => ({ ...row, name: row.name ?? '' }))
}

/** @throws {Problem} `passkey-unknown`, also for somebody else's */
export async function removePasskey(database: Database, { municipalityId, session, at }: OwnPasskeys, id: string) {
	await inInstallation(database, async (db) => {
		const removed = await db
			.delete(passkeys)
			.where(and(eq(passkeys.id, id), eq(passkeys.userId, session.accountId)))
			.returning({ id: passkeys.id })
		if (removed.length === 0) throw new Problem('not-found', 'passkey-unknown')
		const inside = await enterMunicipality(db, municipalityId)
		await appendAudit(inside, { by: session.accountId, act: 'passkey-removed', subject: 'account', at })
	})
}

function parseAnswer<Answer extends { id: string; response: { clientDataJSON: string } }>(text: string) {
	if (text.length > LONGEST_ANSWER) return null
	try {
		const read = JSON.parse(text) as Answer
		return typeof read?.id === 'string' && typeof read.response?.clientDataJSON === 'string' ? read : null
	} catch {
		return null
	}
}

/** The token our question carried, as the browser says it was asked; empty for anything else. */
function askedChallenge(clientDataJson: string): string {
	try {
		const { challenge } = JSON.parse(Buffer.from(clientDataJson, 'base64url').toString()) as { challenge?: unknown }
		return Buffer.from(String(challenge), 'base64url').toString()
	} catch {
		return ''
	}
}
