/** The public pages that show what was published, and where the team freezes an edition. */
import { relative } from '@react-router/dev/routes'

const { index, route } = relative(import.meta.dirname)

export const publishingRoutes = [
	index('pages/home.tsx'),
	route('themen', 'pages/themes.tsx'),
	route('themen/:slug', 'pages/theme.tsx'),
	route('blickwinkel', 'pages/perspectives.tsx'),
	route('blickwinkel/:slug', 'pages/perspective.tsx'),
	route('vorhaben', 'pages/initiatives.tsx'),
	route('vorhaben/:slug', 'pages/initiative.tsx'),
	route('bericht', 'pages/report.tsx'),
	route('bericht/:file', 'pages/report-file.tsx'),
	route('suche', 'pages/search.tsx'),
	route('beleg', 'pages/receipt.tsx'),
	route('beleg/daten', 'pages/own-data.tsx'),
	route('beleg/daten.json', 'pages/own-data-file.tsx'),
	route('beleg/loeschen', 'pages/erase-own.tsx'),
	route('werkstatt/anliegen', 'pages/requests.tsx'),
	route('werkstatt/anliegen/neu', 'pages/note-request.tsx'),
	route('werkstatt/anliegen/:speaker', 'pages/person.tsx'),
	route('werkstatt/anliegen/:speaker/widerruf', 'pages/withdrawal.tsx'),
	route('werkstatt/anliegen/:speaker/daten.json', 'pages/person-file.tsx'),
	route('werkstatt/datenschutz', 'pages/records.tsx'),
	route('werkstatt/datenschutz/:document', 'pages/record.tsx'),
	route('werkstatt/datenschutz/:document/datei', 'pages/record-file.tsx'),
	route('werkstatt/fokusthemen/:slug/zitat/:codingId', 'pages/quote.tsx'),
	route('werkstatt/ausgaben', 'pages/editions.tsx'),
	route('impressum', 'pages/imprint.tsx'),
	route('datenschutz', 'pages/privacy.tsx'),
	route('barrierefreiheit', 'pages/accessibility.tsx'),
	route('*', 'pages/not-found.tsx'),
]
