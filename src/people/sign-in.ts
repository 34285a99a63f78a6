/**
 * Signing in, by password or by a link that works once. better-auth does the work on our tables; its own web addresses are
 * not mounted, so everything it can do is listed here.
 */
import { betterAuth } from 'better-auth/minimal'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { magicLink } from 'better-auth/plugins/magic-link'
import { and, eq, gt, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import type { Pool, QueryConfig } from 'pg'
import { inInstallation, runStatement, type Database, type MunicipalityId } from '#platform/database/database.ts'
import { LINK_HOURS, SHORTEST_PASSWORD } from './account.rules.ts'
import type { Member } from './request.ts'
import { accounts, credentials, memberships, sessions, verifications } from './tables.ts'

/** Cookies to set on the answer. */
export type SetCookies = string[]
/** A session that has just begun. */
export type NewSession = { accountId: string; cookies: SetCookies }

export type SignIn = {
	/** Null when address and password do not belong together. */
	withPassword: (email: string, password: string) => Promise<NewSession | null>
	/** Token of a link that signs this account in once, within `LINK_HOURS`. */
	createLink: (email: string) => Promise<string>
	/** Null when the link was used, is too old or never was. */
	withLink: (token: string) => Promise<NewSession | null>
	/** Also ends every session of the account. */
	setPassword: (accountId: string, password: string) => Promise<void>
	/** Ends the session of this request. */
	signOut: (request: Request) => Promise<SetCookies>
	/** Who makes this request, if they are signed in and a member of the municipality. One query, none without a cookie. */
	findMember: (request: Request, municipalityId: MunicipalityId) => Promise<Member | null>
}

/** Longer than most people's break between two rounds of work; nobody stays signed in for ever. */
const SESSION_DAYS = 14

export function createSignIn(
	database: Database,
	{ baseUrl, sessionKey }: { baseUrl: string; sessionKey: string },
): SignIn {
	const links = new Map<string, (token: string) => void>()
	const auth = createAuth(database, baseUrl, sessionKey, ({ email, token }) => links.get(email)?.(token))
	return {
		withPassword: (email, password) =>
			sessionOf(() => auth.api.signInEmail({ body: { email, password }, asResponse: true })),
		async createLink(email) {
			const handedOut = new Promise<string>((resolve) => links.set(email, resolve))
			await auth.api.signInMagicLink({ body: { email }, headers: new Headers() })
			links.delete(email)
			return handedOut
		},
		withLink: (token) =>
			sessionOf(() => auth.api.magicLinkVerify({ query: { token }, headers: new Headers(), asResponse: true })),
		async setPassword(accountId, password) {
			const { internalAdapter, password: hashing } = await auth.$context
			const hash = await hashing.hash(password)
			const known = (await internalAdapter.findAccounts(accountId)).some(
				({ providerId }) => providerId === 'credential',
			)
			if (known) await internalAdapter.updatePassword(accountId, hash)
			else await internalAdapter.linkAccount({ userId: accountId, providerId: 'credential', accountId, password: hash })
			await internalAdapter.deleteUserSessions(accountId)
		},
		async signOut({ headers }) {
			const answer = await auth.api.signOut({ headers, asResponse: true })
			return answer.headers.getSetCookie()
		},
		async findMember(request, municipalityId) {
			const { name } = (await auth.$context).authCookies.sessionToken
			const token = readToken(request, name)
			return token ? findMemberByToken(database, municipalityId, token) : null
		},
	}
}

type SendLink = (link: { email: string; token: string }) => void

function createAuth(database: Database, baseUrl: string, sessionKey: string, sendMagicLink: SendLink) {
	return betterAuth({
		appName: 'Gehört',
		baseURL: baseUrl,
		secret: sessionKey,
		database: drizzleAdapter(statementByStatement(database), {
			provider: 'pg',
			schema: { user: accounts, session: sessions, account: credentials, verification: verifications },
		}),
		emailAndPassword: {
			enabled: true,
			disableSignUp: true,
			minPasswordLength: SHORTEST_PASSWORD,
			maxPasswordLength: 256,
		},
		session: { expiresIn: SESSION_DAYS * 86_400, disableSessionRefresh: true, cookieCache: { enabled: false } },
		advanced: { cookiePrefix: 'gehoert', useSecureCookies: baseUrl.startsWith('https:'), disableCSRFCheck: false },
		plugins: [magicLink({ disableSignUp: true, storeToken: 'hashed', expiresIn: LINK_HOURS * 3600, sendMagicLink })],
		telemetry: { enabled: false },
		logger: { disabled: true },
	})
}

/** Every statement in a transaction of its own, as the embedded database needs it. */
function statementByStatement(database: Database) {
	const client = { query: (query: string | QueryConfig, values?: unknown[]) => runStatement(database, query, values) }
	return drizzle(client as unknown as Pool, { casing: 'snake_case' })
}

/** The library answers a refusal with a status, or with a redirect that carries an error. */
async function sessionOf(ask: () => Promise<Response>): Promise<NewSession | null> {
	const answer = await ask()
	if (answer.status >= 500) throw new Error(`sign-in failed with ${answer.status}`)
	if (!answer.ok) return null
	const { user } = (await answer.json()) as { user: { id: string } }
	return { accountId: user.id, cookies: answer.headers.getSetCookie() }
}

/** The token of a session cookie: what stands before the signature. Anything else is no token. */
function readToken(request: Request, cookieName: string): string | undefined {
	const pairs = (request.headers.get('cookie') ?? '').split(/;\s*/)
	const found = pairs.find((pair) => pair.startsWith(`${cookieName}=`))
	return /^[A-Za-z0-9]+(?=\.)/.exec(found?.slice(cookieName.length + 1) ?? '')?.[0]
}

/** The token is 32 random characters, known to the browser and to this table only. */
async function findMemberByToken(
	database: Database,
	municipalityId: MunicipalityId,
	token: string,
): Promise<Member | null> {
	const [member] = await inInstallation(database, (db) =>
		db
			.select({ accountId: accounts.id, name: accounts.name, email: accounts.email, part: memberships.part })
			.from(sessions)
			.innerJoin(accounts, eq(accounts.id, sessions.userId))
			.innerJoin(
				memberships,
				and(eq(memberships.accountId, accounts.id), eq(memberships.municipalityId, municipalityId)),
			)
			.where(and(eq(sessions.token, token), gt(sessions.expiresAt, sql`now()`)))
			.limit(1),
	)
	return member ?? null
}
