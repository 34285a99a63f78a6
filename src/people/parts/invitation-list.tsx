import { Button } from '#platform/ui/buttons.tsx'
import { TimeText } from '#platform/ui/date-text.tsx'
import { Row, Rows } from '#platform/ui/rows.tsx'
import { m } from '#platform/words/words.ts'
import type { OpenInvitation } from '../invite.ts'
import { partLabel } from '../part-words.ts'

/** Who was invited and has not come yet. */
export function InvitationList({ invitations }: { invitations: OpenInvitation[] }) {
	if (invitations.length === 0) return null
	return (
		<section className="section" aria-labelledby="einladungen">
			<h2 id="einladungen">{m.people_invitations()}</h2>
			<Rows label={m.people_invitations()}>
				{invitations.map(({ id, name, email, part, expiresAt }) => (
					<Row key={id} title={name} aside={partLabel(part)}>
						<p>
							{email ?? m.people_invitation_on_paper()}
							<br />
							{m.people_invitation_until()} <TimeText at={expiresAt} />
						</p>
						<form method="post" style={{ marginBlockStart: '0.6rem' }}>
							<input type="hidden" name="invitation" value={id} />
							<Button
								small
								look="danger"
								name="intent"
								value="revoke"
								aria-label={m.people_invitation_revoke_who({ name })}
							>
								{m.people_invitation_revoke()}
							</Button>
						</form>
					</Row>
				))}
			</Rows>
		</section>
	)
}
