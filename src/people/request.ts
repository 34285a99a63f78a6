/** For which municipality a request is, and who makes it. */
import { createContext, redirect, type RouterContextProvider } from 'react-router'
import { inMunicipality, type MunicipalityDatabase, type MunicipalityId } from '#platform/database/database.ts'
import { databaseContext } from '#platform/http/request-context.ts'
import { Problem } from '#platform/problem.ts'
import type { municipalities } from './tables.ts'
import { mayDo, type Act, type Part } from './rights.ts'
import type { Provider } from './provider.ts'
import type { Session } from './sessions.ts'
import type { SignIn } from './sign-in.ts'

export type Municipality = Omit<typeof municipalities.$inferSelect, 'id'> & { id: MunicipalityId }

/** A signed-in member of this municipality's team. */
export type Member = { accountId: string; name: string; email: string; part: Part }

export const municipalityContext = createContext<Municipality>()
/** Null for everybody who is not signed in, or is no member here. */
export const memberContext = createContext<Member | null>(null)

/** How people sign in and out here. */
export const signInContext = createContext<SignIn>()
/** Another house members may sign in through; null without one. */
export const providerContext = createContext<Provider | null>(null)

type Context = Readonly<RouterContextProvider>

/** Runs `work` in one transaction of the municipality this request is for. */
export function inThisMunicipality<Result>(
	context: Context,
	work: (db: MunicipalityDatabase) => Promise<Result>,
): Promise<Result> {
	return inMunicipality(context.get(databaseContext), context.get(municipalityContext).id, work)
}

/**
 * The member who makes this request, if they may do `act`.
 *
 * @throws a redirect to the sign-in page for nobody; {Problem} `right-missing` for a member without the right
 */
export function requireRight(context: Context, act: Act, request: Request): Member {
	const member = context.get(memberContext)
	if (!member) {
		const { pathname, search } = new URL(request.url)
		// What a script asked for has an ending of its own; nobody wants to read that after signing in.
		throw redirect(`/werkstatt/anmelden?weiter=${encodeURIComponent(pathname.replace(/\.data$/, '') + search)}`)
	}
	if (!mayDo(member.part, act)) throw new Problem('not-allowed', 'right-missing', { act })
	return member
}

/**
 * The session of the member who makes this request, for pages about their own access.
 *
 * @throws {Problem} `sign-in-again` when it has ended in this very moment
 */
export async function findOwnSession(context: Context, request: Request): Promise<Session> {
	const session = await context.get(signInContext).findSession(request)
	if (!session) throw new Problem('not-allowed', 'sign-in-again', { minutes: 15 })
	return session
}

/** Today in the municipality's time zone, as an ISO date. */
export function todayIn(municipality: Pick<Municipality, 'timeZone'>): string {
	return Temporal.Now.plainDateISO(municipality.timeZone).toString()
}
