/** The codebook beside the transcript: a theme is given by click, by number, or by typing and Enter. */
import { memo, useMemo, useState, type KeyboardEvent } from 'react'
import { Button } from '#platform/ui/buttons.tsx'
import { m } from '#platform/words/words.ts'
import { useCountOf, useDesk, useDeskView, useIsInHand, type DeskTheme } from './desk-context.ts'
import type { DeskStore } from './desk-store.ts'
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
			setTyped('')
			setMarked(0)
			if (event.shiftKey || store.view.isCollecting) return store.collect(theme.id)
			store.code(theme.id)
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
			<Collecting />
			<Recent />
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

/** Several themes in one step: for those without a keyboard a switch, and what is collected so far. */
function Collecting() {
	const { store } = useDesk()
	const { collected, isCollecting } = useDeskView()
	const press = () => store.show({ isCollecting: !isCollecting })
	return (
		<>
			<button type="button" className="toggle desk__collect" aria-pressed={isCollecting} onClick={press}>
				{m.understanding_desk_collect()}
			</button>
			{collected.length > 0 ? <Collected collected={collected} /> : null}
		</>
	)
}

function Collected({ collected }: { collected: readonly string[] }) {
	const { store, themeById } = useDesk()
	return (
		<fieldset className="desk__choice desk__collected">
			<legend>{m.understanding_desk_collected({ count: collected.length })}</legend>
			{collected.map((id) => (
				<button key={id} type="button" className="toggle" onClick={() => store.collect(id)}>
					{themeById.get(id)?.label} <span aria-hidden="true">×</span>
					<span className="hidden">: {m.understanding_desk_remove()}</span>
				</button>
			))}
			<Button type="button" small onClick={() => store.code()}>
				{m.understanding_desk_collected_give()}
			</Button>
		</fieldset>
	)
}

/** Used last: one press, or G for the newest. */
function Recent() {
	const { store, themeById } = useDesk()
	const { recent } = useDeskView()
	const themes = recent.flatMap((id) => themeById.get(id) ?? [])
	if (themes.length === 0) return null
	return (
		<div className="desk__recent" role="group" aria-label={m.understanding_desk_recent()}>
			<span className="desk__hint">{m.understanding_desk_recent()}</span>
			{themes.map(({ id, label, colour }, n) => (
				<button key={id} type="button" className="toggle" onClick={(event) => press(store, id, event)}>
					<i style={{ background: colour }} aria-hidden="true" /> {label}{' '}
					{n === 0 ? <kbd aria-hidden="true">G</kbd> : null}
				</button>
			))}
		</div>
	)
}

/** Given at once, or collected. */
function press(store: DeskStore, themeId: string, { shiftKey }: { shiftKey: boolean }) {
	if (shiftKey || store.view.isCollecting) store.collect(themeId)
	else store.code(themeId)
}

type ThemeButtonProps = { theme: DeskTheme; number: number; isMarked: boolean }

const ThemeButton = memo(function ThemeButton({ theme, number, isMarked }: ThemeButtonProps) {
	const { store } = useDesk()
	const count = useCountOf(theme.id)
	const isActive = useIsInHand(theme.id)
	return (
		<li style={{ paddingInlineStart: `${theme.depth * 1.1}rem` }}>
			<button
				type="button"
				className="theme"
				data-marked={isMarked || undefined}
				aria-pressed={isActive}
				title={theme.definition}
				onClick={(event) => press(store, theme.id, event)}
			>
				<i style={{ background: theme.colour }} aria-hidden="true" />
				<span>{theme.label}</span>
				{number >= 1 && number <= 9 ? <kbd aria-hidden="true">{number}</kbd> : null}
				<b>
					{count}
					<span className="hidden"> {m.understanding_passages({ count })}</span>
				</b>
			</button>
		</li>
	)
})
