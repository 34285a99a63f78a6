/** The table of contents: which stage shows which page. */
import type { RouteConfig } from '@react-router/dev/routes'
import { publishingRoutes } from '#publishing/routes.ts'

export default [...publishingRoutes] satisfies RouteConfig
