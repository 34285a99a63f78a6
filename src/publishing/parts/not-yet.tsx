import { ButtonLink } from '#platform/ui/buttons.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { m } from '#platform/words/words.ts'

/** Before the first edition: nothing is public yet, but everybody can already speak. */
export function NotYet() {
	return (
		<EmptyState
			title={m.publishing_not_yet_title()}
			action={<ButtonLink href="/mitreden">{m.publishing_home_speak()}</ButtonLink>}
		>
			<p>{m.publishing_not_yet_text()}</p>
		</EmptyState>
	)
}
