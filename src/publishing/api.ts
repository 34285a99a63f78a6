/** Addresses of this stage for programs. */
import type { Hono } from 'hono'
import type { RequestVariables } from '#platform/http/create-app.ts'
import { packageJsonSchema } from './package/package-content.ts'

export function mountPublishing(app: Hono<{ Variables: RequestVariables }>) {
	app.get('/schema/package-1.json', (c) => {
		c.header('cache-control', 'public, max-age=3600')
		return c.json(packageJsonSchema())
	})
}
