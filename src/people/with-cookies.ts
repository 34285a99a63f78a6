import type { SetCookies } from './sign-in-cookies.ts'

/** Headers of an answer that sets these cookies. */
export function withCookies(cookies: SetCookies): Headers {
	const headers = new Headers()
	for (const cookie of cookies) headers.append('set-cookie', cookie)
	return headers
}
