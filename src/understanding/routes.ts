import { relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const understandingRoutes = [
	route('/werkstatt/codieren', 'coding/pages/coding.tsx'),
	route('/werkstatt/notizen', 'coding/pages/memos.tsx'),
	route('/werkstatt/gespraeche/:slug/codieren', 'coding/pages/coding-desk.tsx'),
	route('/werkstatt/codebuch', 'codebook/pages/codebook.tsx'),
	route('/werkstatt/codebuch/neu', 'codebook/pages/theme-new.tsx'),
	route('/werkstatt/codebuch/:slug', 'codebook/pages/theme.tsx'),
	route('/werkstatt/uebereinstimmung', 'agreeing/pages/samples.tsx'),
	route('/werkstatt/uebereinstimmung/neu', 'agreeing/pages/draw.tsx'),
	route('/werkstatt/uebereinstimmung/:slug', 'agreeing/pages/sample.tsx'),
	route('/werkstatt/uebereinstimmung/:slug/codieren', 'agreeing/pages/blind-desk.tsx'),
	route('/werkstatt/suche', 'finding/pages/search.tsx'),
	route('/werkstatt/matrix', 'weighing/pages/matrix.tsx'),
	route('/werkstatt/stellen', 'finding/pages/passages.tsx'),
]
