/**
 * Everything that lets somebody in or out, in one list: a test compares it. There are no other web addresses behind it
 * than the pages of this stage.
 */
import { and, eq, gt } from 'drizzle-orm'
import {
	enterMunicipality,
	inInstallation,
	readInstallation,
	type Database,
	type InstallationDatabase,
	type MunicipalityId,
} from '#platform/database/database.ts'
import { plannedOnce } from '#platform/database/planned-once.ts'
import { LINK_HOURS } from './account.rules.ts'
import { confirmAddress, findByAddress } from './address-proof.ts'
import { appendAudit } from './audit-log.ts'
import { enter, type Entrance } from './enter.ts'
import { issueToken, peekToken, takeToken } from './one-time-tokens.ts'
import { readPasskeyAnswer, type PasskeyAnswer, type Site } from './passkeys.ts'
import { checkPassword } from './passwords.ts'
import type { Member } from './request.ts'
import { checkSecondFactor } from './second-factor.ts'
import { endSession, findSession, renewSession, SESSION_DAYS, tokenHash, type Session } from './sessions.ts'
import { cookiesFor, type SetCookies } from './sign-in-cookies.ts'
import { accounts, memberships, sessions } from './account.tables.ts'

type At = { municipalityId: MunicipalityId; at: Date }

/** Every way in returns null for whoever does not get in, without saying why. */
export type SignIn = {
	withPassword: (wanted: At & { email: string; password: string }) => Promise<Entrance | null>
	withLink: (wanted: At & { token: string }) => Promise<Entrance | null>
	withPasskey: (wanted: At & { answer: PasskeyAnswer; site: Site }) => Promise<Entrance | null>
	/** `accountId` has just shown who they are: by an invitation, or in another house. */
	asShown: (wanted: At & { accountId: string }) => Promise<Entrance | null>
	/**
	 * Answers the question another way in has left open.
	 *
	 * @throws {Problem} `second-factor-rests`
	 */
	withSecondFactor: (wanted: At & { request: Request; typed: string }) => Promise<Entrance | null>
	/** Token of a link that signs this account in once, within `LINK_HOURS`; to be handed over, not mailed. */
	createLink: (email: string) => Promise<string>
	/** Another cookie for the same session, after a change of how somebody signs in. */
	renew: (session: Session) => Promise<SetCookies>
	/** Ends the session of this request. */
	signOut: (request: Request) => Promise<SetCookies>
	findSession: (request: Request) => Promise<Session | null>
	/** Whether this request waits for the second factor. */
	isHalfway: (request: Request) => Promise<boolean>
	/** Who makes this request, if they are signed in and a member of the municipality. One query, none without a cookie. */
	findMember: (request: Request, municipalityId: MunicipalityId) => Promise<Member | null>
}

export type SignInParts = { baseUrl: string; sessionKey: string }

export function createSignIn(database: Database, { baseUrl, sessionKey }: SignInParts): SignIn {
	const cookies = cookiesFor(baseUrl)
	const inOne = <Result>(work: (db: InstallationDatabase) => Promise<Result>) => inInstallation(database, work)
	const open = { secondFactor: 'open' } as const
	const shown = { secondFactor: 'shown' } as const
	return {
		async withPassword({ email, password, ...at }) {
			const accountId = await checkPassword(database, email, password)
			return inOne((db) => enter(db, cookies, { accountId: accountId ?? '', ...open, ...at }))
		},
		withLink: ({ token, ...at }) =>
			inOne(async (db) => {
				const accountId = await takeLink(db, token, at.at)
				return accountId === null ? null : enter(db, cookies, { accountId, ...open, ...at })
			}),
		withPasskey: ({ answer, site, ...at }) =>
			inOne(async (db) => {
				const accountId = await readPasskeyAnswer(db, { answer, site, at: at.at })
				return accountId === null ? null : enter(db, cookies, { accountId, ...shown, ...at })
			}),
		asShown: (wanted) => inOne((db) => enter(db, cookies, { ...open, ...wanted })),
		withSecondFactor: ({ request, typed, municipalityId, at }) =>
			inOne(async (db) => {
				const waiting = { purpose: 'second-factor' as const, token: cookies.read(request, 'second'), at }
				const accountId = await peekToken(db, waiting)
				if (accountId === null) return null
				const by = await checkSecondFactor(db, { accountId, typed, key: { sessionKey }, at })
				if (by === null || (await takeToken(db, waiting)) === null) return null
				const entrance = await enter(db, cookies, { accountId, municipalityId, ...shown, at })
				if (entrance && by === 'recovery-code') await noteRecoveryCode(db, { accountId, municipalityId, at })
				return entrance
			}),
		createLink: (email) =>
			inOne(async (db) => {
				const known = await findByAddress(db, email)
				if (!known) throw new Error('a link needs an account')
				return issueToken(db, {
					purpose: 'handed-link',
					value: known.accountId,
					minutes: LINK_HOURS * 60,
					at: new Date(),
				})
			}),
		async renew({ id }) {
			const token = await inOne((db) => renewSession(db, id, new Date()))
			return [cookies.set('session', token, SESSION_DAYS * 86_400)]
		},
		async signOut(request) {
			const token = cookies.read(request, 'session')
			if (token) await inOne((db) => endSession(db, token, new Date()))
			return [cookies.clear('session'), cookies.clear('second')]
		},
		async findSession(request) {
			const token = cookies.read(request, 'session')
			return token ? inOne((db) => findSession(db, token, new Date())) : null
		},
		async isHalfway(request) {
			const waiting = { purpose: 'second-factor' as const, token: cookies.read(request, 'second'), at: new Date() }
			return waiting.token !== '' && (await inOne((db) => peekToken(db, waiting))) !== null
		},
		async findMember(request, municipalityId) {
			const token = cookies.read(request, 'session')
			return token ? findMemberByToken(database, municipalityId, token) : null
		},
	}
}

/** Account a link opens; the link is used up. A mailed one opens nothing once the account has another address. */
async function takeLink(db: InstallationDatabase, token: string, at: Date): Promise<string | null> {
	const handed = await takeToken(db, { purpose: 'handed-link', token, at })
	if (handed !== null) return handed
	const mailed = await takeToken(db, { purpose: 'mailed-link', token, at })
	if (mailed === null) return null
	const [accountId = '', email = ''] = mailed.split(' ')
	const account = await findByAddress(db, email)
	if (account?.accountId !== accountId || !account.opensByMail) return null
	await confirmAddress(db, account, at)
	return accountId
}

async function noteRecoveryCode(
	db: InstallationDatabase,
	{ accountId, municipalityId, at }: At & { accountId: string },
) {
	const inside = await enterMunicipality(db, municipalityId)
	await appendAudit(inside, { by: accountId, act: 'recovery-code-used', subject: 'account', at })
}

/** The token is 256 random bits, known to the browser alone; this table knows its hash. */
async function findMemberByToken(
	database: Database,
	municipalityId: MunicipalityId,
	token: string,
): Promise<Member | null> {
	const [member] = await readInstallation(database, (db) =>
		plannedOnce(
			db,
			db
				.select({ accountId: accounts.id, name: accounts.name, email: accounts.email, part: memberships.part })
				.from(sessions)
				.innerJoin(accounts, eq(accounts.id, sessions.userId))
				.innerJoin(
					memberships,
					and(eq(memberships.accountId, accounts.id), eq(memberships.municipalityId, municipalityId)),
				)
				.where(and(eq(sessions.token, tokenHash(token)), gt(sessions.expiresAt, new Date())))
				.limit(1),
		),
	)
	return member ?? null
}
