/** The same as `jsx-runtime.ts` while developing, with React's own warnings. */
import { jsxDEV as reactJsxDev, Fragment } from 'react/jsx-dev-runtime'
import { withMount } from './jsx-runtime.ts'

export type { JSX } from 'react/jsx-runtime'
export { Fragment }

export const jsxDEV: typeof reactJsxDev = (type, props, ...rest) => reactJsxDev(type, withMount(type, props), ...rest)
