/** The codebook beside the transcript: a theme is given by click, by number, or by typing and Enter. */
import { memo, useMemo, useState, type KeyboardEvent } from 'react'
import { m } from '#platform/words/words.ts'
import { useCountOf, useDesk, useDeskView, type DeskTheme } from './desk-context.ts'
import { themesMatching } from './desk-themes.ts'

export function DeskCodebook() {
	const { store, themes } = useDesk()
	const [typed, setTyped] = useState('')
	const [marked, setMarked] = useState(0)
	const open = useMemo(() => themes.filter(({ isArchived }) => !isArchived), [themes])
	const shown = useMemo(() => themesMatching(open, typed), [open, typed])
	const isSearching = typed.trim() !== ''

	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key === 'Enter') {
			event.preventDefault()
			const theme = shown[Math.min(marked, shown.length - 1)]
			if (!theme) return
			store.code(theme.id)
			setTyped('')
			document.getElementById('transkript')?.focus({ preventScroll: true })
		} else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
			event.preventDefault()
			setMarked((marked + (event.key === 'ArrowDown' ? 1 : shown.length - 1)) % Math.max(1, shown.length))
		} else if (event.key === 'Escape') {
			setTyped('')
			document.getElementById('transkript')?.focus({ preventScroll: true })
		}
	}

	return (
		<aside className="desk__codebook" aria-labelledby="codebuch">
			<h2 id="codebuch">{m.understanding_codebook()}</h2>
			<label className="desk__search">
				<span>
					{m.understanding_desk_theme_search()} <kbd>T</kbd>
				</span>
				<input
					id="thema-suche"
					type="search"
					autoComplete="off"
					value={typed}
					onChange={(event) => {
						setTyped(event.target.value)
						setMarked(0)
					}}
					onKeyDown={onKeyDown}
				/>
			</label>
			<p className="hidden" aria-live="polite">
				{isSearching
					? m.understanding_desk_theme_found({ count: shown.length, first: shown[marked]?.label ?? '' })
					: ''}
			</p>
			<ul className="desk__themes">
				{shown.map((theme, at) => (
					<ThemeButton
						key={theme.id}
						theme={theme}
						number={isSearching ? 0 : at + 1}
						isMarked={isSearching && at === marked}
					/>
				))}
			</ul>
		</aside>
	)
}

type ThemeButtonProps = { theme: DeskTheme; number: number; isMarked: boolean }

const ThemeButton = memo(function ThemeButton({ theme, number, isMarked }: ThemeButtonProps) {
	const { store } = useDesk()
	const count = useCountOf(theme.id)
	const isActive = useIsActiveTheme(theme.id)
	return (
		<li style={{ paddingInlineStart: `${theme.depth * 1.1}rem` }}>
			<button
				type="button"
				className="theme"
				data-marked={isMarked || undefined}
				aria-pressed={isActive}
				title={theme.definition}
				onClick={() => store.code(theme.id)}
			>
				<i style={{ background: theme.colour }} aria-hidden="true" />
				<span>{theme.label}</span>
				{number >= 1 && number <= 9 ? <kbd aria-hidden="true">{number}</kbd> : null}
				<b>
					{count}
					<span className="hidden"> {m.understanding_passages()}</span>
				</b>
			</button>
		</li>
	)
})

/** Whether the coding in hand carries this theme. */
function useIsActiveTheme(themeId: string): boolean {
	const { store } = useDesk()
	const { activeId } = useDeskView()
	return activeId !== null && store.codings.find(activeId)?.themeId === themeId
}
