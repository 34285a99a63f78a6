import { relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const focusingRoutes = [
	route('werkstatt/fokusthemen', 'pages/focus-themes.tsx'),
	route('werkstatt/fokusthemen/:slug', 'pages/focus-theme.tsx'),
	route('werkstatt/fokusthemen/:slug/belegstellen', 'pages/focus-theme-evidence.tsx'),
	route('werkstatt/fokusthemen/:slug/fassungen/:part/:version', 'pages/dossier-version.tsx'),
	route('werkstatt/blickwinkel', 'pages/perspectives.tsx'),
	route('werkstatt/blickwinkel/:slug', 'pages/perspective.tsx'),
	route('werkstatt/blickwinkel/:slug/belegstellen', 'pages/perspective-evidence.tsx'),
]
