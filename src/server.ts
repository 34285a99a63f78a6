/** Joins the stages behind one address. Decides nothing. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { serve } from '@hono/node-server'
import type { ServerBuild } from 'react-router'
import type { Database } from '#platform/database/database.ts'
import { createApp, type App, type Site } from '#platform/http/create-app.ts'
import { secretsContext, settingsContext } from '#platform/http/request-context.ts'
import { trustProxies } from '#platform/http/proxies.ts'
import { Problem } from '#platform/problem.ts'
import { openSecrets } from '#platform/secrets.ts'
import type { Settings } from '#platform/settings.ts'
import { LANGUAGES } from '#platform/words/words.ts'
import { findSite, languagesOf, type MunicipalitySite } from '#people/find-site.ts'
import { LOBBY, lobbyPage } from '#people/lobby.ts'
import { municipalityAddress } from '#people/municipality-address.ts'
import { memberContext, municipalityContext, providerContext, signInContext } from '#people/request.ts'
import { createProvider } from '#people/provider.ts'
import { createSignIn, type SignIn } from '#people/sign-in.ts'
import { mountListeningApi } from '#listening/api.ts'
import { mountUnderstandingApi } from '#understanding/api.ts'
import { mountPeople } from '#people/api.ts'
import { mountPublishing } from '#publishing/api.ts'

const BUILD = join(import.meta.dirname, '../build')

export type RunningServer = { address: string; signIn: SignIn; stop: () => Promise<void> }

export async function startServer(database: Database, wanted: Settings): Promise<RunningServer> {
	const settings = { ...wanted }
	const { app, signIn } = await openHouse(database, settings)
	const { port, stop } = await listen(app.fetch, settings)
	// Port 0 asks the system for a free one: only now the address is known.
	if (wanted.port === 0) settings.baseUrl = `http://${settings.host}:${port}`
	return { address: settings.baseUrl, signIn, stop }
}

/** Everything that answers requests, without a port. `settings` may still change until the first one. */
export async function openHouse(database: Database, settings: Settings): Promise<{ app: App; signIn: SignIn }> {
	const build = (await import(pathToFileURL(join(BUILD, 'server/index.js')).href)) as ServerBuild
	trustProxies(settings.trustedProxies)
	const secrets = openSecrets(settings.secretsFile)
	const signIn = createSignIn(database, { baseUrl: settings.baseUrl, sessionKey: secrets.sessionKey })
	const provider = settings.provider ? createProvider(database, settings.provider) : null
	const app = createApp<MunicipalitySite | null>({
		database,
		build,
		clientFolder: join(BUILD, 'client'),
		baseUrl: () => settings.baseUrl,
		findSite: async (request) => siteOf(request, await findSite(database, ...hostAndPath(request))),
		prepare: async (context, request, { mount, place }) => {
			const municipality = place?.municipality ?? LOBBY
			const baseUrl = place ? municipalityAddress(settings.baseUrl, municipality, mount === '') : settings.baseUrl
			context.set(secretsContext, secrets)
			context.set(settingsContext, { ...settings, baseUrl })
			context.set(signInContext, signIn)
			context.set(providerContext, provider)
			context.set(municipalityContext, municipality)
			context.set(memberContext, place ? await signIn.findMember(request, municipality.id) : null)
		},
		mount: (app) => {
			mountListeningApi(app)
			mountUnderstandingApi(app)
			mountPeople(app)
			mountPublishing(app)
		},
	})
	return { app, signIn }
}

function hostAndPath({ url }: Request): [string, string] {
	const { hostname, pathname } = new URL(url)
	return [hostname, pathname]
}

/** Where several municipalities share a host and none is named, pages list them; programs are refused. */
function siteOf(request: Request, found: MunicipalitySite | null): Site<MunicipalitySite | null> {
	if (found) return { mount: found.mount, languages: languagesOf(found.municipality), place: found }
	const { hostname, pathname, search } = new URL(request.url)
	if (pathname.startsWith('/api/')) throw new Problem('not-found', 'host-unknown', { host: hostname })
	// The list itself keeps its address, for the switch of languages.
	const shows = pathname === '/gemeinden' ? pathname + search : lobbyPage(pathname + search)
	return { mount: '', languages: LANGUAGES, shows, place: null }
}

type Listening = { port: number; stop: () => Promise<void> }

function listen(fetch: Parameters<typeof serve>[0]['fetch'], { port, host }: Settings): Promise<Listening> {
	return new Promise((started, failed) => {
		const server = serve({ fetch, port, hostname: host }, (info) => started({ port: info.port, stop }))
		server.once('error', (error: NodeJS.ErrnoException) =>
			failed(error.code === 'EADDRINUSE' ? new Problem('conflict', 'port-taken', { port }) : error),
		)
		const stop = () =>
			new Promise<void>((stopped) => {
				server.close(() => stopped())
				if ('closeIdleConnections' in server) server.closeIdleConnections()
				// Whoever is still being answered gets two seconds.
				setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 2000).unref()
			})
	})
}
