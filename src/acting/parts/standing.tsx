import { StateWord } from '#platform/ui/state-word.tsx'
import { overdueWord, standingWord, stateWord } from '../acting-words.ts'
import type { CommitmentStanding } from '../standing.rules.ts'
import type { InitiativeState } from '../tables.ts'

export function CommitmentWord({ standing }: { standing: CommitmentStanding }) {
	const isLate = standing.kind === 'late' || (standing.kind === 'open' && standing.daysLate > 0)
	const isQuiet = standing.kind === 'withdrawn' || standing.kind === 'open'
	return (
		<StateWord stage="act" tone={isLate ? 'late' : isQuiet ? 'quiet' : 'plain'}>
			{standingWord(standing)}
		</StateWord>
	)
}

/** The state, or that an answer is overdue: what matters more comes alone. */
export function InitiativeWord({ state, daysOverdue }: { state: InitiativeState; daysOverdue: number }) {
	return daysOverdue > 0 ? (
		<StateWord tone="late">{overdueWord(daysOverdue)}</StateWord>
	) : (
		<StateWord stage="act" tone={state === 'resting' || state === 'refused' ? 'quiet' : 'plain'}>
			{stateWord(state)}
		</StateWord>
	)
}
