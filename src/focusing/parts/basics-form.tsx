import type { Refusal } from '#platform/http/refusals.ts'
import { Button, Buttons } from '#platform/ui/buttons.tsx'
import { errorOf } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { m } from '#platform/words/words.ts'
import type { Dossier } from '../find-dossier.ts'
import { ThemeChoice, type ChoosableTheme } from './theme-choice.tsx'

type BasicsFormProps = {
	dossier: Pick<Dossier, 'title' | 'teaser' | 'themes'>
	themes: readonly ChoosableTheme[]
	values: Record<string, string> | undefined
	refusal: Refusal | undefined
}

/** What the focus theme is called, and which themes it gathers. */
export function BasicsForm({ dossier, themes, values, refusal }: BasicsFormProps) {
	const refused = values?.['was'] === 'grunddaten' ? values : undefined
	return (
		<section id="basics" className="dossier-section">
			<h2>{m.focusing_basics()}</h2>
			<form method="post">
				<input type="hidden" name="was" value="grunddaten" />
				<Field
					name="titel"
					label={m.focusing_title_label()}
					required
					value={refused?.['titel'] ?? dossier.title}
					error={errorOf(refusal, { 'focus-theme-title-missing': 'titel' }, 'titel')}
				/>
				<Field
					name="satz"
					label={m.focusing_teaser_label()}
					hint={m.focusing_teaser_hint()}
					optional
					value={refused?.['satz'] ?? dossier.teaser}
				/>
				<ThemeChoice themes={themes} chosen={dossier.themes.map(({ id }) => id)} values={refused} />
				<Buttons>
					<Button>{m.focusing_save()}</Button>
				</Buttons>
			</form>
		</section>
	)
}
