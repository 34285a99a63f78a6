import { DataTable, type Column } from '#platform/ui/data-table.tsx'
import { DateText } from '#platform/ui/date-text.tsx'
import { m } from '#platform/words/words.ts'
import { levelWord } from '#focusing/level-words.ts'
import { kindWord, overdueWord, stateWord } from '../acting-words.ts'
import type { Initiative } from '../find-initiative.ts'

/** What is known of an initiative at a glance. */
export function InitiativeFacts({ initiative }: { initiative: Initiative }) {
	const { kind, owner, level, district, focusTheme, fieldsOfAction, partners, goal, firstStep, nextAnswerBy } =
		initiative
	const helping = partners.map(({ name, part }) => (part ? `${name} (${part})` : name)).join(', ')
	const next = nextAnswerBy ? (
		<>
			<DateText day={nextAnswerBy} />
			{initiative.daysOverdue > 0 ? (
				<span className="state state--late"> · {overdueWord(initiative.daysOverdue)}</span>
			) : null}
		</>
	) : (
		m.acting_next_answer_none()
	)
	const facts = [
		[m.acting_goal_label(), goal],
		[m.acting_first_step_label(), firstStep],
		[m.acting_owner_label(), owner?.name ?? m.acting_owner_none()],
		[m.acting_partners_label(), helping],
		[m.acting_focus_theme_label(), focusTheme?.title],
		[m.acting_fields_label(), fieldsOfAction.map(({ title }) => title).join(', ')],
		[m.acting_kind_label(), `${kindWord(kind)} · ${levelWord(level)} · ${district?.name ?? m.acting_district_all()}`],
		[m.acting_next_answer(), next],
	] as const
	return (
		<dl className="facts">
			{facts.map(([term, said]) =>
				said ? (
					<div key={term} style={{ display: 'contents' }}>
						<dt>{term}</dt>
						<dd>{said}</dd>
					</div>
				) : null,
			)}
		</dl>
	)
}

/** Every state it was in. */
export function StateHistory({ history }: { history: Initiative['history'] }) {
	if (history.length === 0) return null
	return (
		<DataTable
			caption={m.acting_history()}
			rows={history}
			rowKey={({ state, since }) => `${state}-${since}`}
			columns={historyColumns()}
		/>
	)
}

function historyColumns(): Column<Initiative['history'][number]>[] {
	return [
		{ head: m.acting_history_state(), cell: ({ state }) => stateWord(state) },
		{ head: m.acting_history_since(), cell: ({ since }) => <DateText day={since} /> },
		{ head: m.acting_history_reason(), cell: ({ reason }) => reason ?? '–' },
	]
}
