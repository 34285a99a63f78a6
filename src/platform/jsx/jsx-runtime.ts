/**
 * React's own runtime, but for one thing: paths in links, forms and pictures are written for where the municipality is
 * mounted. The compiler calls this for every element of ours, so that no page has to think of it and none can forget it.
 */
import { jsx as reactJsx, jsxs as reactJsxs, Fragment } from 'react/jsx-runtime'
import { mounted } from '#platform/ui/mount.ts'

export type { JSX } from 'react/jsx-runtime'
export { Fragment }

type Make = typeof reactJsx

const ADDRESSES = ['href', 'action', 'formAction', 'src', 'poster']

export const jsx: Make = (type, props, key) => reactJsx(type, withMount(type, props), key)
export const jsxs: Make = (type, props, key) => reactJsxs(type, withMount(type, props), key)

export function withMount(type: unknown, props: unknown): unknown {
	if (typeof type !== 'string') return props
	const given = props as Record<string, unknown>
	let changed: Record<string, unknown> | undefined
	for (const name of ADDRESSES) {
		const address = given[name]
		if (typeof address !== 'string') continue
		const whole = mounted(address)
		if (whole !== address) (changed ??= { ...given })[name] = whole
	}
	return changed ?? props
}
