import { Button } from '#platform/ui/buttons.tsx'
import { DataTable } from '#platform/ui/data-table.tsx'
import { m } from '#platform/words/words.ts'
import type { TeamMember } from '../find-team.ts'
import { partLabel } from '../part-words.ts'
import { PARTS } from '../rights.ts'

export function MemberList({ team, own }: { team: TeamMember[]; own: string }) {
	return (
		<DataTable
			caption={m.people_team_table()}
			rows={team}
			rowKey={({ accountId }) => accountId}
			columns={[
				{ head: m.people_name(), cell: (member) => <Who member={member} isOwn={member.accountId === own} /> },
				{ head: m.people_part(), cell: (member) => <PartForm member={member} /> },
				{ head: m.people_access(), cell: (member) => <AccessForm member={member} isOwn={member.accountId === own} /> },
			]}
		/>
	)
}

function Who({ member: { name, email }, isOwn }: { member: TeamMember; isOwn: boolean }) {
	return (
		<>
			{isOwn ? m.people_team_you({ name }) : name}
			<br />
			<span className="muted">{email}</span>
		</>
	)
}

function PartForm({ member: { accountId, name, part } }: { member: TeamMember }) {
	const id = `rolle-${accountId}`
	return (
		<form method="post" className="inline-form">
			<input type="hidden" name="account" value={accountId} />
			<label className="hidden" htmlFor={id}>
				{m.people_part_of({ name })}
			</label>
			<div className="kern-form-input__select-wrapper">
				<select id={id} name="part" className="kern-form-input__select" defaultValue={part}>
					{PARTS.map((known) => (
						<option key={known} value={known}>
							{partLabel(known)}
						</option>
					))}
				</select>
			</div>
			<Button small look="secondary" name="intent" value="part">
				{m.people_change()}
				<span className="hidden"> {name}</span>
			</Button>
		</form>
	)
}

function AccessForm({ member: { accountId, name, hasPassword }, isOwn }: { member: TeamMember; isOwn: boolean }) {
	return (
		<form method="post" className="inline-form">
			<input type="hidden" name="account" value={accountId} />
			<span>{hasPassword ? m.people_access_password() : m.people_access_none()}</span>
			{isOwn ? null : (
				<>
					<Button small look="secondary" name="intent" value="link">
						{m.people_access_new_link()}
						<span className="hidden"> {m.people_for({ name })}</span>
					</Button>
					<Button small look="danger" name="intent" value="remove">
						{m.people_remove()}
						<span className="hidden"> {name}</span>
					</Button>
				</>
			)}
		</form>
	)
}
