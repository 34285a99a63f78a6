/** Joins the stages behind one address. Decides nothing. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { serve } from '@hono/node-server'
import type { ServerBuild } from 'react-router'
import type { Database } from '#platform/database/database.ts'
import { createApp } from '#platform/http/create-app.ts'
import { secretsContext, settingsContext } from '#platform/http/request-context.ts'
import { Problem } from '#platform/problem.ts'
import { openSecrets } from '#platform/secrets.ts'
import type { Settings } from '#platform/settings.ts'
import { municipalityAtHost } from '#people/chosen-municipality.ts'
import { memberContext, municipalityContext, signInContext } from '#people/request.ts'
import { createSignIn, type SignIn } from '#people/sign-in.ts'
import { mountUnderstandingApi } from '#understanding/api.ts'
import { mountPeople } from '#people/api.ts'
import { mountPublishing } from '#publishing/api.ts'

const BUILD = join(import.meta.dirname, '../build')

export type RunningServer = { address: string; signIn: SignIn; stop: () => Promise<void> }

export async function startServer(database: Database, wanted: Settings): Promise<RunningServer> {
	const build = (await import(pathToFileURL(join(BUILD, 'server/index.js')).href)) as ServerBuild
	const settings = { ...wanted }
	const secrets = openSecrets(settings.secretsFile)
	const signIn = createSignIn(database, { baseUrl: settings.baseUrl, sessionKey: secrets.sessionKey })
	const app = createApp({
		database,
		build,
		clientFolder: join(BUILD, 'client'),
		prepare: async (context, request) => {
			const municipality = await municipalityAtHost(database, new URL(request.url).hostname)
			context.set(secretsContext, secrets)
			context.set(settingsContext, settings)
			context.set(signInContext, signIn)
			context.set(municipalityContext, municipality)
			context.set(memberContext, await signIn.findMember(request, municipality.id))
		},
		mount: (app) => {
			mountUnderstandingApi(app)
			app.get('/health', (c) => c.json({ status: 'ok' }))
			mountPeople(app)
			mountPublishing(app)
		},
	})
	const { port, stop } = await listen(app.fetch, settings)
	// Port 0 asks the system for a free one: only now the address is known.
	if (wanted.port === 0) settings.baseUrl = `http://${settings.host}:${port}`
	return { address: settings.baseUrl, signIn, stop }
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
