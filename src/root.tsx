/** The frame of every page. It sends scripts only to pages that say `handle.hydrate`. */
import { Links, Meta, Outlet, Scripts, useMatches } from 'react-router'
import type { Route } from './+types/root'
import { municipalityContext } from '#people/request.ts'
import { languageContext, nonceContext } from '#platform/http/request-context.ts'

export function loader({ context }: Route.LoaderArgs) {
	const { name, isFictional } = context.get(municipalityContext)
	return { name, isFictional, language: context.get(languageContext), nonce: context.get(nonceContext) }
}

export default function Root({ loaderData }: Route.ComponentProps) {
	const isTool = useMatches().some((match) => (match.handle as { hydrate?: boolean } | undefined)?.hydrate)
	return (
		<html lang={loaderData.language}>
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width" />
				<Meta />
				<Links />
			</head>
			<body>
				<Outlet />
				{isTool ? <Scripts nonce={loaderData.nonce} /> : null}
			</body>
		</html>
	)
}
