/** Addresses of this stage for programs. */
import type { Hono } from 'hono'
import type { RequestVariables } from '#platform/http/create-app.ts'
import { settingsContext } from '#platform/http/request-context.ts'
import { municipalityContext } from './request.ts'
import { securityNotice } from './security-notice.rules.ts'

export function mountPeople(app: Hono<{ Variables: RequestVariables }>) {
	app.get('/.well-known/security.txt', (c) => {
		const { baseUrl } = c.get('pages').get(settingsContext)
		const { profile } = c.get('pages').get(municipalityContext)
		c.header('cache-control', 'public, max-age=86400')
		return c.text(securityNotice({ email: profile.email, baseUrl, today: Temporal.Now.plainDateISO('UTC').toString() }))
	})
}
