/** The frame of every page. It sends scripts only to pages that say `handle.hydrate`. */
import type { CSSProperties, ReactNode } from 'react'
import { Links, Meta, Outlet, Scripts, useLocation, useMatches, useRouteLoaderData } from 'react-router'
import type { Route } from './+types/root'
import { WORKSHOP_MENU } from './navigation.ts'
import { mayDo } from '#people/rights.ts'
import { languagesOf } from '#people/find-site.ts'
import { isLobby } from '#people/lobby.ts'
import { memberContext, municipalityContext } from '#people/request.ts'
import type { MunicipalityProfile } from '#people/tables.ts'
import { languageContext, nonceContext } from '#platform/http/request-context.ts'
import { ErrorPage } from '#platform/ui/error-page.tsx'
import sansFont from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url'
import serifFont from '@fontsource-variable/fraunces/files/fraunces-latin-wght-normal.woff2?url'
import { currentMount } from '#platform/ui/mount.ts'
import earlyKeys from '#platform/ui/early-keys.js?url'
import mark from '#platform/ui/mark.svg?url'
import publicLook from '#platform/ui/public.css?url'
import workshopLook from '#platform/ui/workshop.css?url'
import type { Town } from '#platform/ui/town.tsx'
import { language, m } from '#platform/words/words.ts'
import { PublicFrame } from './public-frame.tsx'
import { WorkshopFrame } from './workshop-frame.tsx'

export function loader({ context, request }: Route.LoaderArgs) {
	const municipality = context.get(municipalityContext)
	const { name, isFictional, timeZone, profile } = municipality
	const member = context.get(memberContext)
	return {
		town: { name, isFictional, timeZone, languages: languagesOf(municipality) } satisfies Town,
		isLobby: isLobby(municipality),
		mount: currentMount(),
		townColour: profile.townColour,
		convener: profile.convener,
		formats: profile.formats,
		host: new URL(request.url).host + currentMount(),
		member: member && {
			name: member.name,
			mayOpen: WORKSHOP_MENU.filter(({ act }) => mayDo(member.part, act)).map(({ href }) => href),
		},
		language: context.get(languageContext),
		nonce: context.get(nonceContext),
	}
}

type RootData = Route.ComponentProps['loaderData']

export function Layout({ children }: { children: ReactNode }) {
	const root = useRouteLoaderData('root') as RootData | undefined
	const isTool = useMatches().some((match) => (match.handle as { hydrate?: boolean } | undefined)?.hydrate)
	const isWorkshop = /^\/werkstatt(\/|$)/.test(useLocation().pathname)
	return (
		<html lang={root?.language ?? language()} data-mount={root?.mount || undefined} style={townStyle(root?.townColour)}>
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width" />
				<meta name="color-scheme" content="light dark" />
				<link rel="icon" href={mark} type="image/svg+xml" />
				<link rel="preload" href={sansFont} as="font" type="font/woff2" crossOrigin="anonymous" />
				<link rel="preload" href={serifFont} as="font" type="font/woff2" crossOrigin="anonymous" />
				<link rel="stylesheet" href={publicLook} />
				{isWorkshop ? <link rel="stylesheet" href={workshopLook} /> : null}
				{isWorkshop ? null : (
					<link rel="alternate" type="application/atom+xml" href="/feed.atom" title={m.platform_feed()} />
				)}
				{isTool ? <script src={earlyKeys} nonce={root?.nonce} /> : null}
				<Meta />
				<Links />
			</head>
			<body>
				{isWorkshop ? (
					<WorkshopFrame member={root?.member ?? null}>{children}</WorkshopFrame>
				) : (
					<PublicFrame convener={root?.convener} host={root?.host} isLobby={root?.isLobby ?? false}>
						{children}
					</PublicFrame>
				)}
				{isTool ? <Scripts nonce={root?.nonce} /> : null}
			</body>
		</html>
	)
}

export default function Root() {
	return <Outlet />
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
	return <ErrorPage error={error} />
}

/** The town's colour goes in as a style attribute: the only style our content policy lets a page carry. */
function townStyle(colour: MunicipalityProfile['townColour']): CSSProperties | undefined {
	return colour && ({ '--town-light': colour.light, '--town-dark': colour.dark } as CSSProperties)
}
