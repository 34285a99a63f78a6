import { relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const understandingRoutes = [
	route('/werkstatt/codieren', 'coding/pages/coding.tsx'),
	route('/werkstatt/notizen', 'coding/pages/memos.tsx'),
	route('/werkstatt/gespraeche/:slug/codieren', 'coding/pages/coding-desk.tsx'),
	route('/werkstatt/codebuch', 'codebook/pages/codebook.tsx'),
	route('/werkstatt/codebuch/neu', 'codebook/pages/theme-new.tsx'),
	route('/werkstatt/codebuch/verlauf', 'codebook/pages/history.tsx'),
	route('/werkstatt/codebuch/vergleich', 'codebook/pages/comparison.tsx'),
	route('/werkstatt/codebuch/luecken', 'codebook/pages/gaps.tsx'),
	route('/werkstatt/codebuch/druck', 'codebook/pages/printed.tsx'),
	route('/werkstatt/codebuch/codebuch.csv', 'codebook/pages/codebook-file.tsx'),
	route('/werkstatt/codebuch/zusammenlegen', 'codebook/pages/merge.tsx'),
	route('/werkstatt/codebuch/einlesen', 'codebook/pages/import.tsx'),
	route('/werkstatt/codebuch/:slug', 'codebook/pages/theme.tsx'),
	route('/werkstatt/codebuch/:slug/aufteilen', 'codebook/pages/split.tsx'),
	route('/werkstatt/codebuch/:slug/ankerbeispiel', 'codebook/pages/anchor.tsx'),
	route('/werkstatt/codebuch/:slug/wegnehmen', 'codebook/pages/take-away.tsx'),
	route('/werkstatt/uebereinstimmung', 'agreeing/pages/samples.tsx'),
	route('/werkstatt/uebereinstimmung/neu', 'agreeing/pages/draw.tsx'),
	route('/werkstatt/uebereinstimmung/:slug', 'agreeing/pages/sample.tsx'),
	route('/werkstatt/uebereinstimmung/:slug/codieren', 'agreeing/pages/blind-desk.tsx'),
	route('/werkstatt/vorschlaege', 'suggesting/pages/suggestions.tsx'),
	route('/werkstatt/suche', 'finding/pages/search.tsx'),
	route('/werkstatt/matrix', 'weighing/pages/matrix.tsx'),
	route('/werkstatt/stellen', 'finding/pages/passages.tsx'),
	route('/werkstatt/austausch', 'exchanging/pages/exchange.tsx'),
	route('/werkstatt/austausch/datei', 'exchanging/pages/exchange-file.tsx'),
]
