import { relative } from '@react-router/dev/routes'

const { index, route } = relative(import.meta.dirname)

export const publishingRoutes = [
	index('pages/home.tsx'),
	route('impressum', 'pages/imprint.tsx'),
	route('datenschutz', 'pages/privacy.tsx'),
	route('barrierefreiheit', 'pages/accessibility.tsx'),
	route('*', 'pages/not-found.tsx'),
]
