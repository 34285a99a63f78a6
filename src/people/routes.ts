import { relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const peopleRoutes = [
	route('werkstatt', 'pages/workshop.tsx'),
	route('gemeinden', 'pages/municipalities.tsx'),
	route('werkstatt/anmelden', 'pages/sign-in.tsx'),
	route('werkstatt/anmelden/link/:token', 'pages/sign-in-link.tsx'),
	route('werkstatt/passwort', 'pages/own-access.tsx'),
	route('werkstatt/abmelden', 'pages/sign-out.tsx'),
	route('werkstatt/team', 'pages/team.tsx'),
	route('werkstatt/einstellungen', 'pages/settings.tsx'),
	route('werkstatt/aufbewahrung', 'pages/retention.tsx'),
]
