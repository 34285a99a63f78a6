import { redirect } from 'react-router'
import type { Route } from './+types/sign-out'
import { signInContext } from '../request.ts'
import { withCookies } from '../with-cookies.ts'

export function loader() {
	return redirect('/werkstatt')
}

export async function action({ context, request }: Route.ActionArgs) {
	const cookies = await context.get(signInContext).signOut(request)
	return redirect('/werkstatt/anmelden', { status: 303, headers: withCookies(cookies) })
}
