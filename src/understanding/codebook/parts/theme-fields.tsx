/** The fields of an entry of the codebook, for a new one and for changing one. */
import { Field } from '#platform/ui/field.tsx'
import { errorOf, type RefusalFields } from '#platform/ui/error-summary.tsx'
import type { Refusal } from '#platform/http/refusals.ts'
import { m } from '#platform/words/words.ts'

export const THEME_REFUSALS: RefusalFields = {
	'theme-label-missing': 'label',
	'theme-label-too-long': 'label',
	'theme-label-taken': 'label',
	'theme-colour-unknown': 'colour',
	'theme-under-itself': 'parent',
	'theme-unknown': 'parent',
}

export type ThemeFieldsProps = {
	values: Record<string, string>
	refusal: Refusal | undefined
	/** Themes it may stand under. */
	parents: readonly { id: string; label: string; depth: number }[]
}

export function ThemeFields({ values, refusal, parents }: ThemeFieldsProps) {
	const error = (name: string) => errorOf(refusal, THEME_REFUSALS, name)
	return (
		<>
			<Field
				name="label"
				label={m.understanding_theme_label()}
				value={values['label']}
				error={error('label')}
				required
				maxLength={80}
			/>
			<Field
				kind="select"
				name="parent"
				label={m.understanding_theme_parent()}
				value={values['parent']}
				error={error('parent')}
				blank={m.understanding_theme_no_parent()}
				options={parents.map(({ id, label, depth }) => ({ value: id, label: '\u2003'.repeat(depth) + label }))}
			/>
			<Field
				kind="textarea"
				rows={3}
				name="definition"
				label={m.understanding_theme_definition()}
				hint={m.understanding_theme_definition_hint()}
				value={values['definition']}
				optional
			/>
			<Field
				kind="textarea"
				rows={3}
				name="anchorExample"
				label={m.understanding_theme_anchor()}
				hint={m.understanding_theme_anchor_hint()}
				value={values['anchorExample']}
				optional
				spoken
			/>
			<Field
				kind="textarea"
				rows={3}
				name="codingRule"
				label={m.understanding_theme_rule()}
				hint={m.understanding_theme_rule_hint()}
				value={values['codingRule']}
				optional
			/>
			<Field
				kind="textarea"
				rows={2}
				name="include"
				label={m.understanding_theme_include()}
				value={values['include']}
				optional
			/>
			<Field
				kind="textarea"
				rows={2}
				name="exclude"
				label={m.understanding_theme_exclude()}
				value={values['exclude']}
				optional
			/>
			<Field
				name="keywords"
				label={m.understanding_theme_keywords()}
				hint={m.understanding_theme_keywords_hint()}
				value={values['keywords']}
				optional
			/>
			<Field
				kind="color"
				name="colour"
				label={m.understanding_theme_colour()}
				value={values['colour']}
				error={error('colour')}
			/>
		</>
	)
}
