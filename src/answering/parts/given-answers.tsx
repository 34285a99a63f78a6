import { DateText } from '#platform/ui/date-text.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { Row, Rows } from '#platform/ui/rows.tsx'
import { StateWord } from '#platform/ui/state-word.tsx'
import { m } from '#platform/words/words.ts'
import { answerWord } from '../answer-words.ts'
import type { AnswerView } from '../find-answers.ts'

/** What was answered so far, newest first. */
export function GivenAnswers({ answers }: { answers: readonly AnswerView[] }) {
	if (answers.length === 0) return <EmptyState title={m.answering_given_none()} />
	return (
		<Rows label={m.answering_given_title()}>
			{answers.map(({ id, to, kind, because, byOffice, answeredOn, nextAnswerBy }) => (
				<Row
					key={id}
					title={to.title ?? m.answering_single_voice()}
					stage="answer"
					aside={<StateWord stage="answer">{answerWord(kind)}</StateWord>}
				>
					<p>{because}</p>
					<p className="note">
						{byOffice} · <DateText day={answeredOn} />
						{nextAnswerBy ? (
							<>
								{' · '}
								{m.answering_next_by()} <DateText day={nextAnswerBy} />
							</>
						) : null}
					</p>
				</Row>
			))}
		</Rows>
	)
}
