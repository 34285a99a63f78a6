/** What people read for states, kinds and standings. */
import { m } from '#platform/words/words.ts'
import type { InitiativeKind } from './find-initiatives.ts'
import type { CommitmentStanding } from './standing.rules.ts'
import type { InitiativeState } from './tables.ts'

export function stateWord(state: InitiativeState): string {
	return {
		idea: m.acting_state_idea,
		checked: m.acting_state_checked,
		planned: m.acting_state_planned,
		running: m.acting_state_running,
		done: m.acting_state_done,
		resting: m.acting_state_resting,
		refused: m.acting_state_refused,
	}[state]()
}

export function kindWord(kind: InitiativeKind): string {
	return {
		pilot: m.acting_kind_pilot,
		project: m.acting_kind_project,
		format: m.acting_kind_format,
		rule: m.acting_kind_rule,
		room: m.acting_kind_room,
	}[kind]()
}

/** "zugesagt", "noch 3 Tage", "12 Tage überfällig", "noch niemand". */
export function standingWord(standing: CommitmentStanding): string {
	switch (standing.kind) {
		case 'open':
			return standing.daysLate > 0 ? m.acting_standing_open_late() : m.acting_standing_open()
		case 'on-time':
			return m.acting_standing_on_time()
		case 'due-soon':
			return daysLeftWord(standing.daysLeft)
		case 'late':
			return overdueWord(standing.daysLate)
		case 'kept':
			return m.acting_standing_kept()
		default:
			return m.acting_standing_withdrawn()
	}
}

/** "12 Tage überfällig" */
export function overdueWord(days: number): string {
	return m.acting_overdue({ days })
}

function daysLeftWord(days: number): string {
	if (days === 0) return m.acting_due_today()
	return days === 1 ? m.acting_due_tomorrow() : m.acting_due_soon({ days })
}
