import { relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const peopleRoutes = [
	route('werkstatt', 'pages/workshop.tsx'),
	route('gemeinden', 'pages/municipalities.tsx'),
	route('werkstatt/anmelden', 'pages/sign-in.tsx'),
	route('werkstatt/anmelden/link', 'pages/sign-in-by-mail.tsx'),
	route('werkstatt/anmelden/link/:token', 'pages/sign-in-link.tsx'),
	route('werkstatt/anmelden/passkey', 'pages/sign-in-passkey.tsx'),
	route('werkstatt/anmelden/zweiter-schritt', 'pages/sign-in-second-factor.tsx'),
	route('werkstatt/anmelden/anbieter', 'pages/sign-in-provider.tsx'),
	route('werkstatt/anmelden/anbieter/antwort', 'pages/sign-in-provider-return.tsx'),
	route('werkstatt/einladung', 'pages/invitation-code.tsx'),
	route('werkstatt/einladung/:code', 'pages/invitation.tsx'),
	route('werkstatt/zugang', 'pages/own-access.tsx'),
	route('werkstatt/zugang/passkey', 'pages/new-passkey.tsx'),
	route('werkstatt/zugang/zweiter-schritt', 'pages/own-second-factor.tsx'),
	route('werkstatt/zugang/adresse/:token', 'pages/confirm-address.tsx'),
	route('werkstatt/passwort', 'pages/own-password.tsx'),
	route('werkstatt/abmelden', 'pages/sign-out.tsx'),
	route('werkstatt/team', 'pages/team.tsx'),
	route('werkstatt/team/einladen', 'pages/invite.tsx'),
	route('werkstatt/namen', 'pages/names.tsx'),
	route('werkstatt/einstellungen', 'pages/settings.tsx'),
	route('werkstatt/aufbewahrung', 'pages/retention.tsx'),
	route('werkstatt/postausgang', 'pages/outbox.tsx'),
	route('werkstatt/protokoll', 'pages/audit.tsx'),
]
