import type { ReactNode } from 'react'
import { m } from '#platform/words/words.ts'

export type NoticeKind = 'info' | 'success' | 'warning' | 'danger'

/** Something to know before reading on. `announce` reads it out as soon as the page is there. */
export function Notice({
	kind = 'info',
	title,
	announce = false,
	children,
}: {
	kind?: NoticeKind
	title?: ReactNode
	announce?: boolean
	children?: ReactNode
}) {
	return (
		<div className={`kern-alert kern-alert--${kind}`} role={announce ? 'status' : undefined}>
			<div className="kern-alert__header">
				<span className="kern-alert__kind">{kindWord(kind)}</span>
				{title ? <p className="kern-title">{title}</p> : null}
			</div>
			{children ? <div className="kern-alert__body">{children}</div> : null}
		</div>
	)
}

function kindWord(kind: NoticeKind): string {
	return {
		info: m.platform_notice_info,
		success: m.platform_notice_success,
		warning: m.platform_notice_warning,
		danger: m.platform_notice_danger,
	}[kind]()
}
