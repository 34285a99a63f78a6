import { Field } from '#platform/ui/field.tsx'
import { m } from '#platform/words/words.ts'

/** Before somebody changes how they sign in: once more who they are. */
export function ConfirmField({ error }: { error: string | undefined }) {
	return (
		<Field
			kind="password"
			name="current"
			label={m.people_confirm()}
			hint={m.people_confirm_hint()}
			autoComplete="current-password"
			required
			error={error}
		/>
	)
}
