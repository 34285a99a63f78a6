/** What somebody may do with their own data: see, take along, correct, restrict, erase. */
import { Button, ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { errorOf } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import type { RefusedForm } from '#platform/http/refusals.ts'
import { m } from '#platform/words/words.ts'

export const WISH_REFUSALS = { 'wish-empty': 'wish', 'wish-too-long': 'wish', 'too-many-requests-open': 'wish' }

export function OwnRights({ isRestricted, refused }: { isRestricted: boolean; refused: RefusedForm | undefined }) {
	const error = errorOf(refused?.refusal, WISH_REFUSALS, 'wish')
	return (
		<>
			<Buttons>
				<ButtonLink href="/beleg/daten">{m.publishing_rights_see()}</ButtonLink>
				<ButtonLink href="/beleg/daten.json" look="secondary" download>
					{m.publishing_rights_take()}
				</ButtonLink>
			</Buttons>
			<details className="right" open={Boolean(error)}>
				<summary>{m.publishing_rights_correct()}</summary>
				<form method="post" action="/beleg" className="flow">
					<input type="hidden" name="intent" value="correct" />
					<Field
						kind="textarea"
						name="wish"
						label={m.publishing_rights_wish()}
						hint={m.publishing_rights_wish_hint()}
						error={error}
						value={refused?.values['wish']}
						rows={4}
						required
					/>
					<Button>{m.publishing_rights_send()}</Button>
				</form>
			</details>
			<details className="right">
				<summary>{isRestricted ? m.publishing_rights_release() : m.publishing_rights_restrict()}</summary>
				<form method="post" action="/beleg" className="flow">
					<p>{isRestricted ? m.publishing_rights_release_text() : m.publishing_rights_restrict_text()}</p>
					<Button name="intent" value={isRestricted ? 'release' : 'restrict'} look="secondary">
						{isRestricted ? m.publishing_rights_release() : m.publishing_rights_restrict()}
					</Button>
				</form>
			</details>
			<details className="right">
				<summary>{m.publishing_rights_erase()}</summary>
				<p>{m.publishing_rights_erase_text()}</p>
				<ButtonLink href="/beleg/loeschen" look="danger">
					{m.publishing_rights_erase_go()}
				</ButtonLink>
			</details>
		</>
	)
}
