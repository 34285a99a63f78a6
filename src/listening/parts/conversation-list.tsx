/** Conversations as a table, written voices as a list with their first words. */
import { DataTable } from '#platform/ui/data-table.tsx'
import { DateText } from '#platform/ui/date-text.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { Row, Rows } from '#platform/ui/rows.tsx'
import { m } from '#platform/words/words.ts'
import type { ListedConversation } from '../find-conversations.ts'
import { FormatWord } from '../format-word.tsx'

type ListProps = { conversations: readonly ListedConversation[]; mayCheckNames: boolean }

export function SpokenList({ conversations, mayCheckNames }: ListProps) {
	return (
		<DataTable
			caption={m.listening_conversations()}
			hideCaption
			rows={conversations}
			rowKey={({ slug }) => slug}
			empty={<EmptyState title={m.listening_conversations_none()}>{m.listening_conversations_none_hint()}</EmptyState>}
			columns={[
				{
					head: m.listening_conversation(),
					cell: ({ slug, title }) => <a href={`/werkstatt/gespraeche/${slug}`}>{title}</a>,
				},
				{ head: m.listening_format(), cell: ({ format }) => <FormatWord of={format} /> },
				{ head: m.listening_day(), cell: ({ heldOn }) => (heldOn ? <DateText day={heldOn} style="short" /> : '–') },
				{ head: m.listening_district(), cell: ({ district }) => district ?? '–' },
				{ head: m.listening_people(), isNumber: true, cell: ({ people }) => people },
				{ head: m.listening_voices(), isNumber: true, cell: ({ voices }) => voices },
				{ head: m.listening_names_state(), cell: (one) => <NamesState conversation={one} mayCheck={mayCheckNames} /> },
			]}
		/>
	)
}

export function WrittenList({ conversations }: Pick<ListProps, 'conversations'>) {
	if (conversations.length === 0)
		return <EmptyState title={m.listening_written_none()}>{m.listening_written_none_hint()}</EmptyState>
	return (
		<Rows>
			{conversations.map(({ slug, title, heldOn, district, format, beginning, isNamesChecked }) => (
				<Row
					key={slug}
					title={title || m.listening_no_longer_shown()}
					href={`/werkstatt/gespraeche/${slug}`}
					aside={
						<>
							<FormatWord of={format} />
							{isNamesChecked ? null : ` · ${m.listening_names_unchecked()}`}
							{district ? ` · ${district}` : null}
							{heldOn ? (
								<>
									{' · '}
									<DateText day={heldOn} style="short" />
								</>
							) : null}
						</>
					}
				>
					{beginning && beginning !== title ? (
						<p className="spoken" lang="de">
							{beginning.length >= 200 ? `${beginning} …` : beginning}
						</p>
					) : null}
				</Row>
			))}
		</Rows>
	)
}

function NamesState({ conversation, mayCheck }: { conversation: ListedConversation; mayCheck: boolean }) {
	const { slug, title, isNamesChecked } = conversation
	if (isNamesChecked) return <>{m.listening_names_checked()}</>
	if (!mayCheck) return <>{m.listening_names_unchecked()}</>
	return (
		<a href={`/werkstatt/gespraeche/${slug}/namen`}>
			{m.listening_names_check()}
			<span className="hidden">: {title}</span>
		</a>
	)
}
