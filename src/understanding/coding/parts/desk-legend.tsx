/** On paper: which colour is which theme, what the signs mean. */
import { m } from '#platform/words/words.ts'
import { stanceWord } from '../../weighing/matrix-words.ts'
import { useDesk } from './desk-context.ts'

export function DeskLegend() {
	const { store, themes } = useDesk()
	const used = new Set(store.start.codings.map(({ themeId }) => themeId))
	return (
		<div className="desk__legend" aria-hidden="true">
			<ul>
				{themes
					.filter(({ id }) => used.has(id))
					.map(({ id, label, colour }) => (
						<li key={id}>
							<i style={{ background: colour }} /> {label}
						</li>
					))}
			</ul>
			<p>
				▲ {stanceWord('helps')} · ▼ {stanceWord('hinders')} · ★ {stanceWord('wish')} · ! {m.understanding_intensity_2()}{' '}
				· !! {m.understanding_intensity_3()} · „“ {m.understanding_good_quote()} · ◆ {m.understanding_sensitive()}
			</p>
		</div>
	)
}
