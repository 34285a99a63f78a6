/** What of the codings is drawn: whose, of which theme, which direction, with or without labels. */
import { memo, useState } from 'react'
import { m } from '#platform/words/words.ts'
import { stanceWord } from '../../weighing/matrix-words.ts'
import { STANCES } from '../../tables.ts'
import { useDesk, useFilter } from './desk-context.ts'
import { EVERYTHING, type DeskFilter } from './desk-view.ts'

export const DeskShow = memo(function DeskShow() {
	const { store, themes } = useDesk()
	const filter = useFilter() ?? EVERYTHING
	const [coderNames, setCoderNames] = useState<string[]>([])
	const set = (change: Partial<DeskFilter>) => {
		const next = { ...filter, ...change }
		const isAll = Object.entries(EVERYTHING).every(([key, value]) => next[key as keyof DeskFilter] === value)
		store.show({ filter: isAll ? EVERYTHING : next })
	}
	return (
		<details className="desk__show" onToggle={() => setCoderNames(store.codings.coderNames())}>
			<summary className="toggle" data-on={filter === EVERYTHING ? undefined : true}>
				{filter === EVERYTHING ? m.understanding_desk_show() : m.understanding_desk_show_some()}
			</summary>
			<div className="desk__show-box">
				<label>
					<input
						type="checkbox"
						checked={filter.isMineOnly}
						onChange={({ target }) => set({ isMineOnly: target.checked })}
					/>
					{m.understanding_desk_show_mine()}
				</label>
				<label>
					<input
						type="checkbox"
						checked={filter.hasLabels}
						onChange={({ target }) => set({ hasLabels: target.checked })}
					/>
					{m.understanding_desk_show_labels()}
				</label>
				<Choice
					label={m.understanding_theme()}
					value={filter.themeId}
					options={themes.map(({ id, label, depth }) => [id, '\u2003'.repeat(depth) + label])}
					onChoose={(themeId) => set({ themeId })}
				/>
				<Choice
					label={m.understanding_desk_stance()}
					value={filter.stance}
					options={STANCES.map((stance) => [stance, stanceWord(stance)])}
					onChoose={(stance) => set({ stance: STANCES.find((one) => one === stance) ?? '' })}
				/>
				<Choice
					label={m.understanding_desk_coder()}
					value={filter.coderName}
					options={coderNames.map((name) => [name, name])}
					onChoose={(coderName) => set({ coderName })}
				/>
			</div>
		</details>
	)
})

type ChoiceProps = { label: string; value: string; options: [string, string][]; onChoose: (value: string) => void }

function Choice({ label, value, options, onChoose }: ChoiceProps) {
	return (
		<label className="desk__retheme">
			<span>{label}</span>
			<select value={value} onChange={({ target }) => onChoose(target.value)}>
				<option value="">{m.understanding_desk_show_all()}</option>
				{options.map(([key, words]) => (
					<option key={key} value={key}>
						{words}
					</option>
				))}
			</select>
		</label>
	)
}
