import { Button } from '#platform/ui/buttons.tsx'
import { Row, Rows } from '#platform/ui/rows.tsx'
import { m } from '#platform/words/words.ts'
import type { TeamMember } from '../find-team.ts'
import { partLabel } from '../part-words.ts'
import { PARTS } from '../rights.ts'

/** Everybody in the team; their own row offers nothing that would lock them out. */
export function MemberList({ team, own }: { team: TeamMember[]; own: string }) {
	return (
		<Rows label={m.people_team_table()}>
			{team.map((member) => {
				const { accountId, name, email, hasPassword } = member
				const isOwn = accountId === own
				return (
					<Row key={accountId} level={2} title={isOwn ? m.people_team_you({ name }) : name}>
						<p>
							{email}
							<br />
							{hasPassword ? m.people_access_password() : m.people_access_none()}
						</p>
						<PartForm member={member} />
						{isOwn ? null : <AccessForm member={member} />}
					</Row>
				)
			})}
		</Rows>
	)
}

function PartForm({ member: { accountId, name, part } }: { member: TeamMember }) {
	const id = `rolle-${accountId}`
	return (
		<form method="post" className="inline-form" style={{ marginBlockStart: '0.6rem' }}>
			<input type="hidden" name="account" value={accountId} />
			<label htmlFor={id}>{m.people_part()}</label>
			<div className="kern-form-input__select-wrapper">
				<select id={id} name="part" className="kern-form-input__select" defaultValue={part}>
					{PARTS.map((known) => (
						<option key={known} value={known}>
							{partLabel(known)}
						</option>
					))}
				</select>
			</div>
			<Button small look="secondary" name="intent" value="part" aria-label={m.people_change_of({ name })}>
				{m.people_change()}
			</Button>
		</form>
	)
}

/** What cannot be undone says first what it does. */
function AccessForm({ member: { accountId, name } }: { member: TeamMember }) {
	return (
		<>
			<details>
				<summary aria-label={m.people_access_new_link_for({ name })}>{m.people_access_new_link()}</summary>
				<p>{m.people_access_new_link_text({ name })}</p>
				<form method="post">
					<input type="hidden" name="account" value={accountId} />
					<Button small look="secondary" name="intent" value="link">
						{m.people_access_new_link_button()}
					</Button>
				</form>
			</details>
			<details>
				<summary aria-label={m.people_remove_who({ name })}>{m.people_remove()}</summary>
				<p>{m.people_remove_text({ name })}</p>
				<form method="post">
					<input type="hidden" name="account" value={accountId} />
					<Button small look="danger" name="intent" value="remove">
						{m.people_remove_button()}
					</Button>
				</form>
			</details>
		</>
	)
}
