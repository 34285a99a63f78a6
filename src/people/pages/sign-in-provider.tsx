import { redirect } from 'react-router'
import type { Route } from './+types/sign-in-provider'
import { refusingLoader } from '#platform/http/refusals.ts'
import { settingsContext, visitorContext } from '#platform/http/request-context.ts'
import { Problem } from '#platform/problem.ts'
import type { Provider } from '../provider.ts'
import { providerContext } from '../request.ts'
import { safeTarget } from '../safe-target.rules.ts'
import { QUESTION_LIMIT } from '../sign-in-limits.ts'
import { cookiesFor } from '../sign-in-cookies.ts'
import { providerReturnAddress } from '../link-address.ts'

/** A link, not a form: our content policy lets no form lead to another site. */
export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	const provider = context.get(providerContext)
	if (!provider) throw new Problem('not-found', 'provider-none')
	QUESTION_LIMIT.take(context.get(visitorContext))
	const settings = context.get(settingsContext)
	const target = safeTarget(new URL(request.url).searchParams.get('weiter'))
	const begun = await begin(provider, { redirectUri: providerReturnAddress(settings), target, at: new Date() })
	if (!begun) return redirect(`/werkstatt/anmelden?anbieter=still&weiter=${encodeURIComponent(target)}`)
	const { address, state } = begun
	const cookie = cookiesFor(settings.baseUrl).set('provider', state, 600)
	return redirect(address, { status: 302, headers: { 'set-cookie': cookie } })
})

/** Whoever meets silence goes back to the other ways in: this address has no page of its own to say it on. */
async function begin(provider: Provider, wanted: Parameters<Provider['begin']>[0]) {
	try {
		return await provider.begin(wanted)
	} catch (error) {
		if (error instanceof Problem && error.code === 'provider-silent') return null
		throw error
	}
}
