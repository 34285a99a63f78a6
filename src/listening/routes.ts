/** The public form and the team's pages about rounds and conversations. */
import { relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const listeningRoutes = [
	route('mitreden', 'pages/speak.tsx'),
	route('werkstatt/runden', 'pages/rounds.tsx'),
	route('werkstatt/runden/:slug', 'pages/round.tsx'),
	route('werkstatt/runden/:slug/aufnehmen', 'pages/record.tsx'),
	route('werkstatt/runden/:slug/zustimmungen', 'pages/allow-for-all.tsx'),
	route('werkstatt/gespraeche/:slug', 'pages/conversation.tsx'),
	route('werkstatt/gespraeche/:slug/namen', 'pages/names.tsx'),
	route('werkstatt/namen-pruefen', 'pages/names-queue.tsx'),
	route('werkstatt/originale', 'pages/originals.tsx'),
	route('werkstatt/gespraeche/:slug/sprechende', 'pages/speakers.tsx'),
	route('werkstatt/gespraeche/:slug/einwilligung', 'pages/paper-form.tsx'),
	route('werkstatt/einwilligungen', 'pages/consent-texts.tsx'),
	route('werkstatt/einwilligungen/bogen/:speakerId', 'pages/scan-file.tsx'),
	route('werkstatt/rueckfragen', 'pages/contacts.tsx'),
	route('werkstatt/rueckfragen/:speakerId', 'pages/contact.tsx'),
	route('werkstatt/gespraeche/:slug/beleg', 'pages/link-receipt.tsx'),
	route('werkstatt/belege', 'pages/paper-receipts.tsx'),
	route('werkstatt/belege/bogen', 'pages/paper-receipts-file.tsx'),
]
