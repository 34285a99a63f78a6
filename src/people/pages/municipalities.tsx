import { data } from 'react-router'
import type { Route } from './+types/municipalities'
import { refusingLoader } from '#platform/http/refusals.ts'
import { databaseContext, settingsContext } from '#platform/http/request-context.ts'
import { Problem } from '#platform/problem.ts'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { findMunicipalities } from '../find-municipalities.ts'
import { isLobby } from '../lobby.ts'
import { municipalityAddress } from '../municipality-address.ts'
import { municipalityContext } from '../request.ts'
import { safeTarget } from '../safe-target.rules.ts'

/** Only where several municipalities share an address; each is linked with the page that was asked for. */
export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	if (!isLobby(context.get(municipalityContext))) throw new Problem('not-found', 'page-unknown')
	const { baseUrl } = context.get(settingsContext)
	const asked = safeTarget(new URL(request.url).searchParams.get('weg'), '/')
	const all = await findMunicipalities(context.get(databaseContext))
	const municipalities = all.map(({ hosts, slug, name }) => {
		const path = asked === '/' ? '' : asked
		return { slug, name, href: (hosts[0] ? municipalityAddress(baseUrl, { slug, hosts }, false) : `/${slug}`) + path }
	})
	return data({ municipalities, isHome: asked === '/' }, { status: asked === '/' ? 200 : 404 })
})

export default function MunicipalitiesPage({ loaderData: { municipalities, isHome } }: Route.ComponentProps) {
	return (
		<div className="page section">
			<PageHead
				title={m.people_lobby_title()}
				lead={isHome ? m.people_lobby_lead() : m.people_lobby_lead_elsewhere()}
			/>
			<ul className="rows">
				{municipalities.map(({ slug, name, href }) => (
					<li key={slug}>
						<a href={href}>{name}</a>
					</li>
				))}
			</ul>
		</div>
	)
}
