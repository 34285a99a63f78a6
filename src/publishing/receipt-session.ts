/** Fifteen minutes in which a browser may look at what its receipt opens, kept in one signed cookie and nowhere else. */
import { createCookie, redirect, type RouterContextProvider } from 'react-router'
import { z } from 'zod'
import { secretsContext, settingsContext } from '#platform/http/request-context.ts'
import { municipalityContext } from '#people/request.ts'

const MINUTES = 15

const Session = z.object({ municipality: z.uuid(), speakers: z.array(z.uuid()), until: z.number() })

type Context = Readonly<RouterContextProvider>

/** The `Set-Cookie` line that opens the session. `now` is in milliseconds since 1970. */
export function openReceiptSession(context: Context, speakerIds: string[], now: number): Promise<string> {
	const municipality = context.get(municipalityContext).id
	return cookieOf(context).serialize({ municipality, speakers: speakerIds, until: now + MINUTES * 60_000 })
}

/** Ids of the speakers whose receipt this browser opened, or null: none opened, or the time is up. */
export async function readReceiptSession(context: Context, request: Request, now: number): Promise<string[] | null> {
	const read = Session.safeParse(await cookieOf(context).parse(request.headers.get('cookie')))
	if (!read.success || read.data.until < now) return null
	return read.data.municipality === context.get(municipalityContext).id ? read.data.speakers : null
}

/**
 * Ids of the speakers whose receipt is open: the only ones the pages behind it show or change.
 *
 * @throws a redirect to the page where a code is typed in
 */
export async function requireReceipt(context: Context, request: Request): Promise<string[]> {
	const speakerIds = await readReceiptSession(context, request, Date.now())
	if (!speakerIds?.length) throw redirect('/beleg', 303)
	return speakerIds
}

/** The `Set-Cookie` line that ends it at once. */
export function closeReceiptSession(context: Context): Promise<string> {
	return cookieOf(context).serialize('', { maxAge: 0 })
}

/** `__Host-` keeps other hosts from setting it; browsers take that name over https only. */
function cookieOf(context: Context) {
	const isSecure = context.get(settingsContext).baseUrl.startsWith('https:')
	return createCookie(isSecure ? '__Host-receipt' : 'receipt', {
		httpOnly: true,
		sameSite: 'strict',
		secure: isSecure,
		path: '/',
		maxAge: MINUTES * 60,
		secrets: [context.get(secretsContext).sessionKey],
	})
}
