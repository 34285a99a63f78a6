import type { ReactNode } from 'react'

/** What a list shows while it is empty: why, and what to do next. */
export function EmptyState({
	title,
	children,
	action,
}: {
	title: ReactNode
	children?: ReactNode
	action?: ReactNode
}) {
	return (
		<div className="empty">
			<p className="empty__title">{title}</p>
			{children ? <div>{children}</div> : null}
			{action ? <div className="empty__action">{action}</div> : null}
		</div>
	)
}
