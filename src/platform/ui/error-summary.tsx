import type { Refusal } from '#platform/http/refusals.ts'
import { m } from '#platform/words/words.ts'
import { fieldId } from './asked.tsx'

/** Which field a refusal is about: code of the refusal → name of the field. */
export type RefusalFields = Readonly<Record<string, string>>

/** The sentence for one field, if the refusal is about it. Give it to `Field`'s `error`. */
export function errorOf(refusal: Refusal | undefined, fields: RefusalFields, name: string): string | undefined {
	return refusal && fields[refusal.code] === name ? refusal.sentence : undefined
}

/** Above a refused form: says what is wrong, takes the focus, and links to the field. Nothing is shown without a refusal. */
export function ErrorSummary({ refusal, fields = {} }: { refusal: Refusal | undefined; fields?: RefusalFields }) {
	if (!refusal) return null
	const field = fields[refusal.code]
	return (
		// After a refused form the reader starts here, not at the top of the page again.
		// oxlint-disable-next-line jsx-a11y/no-autofocus
		<div className="kern-alert kern-alert--danger" role="alert" tabIndex={-1} autoFocus>
			<div className="kern-alert__header">
				<h2 className="kern-title">{m.platform_form_refused()}</h2>
			</div>
			<div className="kern-alert__body">
				<p>{field ? <a href={`#${fieldId(field)}`}>{refusal.sentence}</a> : refusal.sentence}</p>
			</div>
		</div>
	)
}
