import { Button, Buttons } from '#platform/ui/buttons.tsx'
import { Field } from '#platform/ui/field.tsx'
import { m } from '#platform/words/words.ts'
import type { Dossier } from '../find-dossier.ts'
import { levelWord } from '../level-words.ts'
import { LEVELS } from '../tables.ts'

type ConditionsFormProps = {
	conditions: Dossier['conditions']
	values: Record<string, string> | undefined
}

/** What each of the five levels could do, from far to near, in one form. */
export function ConditionsForm({ conditions, values }: ConditionsFormProps) {
	return (
		<form method="post">
			<input type="hidden" name="was" value="ebenen" />
			<p className="kern-hint">{m.focusing_levels_hint()}</p>
			{LEVELS.map((level) => (
				<Field
					key={level}
					kind="textarea"
					name={`ebene-${level}`}
					rows={3}
					label={levelWord(level)}
					value={
						values?.[`ebene-${level}`] ??
						conditions
							.filter((condition) => condition.level === level)
							.map(({ text }) => text)
							.join('\n\n')
					}
				/>
			))}
			<Buttons>
				<Button>{m.focusing_save_levels()}</Button>
			</Buttons>
		</form>
	)
}
