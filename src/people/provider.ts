/**
 * Signing in through another house (OpenID Connect): authorization code with PKCE, state and nonce. It only answers the
 * question whose address somebody has; who may come in is decided here. Nobody gets an account by it.
 */
import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { inInstallation, type Database } from '#platform/database/database.ts'
import { log } from '#platform/log.ts'
import { Problem } from '#platform/problem.ts'
import type { ProviderSettings } from '#platform/settings.ts'
import { parseEmail } from './account.rules.ts'
import { findByAddress } from './address-proof.ts'
import { issueToken, takeToken } from './one-time-tokens.ts'

export type Provider = {
	/** As it stands on the button. */
	name: string
	/**
	 * Where to send the browser, and the state it must bring back and keep in its cookie.
	 *
	 * @throws {Problem} `provider-silent` when the other house does not answer
	 */
	begin: (wanted: { redirectUri: string; target: string; at: Date }) => Promise<{ address: string; state: string }>
	/** Whose account the answer is for, and where they wanted to go; null for everybody who may not come in. */
	finish: (answer: ProviderReturn) => Promise<{ accountId: string; target: string } | null>
}

export type ProviderReturn = {
	/** The address the browser was sent back to, with its query. */
	returned: URL
	/** State as the browser's cookie has it. */
	state: string
	redirectUri: string
	at: Date
}

const STATE_MINUTES = 10
const PATIENCE_MS = 10_000
/** Signatures with the provider's public key; never the ones a shared or no secret could make. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'ES256', 'ES384', 'EdDSA']

const Discovery = z.object({
	issuer: z.string(),
	authorization_endpoint: z.url(),
	token_endpoint: z.url(),
	jwks_uri: z.url(),
	userinfo_endpoint: z.url().optional(),
	token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
	authorization_response_iss_parameter_supported: z.boolean().optional(),
})
type Discovery = z.infer<typeof Discovery>

const Claims = z.object({ sub: z.string(), email: z.string().optional(), email_verified: z.boolean().optional() })
const Pending = z.object({ nonce: z.string(), verifier: z.string(), target: z.string() })

export function createProvider(database: Database, settings: ProviderSettings): Provider {
	let found: Promise<Discovery> | undefined
	const discover = () =>
		(found ??= discovery(settings).catch((error: unknown) => {
			found = undefined
			log('warn', 'provider-silent', { reason: kindOf(error) })
			throw new Problem('unavailable', 'provider-silent', { provider: settings.name })
		}))
	return {
		name: settings.name,
		async begin({ redirectUri, target, at }) {
			const { authorization_endpoint } = await discover()
			const [nonce, verifier] = [random(), random()]
			const value = JSON.stringify({ nonce, verifier, target })
			const state = await inInstallation(database, (db) =>
				issueToken(db, { purpose: 'provider', value, minutes: STATE_MINUTES, at }),
			)
			const address = new URL(authorization_endpoint)
			const asked = {
				response_type: 'code',
				client_id: settings.clientId,
				redirect_uri: redirectUri,
				scope: 'openid email',
				state,
				nonce,
				code_challenge: createHash('sha256').update(verifier).digest('base64url'),
				code_challenge_method: 'S256',
			}
			for (const [name, text] of Object.entries(asked)) address.searchParams.set(name, text)
			return { address: address.href, state }
		},
		async finish(answer) {
			const pending = await takePending(database, answer)
			if (!pending) return null
			try {
				const email = await verifiedAddress(settings, await discover(), pending, answer)
				const account = email && (await inInstallation(database, (db) => findByAddress(db, email)))
				return account && account.opensByMail ? { accountId: account.accountId, target: pending.target } : null
			} catch (error) {
				// Whatever the other house says wrongly is a refusal here. Its words may name people: only their kind is noted.
				log('warn', 'provider-refused', { reason: kindOf(error) })
				return null
			}
		},
	}
}

/** What was begun in this very browser; used up. */
async function takePending(database: Database, { returned, state, at }: ProviderReturn) {
	const token = returned.searchParams.get('state') ?? ''
	if (token === '' || token !== state) return null
	const value = await inInstallation(database, (db) => takeToken(db, { purpose: 'provider', token, at }))
	return value === null ? null : Pending.parse(JSON.parse(value))
}

/** The address the provider vouches for, in lower case; null when it vouches for none. */
async function verifiedAddress(
	settings: ProviderSettings,
	found: Discovery,
	{ nonce, verifier }: z.infer<typeof Pending>,
	{ returned, redirectUri }: ProviderReturn,
): Promise<string | null> {
	const code = returned.searchParams.get('code')
	const issuer = returned.searchParams.get('iss')
	const mustSayIssuer = found.authorization_response_iss_parameter_supported === true
	if (!code || (issuer ?? (mustSayIssuer ? '' : found.issuer)) !== found.issuer) return null
	const tokens = await exchange(settings, found, { code, verifier, redirectUri })
	const { validateToken } = await import('better-auth/oauth2')
	const { payload } = await validateToken<Record<string, unknown>>(tokens.id_token, found.jwks_uri, {
		issuer: found.issuer,
		audience: settings.clientId,
		algorithms: ALGORITHMS,
		requiredClaims: ['iss', 'sub', 'aud', 'exp', 'iat', 'nonce'],
		clockTolerance: 30,
	})
	if (payload['nonce'] !== nonce) return null
	if (payload['azp'] !== undefined && payload['azp'] !== settings.clientId) return null
	const inToken = Claims.parse(payload)
	const claims = inToken.email === undefined ? await userInfo(found, tokens.access_token, inToken.sub) : inToken
	return claims?.email && claims.email_verified === true ? parseEmail(claims.email) : null
}

const Tokens = z.object({ id_token: z.string(), access_token: z.string() })

type Exchange = { code: string; verifier: string; redirectUri: string }

async function exchange(
	{ clientId, clientSecret }: ProviderSettings,
	found: Discovery,
	{ code, verifier, redirectUri }: Exchange,
) {
	const body = new URLSearchParams({
		grant_type: 'authorization_code',
		code,
		redirect_uri: redirectUri,
		code_verifier: verifier,
	})
	const headers = new Headers()
	const methods = found.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
	if (methods.includes('client_secret_basic')) {
		const pair = [clientId, clientSecret].map((text) => new URLSearchParams({ '': text }).toString().slice(1)).join(':')
		headers.set('authorization', `Basic ${Buffer.from(pair).toString('base64')}`)
	} else {
		body.set('client_id', clientId)
		body.set('client_secret', clientSecret)
	}
	return Tokens.parse(await fetchJson(found.token_endpoint, { method: 'POST', body, headers }))
}

async function userInfo({ userinfo_endpoint }: Discovery, accessToken: string, sub: string) {
	if (!userinfo_endpoint) return null
	const claims = Claims.parse(
		await fetchJson(userinfo_endpoint, { headers: new Headers({ authorization: `Bearer ${accessToken}` }) }),
	)
	return claims.sub === sub ? claims : null
}

async function discovery({ issuer }: ProviderSettings): Promise<Discovery> {
	const found = Discovery.parse(await fetchJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {}))
	if (found.issuer.replace(/\/$/, '') !== issuer.replace(/\/$/, '')) throw new Error('another issuer')
	return found
}

async function fetchJson(address: string, request: RequestInit): Promise<unknown> {
	const answer = await fetch(address, { ...request, redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) })
	if (!answer.ok) throw Object.assign(new Error('refused'), { code: `status-${answer.status}` })
	return answer.json()
}

function kindOf(error: unknown): string {
	return (error as { code?: string }).code ?? (error as Error).name
}

function random(): string {
	return randomBytes(32).toString('base64url')
}
