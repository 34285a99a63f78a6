/** Joins the stages behind one address. Decides nothing. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { serve } from '@hono/node-server'
import type { ServerBuild } from 'react-router'
import type { Database } from '#platform/database/database.ts'
import { createApp } from '#platform/http/create-app.ts'
import { secretsContext, settingsContext } from '#platform/http/request-context.ts'
import { openSecrets } from '#platform/secrets.ts'
import type { Settings } from '#platform/settings.ts'
import { chooseMunicipality } from '#people/chosen-municipality.ts'
import { memberContext, municipalityContext } from '#people/request.ts'
import { mountUnderstandingApi } from '#understanding/api.ts'
import { mountPublishing } from '#publishing/api.ts'

const BUILD = join(import.meta.dirname, '../build')

export type RunningServer = { port: number; stop: () => Promise<void> }

export async function startServer(database: Database, settings: Settings): Promise<RunningServer> {
	const build = (await import(pathToFileURL(join(BUILD, 'server/index.js')).href)) as ServerBuild
	const secrets = openSecrets(settings.secretsFile)
	const app = createApp({
		database,
		build,
		clientFolder: join(BUILD, 'client'),
		prepare: async (context) => {
			context.set(secretsContext, secrets)
			context.set(settingsContext, settings)
			context.set(municipalityContext, await chooseMunicipality(database, undefined))
			context.set(memberContext, null)
		},
		mount: (app) => {
			mountUnderstandingApi(app)
			app.get('/health', (c) => c.json({ status: 'ok' }))
			mountPublishing(app)
		},
	})
	return new Promise((started) => {
		const server = serve({ fetch: app.fetch, port: settings.port, hostname: settings.host }, ({ port }) =>
			started({
				port,
				stop: () =>
					new Promise((stopped) => {
						server.close(() => stopped())
						if ('closeIdleConnections' in server) server.closeIdleConnections()
					}),
			}),
		)
	})
}
