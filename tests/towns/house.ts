/** The whole product without a port: the real pages, API and sign-in, asked in this very process. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { eq } from 'drizzle-orm'
import { inInstallation, type Database, type MunicipalityId } from '#platform/database/database.ts'
import { readSettings, type Settings } from '#platform/settings.ts'
import type { SignIn } from '#people/sign-in.ts'
import { accounts, memberships } from '#people/account.tables.ts'
import '../../src/reactions.ts'
import { openHouse } from '../../src/server.ts'

export type Asked = {
	method?: string
	/** `name=value` pairs as a browser would send them. */
	cookie?: string | undefined
	form?: Record<string, string> | undefined
	json?: unknown
	/** A body as it is, for what no form and no program would send. */
	raw?: string
	headers?: Record<string, string>
	/** Where the request seems to come from. */
	address?: string
	/** Forms of browsers say so; false leaves it out. */
	isOwnForm?: boolean
}

export type Answer = { status: number; headers: Headers; bytes: Uint8Array; text: string; cookies: string[] }

export type House = {
	signIn: SignIn
	settings: Settings
	routes: { method: string; path: string }[]
	/** `address` begins with the host: `http://localhost:3000/themen`. */
	ask: (address: string, asked?: Asked) => Promise<Answer>
	/** The cookie of somebody who has just signed in. */
	enter: (email: string) => Promise<string>
}

export async function openTestHouse(database: Database, environment: Record<string, string> = {}): Promise<House> {
	const folder = mkdtempSync(join(tmpdir(), 'gehoert-house-'))
	after(() => rmSync(folder, { recursive: true, force: true }))
	const settings = readSettings({ GEHOERT_DATA: folder, ...environment })
	const { app, signIn } = await openHouse(database, settings)
	return {
		signIn,
		settings,
		routes: app.routes,
		ask: async (address, asked) => {
			const connection = { incoming: { socket: { remoteAddress: asked?.address ?? '127.0.0.1' } } }
			return read(await app.fetch(requestOf(address, asked), connection))
		},
		enter: async (email) => {
			const municipalityId = await findTeamOf(database, email)
			const wanted = { municipalityId, token: await signIn.createLink(email), at: new Date() }
			return pairs((await signIn.withLink(wanted))!.cookies)
		},
	}
}

/** A municipality somebody with this address works for. */
async function findTeamOf(database: Database, email: string): Promise<MunicipalityId> {
	const [found] = await inInstallation(database, (db) =>
		db
			.select({ id: memberships.municipalityId })
			.from(memberships)
			.innerJoin(accounts, eq(accounts.id, memberships.accountId))
			.where(eq(accounts.email, email)),
	)
	return found!.id as MunicipalityId
}

/** What a browser keeps of `Set-Cookie` lines. */
export function pairs(cookies: string[]): string {
	return cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}

function requestOf(
	address: string,
	{ method, cookie, form, json, raw, headers, isOwnForm = true }: Asked = {},
): Request {
	const body = raw ?? (form ? new URLSearchParams(form) : json === undefined ? undefined : JSON.stringify(json))
	const verb = method ?? (body ? 'POST' : 'GET')
	return new Request(address, {
		method: verb,
		...(body !== undefined && { body }),
		redirect: 'manual',
		headers: {
			accept: 'text/html',
			...(json !== undefined && { 'content-type': 'application/json', accept: 'application/json' }),
			...(verb !== 'GET' && isOwnForm && { 'sec-fetch-site': 'same-origin' }),
			...(cookie && { cookie }),
			...headers,
		},
	})
}

async function read(response: Response): Promise<Answer> {
	const bytes = new Uint8Array(await response.arrayBuffer())
	const { status, headers } = response
	return { status, headers, bytes, text: new TextDecoder().decode(bytes), cookies: headers.getSetCookie() }
}
