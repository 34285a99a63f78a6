/** The fields of an entry of the codebook, for a new one and for changing one. */
import { ThemeName } from './theme-name.tsx'
import { THEME_COLOURS } from '../codebook.rules.ts'
import { Field } from '#platform/ui/field.tsx'
import { errorOf, type RefusalFields } from '#platform/ui/error-summary.tsx'
import type { Refusal } from '#platform/http/refusals.ts'
import { m } from '#platform/words/words.ts'

export const THEME_REFUSALS: RefusalFields = {
	'theme-label-missing': 'label',
	'theme-label-too-long': 'label',
	'theme-label-taken': 'label',
	'theme-colour-unknown': 'ownColour',
	'theme-under-itself': 'parent',
	'theme-unknown': 'parent',
}

export type ThemeFieldsProps = {
	values: Record<string, string>
	refusal: Refusal | undefined
	/** Themes a new one may stand under; one that is there is moved on a page of its own. */
	parents?: readonly { id: string; label: string; depth: number }[]
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
			{parents ? (
				<Field
					kind="select"
					name="parent"
					label={m.understanding_theme_parent()}
					value={values['parent']}
					error={error('parent')}
					blank={m.understanding_theme_no_parent()}
					options={parents.map(({ id, label, depth }) => ({ value: id, label: '\u2003'.repeat(depth) + label }))}
				/>
			) : null}
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
			<ColourChoice chosen={values['colour'] ?? ''} own={values['ownColour']} error={error('ownColour')} />
		</>
	)
}

/** Colours that are told apart by most people, each with its name; a colour of one's own stays possible. */
function ColourChoice({ chosen, own, error }: { chosen: string; own: string | undefined; error: string | undefined }) {
	const isOwn = !THEME_COLOURS.some((colour) => colour === chosen)
	return (
		<fieldset className="kern-fieldset" id="feld-colour">
			<legend className="kern-label">{m.understanding_theme_colour()}</legend>
			<div className="kern-fieldset__body colour-choice">
				{THEME_COLOURS.map((colour, at) => (
					<div key={colour} className="kern-form-check">
						<input
							className="kern-form-check__radio"
							type="radio"
							id={`colour-${at}`}
							name="colour"
							value={colour}
							defaultChecked={colour === chosen}
						/>
						<label className="kern-label" htmlFor={`colour-${at}`}>
							<ThemeName label={colourWord(at)} colour={colour} />
						</label>
					</div>
				))}
				<div className="kern-form-check">
					<input
						className="kern-form-check__radio"
						type="radio"
						id="colour-own"
						name="colour"
						value="own"
						defaultChecked={isOwn}
					/>
					<label className="kern-label" htmlFor="colour-own">
						{m.understanding_colour_own()}
					</label>
				</div>
			</div>
			<Field
				kind="color"
				name="ownColour"
				label={m.understanding_colour_own_field()}
				hint={m.understanding_colour_own_hint()}
				value={own ?? (isOwn ? chosen : '#53606c')}
				error={error}
			/>
		</fieldset>
	)
}

function colourWord(at: number): string {
	return [
		m.understanding_colour_blue,
		m.understanding_colour_red,
		m.understanding_colour_green,
		m.understanding_colour_violet,
		m.understanding_colour_orange,
		m.understanding_colour_teal,
		m.understanding_colour_pink,
		m.understanding_colour_ochre,
		m.understanding_colour_moss,
		m.understanding_colour_brown,
	][at]!()
}
