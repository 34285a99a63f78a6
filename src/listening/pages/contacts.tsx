/** Whom the team may ask again. Nobody's number or address is shown here. */
import type { Route } from './+types/contacts'
import { noteReading } from '#people/note-reading.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { refusingLoader } from '#platform/http/refusals.ts'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Row, Rows } from '#platform/ui/rows.tsx'
import { m } from '#platform/words/words.ts'
import { findContacts, type ContactInList } from '../contacts.ts'

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	const { accountId } = requireRight(context, 'read-contacts', request)
	return inThisMunicipality(context, async (db) => {
		const people = await findContacts(db)
		// Each stands there with how they began.
		if (people.length > 0) await noteReading(db, accountId, 'voice')
		return { people }
	})
})

export default function Contacts({ loaderData: { people } }: Route.ComponentProps) {
	return (
		<div className="page section">
			<PageHead stage="listen" title={m.listening_contacts_title()} lead={m.listening_contacts_lead()} />
			{people.length === 0 ? (
				<EmptyState title={m.listening_contacts_none()}>
					<p>{m.listening_contacts_none_hint()}</p>
				</EmptyState>
			) : (
				<Rows>
					{people.map((person) => (
						<Row
							key={person.speakerId}
							level={2}
							title={nameOf(person)}
							href={`/werkstatt/rueckfragen/${person.speakerId}`}
							aside={person.isKept ? m.listening_contact_kept() : m.listening_contact_not_kept()}
						>
							{person.beginning ? (
								<p className="spoken" lang="de">
									{person.beginning}
								</p>
							) : null}
						</Row>
					))}
				</Rows>
			)}
		</div>
	)
}

function nameOf({ code, pseudonym, conversation }: ContactInList): string {
	const who = pseudonym ?? code
	return `${who}, ${conversation.title || m.listening_no_longer_shown()}`
}
