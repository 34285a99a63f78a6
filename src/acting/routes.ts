import { relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const actingRoutes = [
	route('werkstatt/vorhaben', 'pages/initiatives.tsx'),
	route('werkstatt/vorhaben/neu', 'pages/new-initiative.tsx'),
	route('werkstatt/vorhaben/:slug', 'pages/initiative.tsx'),
]
