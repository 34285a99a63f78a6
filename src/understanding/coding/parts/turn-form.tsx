/** Codes a whole contribution without script: theme, direction, weight, special category; and takes back what it carries. */
import { Button } from '#platform/ui/buttons.tsx'
import { Field } from '#platform/ui/field.tsx'
import { m } from '#platform/words/words.ts'
import { SPECIAL_CATEGORIES, suggestSpecialCategory } from '#protecting/special-categories.rules.ts'
import type { DeskCoding } from '../find-desk.ts'
import { stanceWord } from '../../weighing/matrix-words.ts'
import type { DeskTheme } from './desk-context.ts'
import { specialWord } from '../special-words.ts'
import { intensityWord } from '../intensity-word.ts'

type TurnFormProps = {
	turn: number
	/** What was said. */
	words: string
	themes: readonly DeskTheme[]
	codings: readonly DeskCoding[]
	values: Record<string, string>
}

export function TurnForm({ turn, words, themes, codings, values }: TurnFormProps) {
	const label = (id: string) => themes.find((theme) => theme.id === id)?.label ?? ''
	const options = themes
		.filter(({ isArchived }) => !isArchived)
		.map(({ id, label: name, depth }) => ({ value: id, label: '\u2003'.repeat(depth) + name }))
	return (
		<div className="turn-form">
			{codings.map((coding) => (
				<form key={coding.id} method="post" className="turn-form__coded">
					<input type="hidden" name="turn" value={turn} />
					<input type="hidden" name="coding" value={coding.id} />
					<span>
						<strong>{label(coding.themeId)}</strong> · {stanceWord(coding.stance)} · {intensityWord(coding.intensity)}
						{coding.specialCategory ? ` · ${specialWord(coding.specialCategory)}` : null}
					</span>
					<Button look="tertiary" small name="act" value="remove">
						{m.understanding_desk_remove()}
					</Button>
				</form>
			))}
			<form method="post">
				<input type="hidden" name="turn" value={turn} />
				<Field
					kind="select"
					name="theme"
					label={m.understanding_theme()}
					options={options}
					blank={m.understanding_choose()}
					required
					value={values['theme']}
				/>
				<Field
					kind="radios"
					horizontal
					name="stance"
					label={m.understanding_desk_stance()}
					options={(['helps', 'hinders', 'wish', 'neutral'] as const).map((value) => ({
						value,
						label: stanceWord(value),
					}))}
					value={values['stance'] ?? 'neutral'}
				/>
				<Field
					kind="radios"
					horizontal
					name="intensity"
					label={m.understanding_desk_intensity()}
					options={[1, 2, 3].map((weight) => ({ value: String(weight), label: intensityWord(weight) }))}
					value={values['intensity'] ?? '1'}
				/>
				<SpecialField words={words} value={values['special']} />
				<Button name="act" value="code">
					{m.understanding_desk_code_turn()}
				</Button>
			</form>
		</div>
	)
}

/** The suggestion is a sentence, not a choice made: whoever reads decides. */
function SpecialField({ words, value }: { words: string; value: string | undefined }) {
	const hint = suggestSpecialCategory(words)
	return (
		<Field
			kind="select"
			name="special"
			label={m.understanding_special()}
			hint={hint ? m.understanding_special_hint({ word: hint.word, category: specialWord(hint.category) }) : undefined}
			options={SPECIAL_CATEGORIES.map((category) => ({ value: category, label: specialWord(category) }))}
			blank={m.understanding_special_none()}
			value={value}
		/>
	)
}
