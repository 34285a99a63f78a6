import { m } from '#platform/words/words.ts'

export type ChoosableTheme = { id: string; label: string; colour: string; depth: number }

/** Which themes of the codebook are gathered. Each box has a name of its own, so that a refused form keeps them all. */
export function ThemeChoice({
	themes,
	chosen,
	values,
}: {
	themes: readonly ChoosableTheme[]
	chosen: readonly string[]
	values?: Record<string, string> | undefined
}) {
	return (
		<fieldset className="kern-fieldset">
			<legend className="kern-label">{m.focusing_themes_label()}</legend>
			<p className="kern-hint">{m.focusing_themes_hint()}</p>
			<div className="kern-fieldset__body theme-choice">
				{themes.map(({ id, label, colour, depth }) => (
					<div key={id} className="kern-form-check" style={{ marginInlineStart: `${depth * 1.6}rem` }}>
						<input
							className="kern-form-check__checkbox"
							type="checkbox"
							id={`thema-${id}`}
							name={`thema-${id}`}
							value="ja"
							defaultChecked={values ? values[`thema-${id}`] === 'ja' : chosen.includes(id)}
						/>
						<label className="kern-label" htmlFor={`thema-${id}`}>
							<span className="theme-dot" style={{ background: colour }} aria-hidden="true" /> {label}
						</label>
					</div>
				))}
			</div>
		</fieldset>
	)
}
