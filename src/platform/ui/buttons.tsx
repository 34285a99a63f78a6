import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { classes } from './classes.ts'

export type ButtonLook = 'primary' | 'secondary' | 'tertiary' | 'danger'
type Look = { look?: ButtonLook; small?: boolean }

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink({
	href,
	look = 'primary',
	small = false,
	download,
	children,
}: Look & { href: string; download?: string | true; children: ReactNode }) {
	return (
		<a className={buttonClasses(look, small)} href={href} download={download}>
			<span className="kern-label">{children}</span>
		</a>
	)
}

/** Sends the form it stands in. */
export function Button({
	look = 'primary',
	small = false,
	children,
	className,
	...rest
}: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
	return (
		<button type="submit" {...rest} className={classes(buttonClasses(look, small), className)}>
			<span className="kern-label">{children}</span>
		</button>
	)
}

/** Buttons side by side, the most likely one first. */
export function Buttons({ children }: { children: ReactNode }) {
	return <div className="kern-btn-wrapper">{children}</div>
}

function buttonClasses(look: ButtonLook, small: boolean): string {
	return `kern-btn kern-btn--${look}${small ? ' kern-btn--x-small' : ''}`
}
