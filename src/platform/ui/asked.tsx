/** What every question of a form has in common. */
import type { ReactNode } from 'react'
import { m } from '#platform/words/words.ts'
import { classes } from './classes.ts'

export type Asked = {
	name: string
	label: ReactNode
	hint?: ReactNode
	/** What is wrong and what to do; shown with the field and tied to it. */
	error?: string | undefined
	/** What stands in it at first; after a refusal what had been entered. */
	value?: string | number | null | undefined
	/** Says "(freiwillig)" beside the label. */
	optional?: boolean
}

/** The id of a field's control; the error summary links to it. */
export function fieldId(name: string): string {
	return `feld-${name}`
}

/** Ties a control to its hint and error for screen readers. */
export function describedBy(id: string, hint: unknown, error: unknown): string | undefined {
	return classes(Boolean(hint) && `${id}-hinweis`, Boolean(error) && `${id}-fehler`)
}

export function Hint({ id, children }: { id: string; children: ReactNode }) {
	return children ? (
		<div className="kern-hint" id={`${id}-hinweis`}>
			{children}
		</div>
	) : null
}

export function FieldError({ id, children }: { id: string; children: string | undefined }) {
	return children ? (
		<p className="kern-error" id={`${id}-fehler`}>
			{children}
		</p>
	) : null
}

export function LabelText({ label, optional }: Pick<Asked, 'label' | 'optional'>) {
	return (
		<>
			{label}
			{optional ? <span className="kern-label__optional"> {m.platform_field_optional()}</span> : null}
		</>
	)
}
