/** The table of contents: which stage shows which page. */
import type { RouteConfig } from '@react-router/dev/routes'
import { peopleRoutes } from '#people/routes.ts'
import { listeningRoutes } from '#listening/routes.ts'
import { understandingRoutes } from '#understanding/routes.ts'
import { focusingRoutes } from '#focusing/routes.ts'
import { actingRoutes } from '#acting/routes.ts'
import { answeringRoutes } from '#answering/routes.ts'
import { publishingRoutes } from '#publishing/routes.ts'

export default [
	...peopleRoutes,
	...listeningRoutes,
	...understandingRoutes,
	...focusingRoutes,
	...actingRoutes,
	...answeringRoutes,
	...publishingRoutes,
] satisfies RouteConfig
