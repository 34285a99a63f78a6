import { relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const understandingRoutes = [
	route('/werkstatt/codieren', 'pages/coding.tsx'),
	route('/werkstatt/gespraeche/:slug/codieren', 'pages/coding-desk.tsx'),
	route('/werkstatt/codebuch', 'pages/codebook.tsx'),
	route('/werkstatt/codebuch/neu', 'pages/theme-new.tsx'),
	route('/werkstatt/codebuch/:slug', 'pages/theme.tsx'),
	route('/werkstatt/suche', 'pages/search.tsx'),
	route('/werkstatt/matrix', 'pages/matrix.tsx'),
	route('/werkstatt/stellen', 'pages/passages.tsx'),
]
