/** The table of contents: which stage shows which page. */
import type { RouteConfig } from '@react-router/dev/routes'
import { publishingRoutes } from '#publishing/routes.ts'

export default [
	...[
		['home', 'pruef/home'],
		['theme', 'pruef/thema'],
		['receipt', 'pruef/beleg'],
		['form', 'pruef/formular'],
		['table', 'werkstatt/pruef'],
		['bug', 'pruef/fehler'],
		['bug', 'werkstatt/fehler'],
	].map(([f, p]) => ({ id: p, path: p, file: `review/${f}.tsx` })),
	...publishingRoutes,
] satisfies RouteConfig
