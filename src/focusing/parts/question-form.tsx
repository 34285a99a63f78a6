import type { Refusal } from '#platform/http/refusals.ts'
import { Button, Buttons } from '#platform/ui/buttons.tsx'
import { errorOf } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { m } from '#platform/words/words.ts'
import { partHint, partWord } from './part-words.ts'

type QuestionFormProps = { question: string; refusal: Refusal | undefined; values: Record<string, string> | undefined }

/** The one open question the dossier leads to. */
export function QuestionForm({ question, refusal, values }: QuestionFormProps) {
	return (
		<section id="question" className="dossier-section">
			<h2>{partWord('question')}</h2>
			<form method="post">
				<input type="hidden" name="was" value="leitfrage" />
				<Field
					kind="textarea"
					rows={2}
					name="leitfrage"
					label={m.focusing_question_label()}
					hint={partHint('question')}
					value={values?.['leitfrage'] ?? question}
					error={errorOf(refusal, { 'guiding-question-not-open': 'leitfrage' }, 'leitfrage')}
				/>
				<Buttons>
					<Button>{m.focusing_save_part({ part: partWord('question') })}</Button>
				</Buttons>
			</form>
		</section>
	)
}
