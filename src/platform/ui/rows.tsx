import type { ReactNode } from 'react'
import type { Stage } from './stage.ts'

export type RowProps = {
	title: ReactNode
	href?: string
	stage?: Stage
	/** Right of the title: a state, a count in words. */
	aside?: ReactNode
	/** One or two sentences. */
	children?: ReactNode
	/** Level of the title in the page's outline. */
	level?: 2 | 3 | 4
}

/** A list that scans: rules instead of cards. Holds `Row`s. */
export function Rows({ children, label }: { children: ReactNode; label?: string }) {
	return (
		<ul className="rows" aria-label={label}>
			{children}
		</ul>
	)
}

export function Row({ title, href, stage, aside, children, level = 3 }: RowProps) {
	const Heading = `h${level}` as const
	return (
		<li className={stage}>
			<Heading className="rows__title">{href ? <a href={href}>{title}</a> : title}</Heading>
			{aside ? <div className="rows__aside">{aside}</div> : null}
			{children ? <div className="rows__text">{children}</div> : null}
		</li>
	)
}
