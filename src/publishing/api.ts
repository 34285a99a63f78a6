/** Addresses of this stage for programs: the feed, the schema of packages. */
import { createHash } from 'node:crypto'
import type { Hono } from 'hono'
import type { RequestVariables } from '#platform/http/create-app.ts'
import { settingsContext } from '#platform/http/request-context.ts'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, municipalityContext, todayIn } from '#people/request.ts'
import { atomFeed } from './atom-feed.ts'
import { findNews } from './find-news.ts'
import { packageJsonSchema } from './package/package-content.ts'

export function mountPublishing(app: Hono<{ Variables: RequestVariables }>) {
	app.get('/schema/package-1.json', (c) => {
		c.header('cache-control', 'public, max-age=3600')
		return c.json(packageJsonSchema())
	})
	app.get('/feed.atom', async (c) => {
		const context = c.get('pages')
		const municipality = context.get(municipalityContext)
		const today = todayIn(municipality)
		const { name, profile } = municipality
		const feed = atomFeed({
			title: m.publishing_feed_title({ name }),
			origin: context.get(settingsContext).baseUrl,
			language: c.get('language'),
			author: profile.convener,
			news: await inThisMunicipality(context, (db) => findNews(db, today)),
			today,
		})
		// Whoever keeps a copy asks every time: what was withdrawn since must not be shown from it.
		const tag = `"${createHash('sha256').update(feed).digest('hex')}"`
		c.header('cache-control', 'no-cache')
		// The reader's language stands in a cookie.
		c.header('vary', 'cookie')
		c.header('etag', tag)
		if (c.req.header('if-none-match')?.includes(tag)) return c.body(null, 304)
		c.header('content-type', 'application/atom+xml; charset=utf-8')
		return c.body(feed)
	})
}
