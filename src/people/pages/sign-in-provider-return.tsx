import { redirect } from 'react-router'
import type { Route } from './+types/sign-in-provider-return'
import { refusingLoader } from '#platform/http/refusals.ts'
import { settingsContext, visitorContext } from '#platform/http/request-context.ts'
import { Problem } from '#platform/problem.ts'
import { providerReturnAddress } from '../link-address.ts'
import { municipalityContext, providerContext, signInContext } from '../request.ts'
import { admit } from '../sign-in-answer.ts'
import { cookiesFor } from '../sign-in-cookies.ts'
import { VISITOR_LIMIT } from '../sign-in-limits.ts'

/** Where the other house sends people back to. One answer for everybody who may not come in. */
export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	const provider = context.get(providerContext)
	if (!provider) throw new Problem('not-found', 'provider-none')
	VISITOR_LIMIT.take(context.get(visitorContext))
	const settings = context.get(settingsContext)
	const cookies = cookiesFor(settings.baseUrl)
	const at = new Date()
	const shown = await provider.finish({
		returned: new URL(request.url),
		state: cookies.read(request, 'provider'),
		redirectUri: providerReturnAddress(settings),
		at,
	})
	const municipalityId = context.get(municipalityContext).id
	const entrance =
		shown && (await context.get(signInContext).asShown({ municipalityId, accountId: shown.accountId, at }))
	const answer = entrance ? admit(entrance, shown.target) : redirect('/werkstatt/anmelden?anbieter=abgelehnt')
	answer.headers.append('set-cookie', cookies.clear('provider'))
	return answer
})
