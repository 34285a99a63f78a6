/** The tree of themes. Without script it folds and moves by buttons; with it, also by dragging and Alt + arrow keys. */
import { Button } from '#platform/ui/buttons.tsx'
import { m } from '#platform/words/words.ts'
import type { BookTheme } from '../shown-themes.rules.ts'
import { gapWord } from './gap-words.ts'
import { ThemeName } from './theme-name.tsx'
import { ThemeWords } from './theme-words.tsx'
import { useThemeMoves, type ThemeMoves } from './use-theme-moves.ts'

/** What was just moved, and the step that takes it back. */
export type Moved = { themeId: string; stepId: string }

type TreeProps = {
	themes: readonly BookTheme[]
	isTree: boolean
	isFolded: boolean
	mayEdit: boolean
	moved?: Moved | undefined
}

export function ThemeTree({ themes, isTree, isFolded, mayEdit, moved }: TreeProps) {
	const moves = useThemeMoves(themes)
	const shown = new Set(themes.map(({ id }) => id))
	const childrenOf = (id: string | null) =>
		isTree ? themes.filter(({ parentId }) => (parentId && shown.has(parentId) ? parentId : null) === id) : []
	const entries = (own: readonly BookTheme[]) => (
		<ul className="codebook">
			{own.map((theme) => {
				const below = childrenOf(theme.id)
				return (
					<li key={theme.id} id={`thema-${theme.id}`}>
						{mayEdit && moved?.themeId === theme.id ? <TakeBack label={theme.label} stepId={moved.stepId} /> : null}
						<Entry theme={theme} isTree={isTree} mayEdit={mayEdit} moves={moves} />
						{below.length > 0 ? (
							<details className="codebook__below" open={!isFolded}>
								<summary>{m.understanding_codebook_below({ count: below.length })}</summary>
								{entries(below)}
							</details>
						) : null}
					</li>
				)
			})}
		</ul>
	)
	return (
		<>
			{mayEdit && isTree && themes.length > 1 ? (
				<p className="label codebook__how" role="status">
					{moves.said ?? (moves.isAwake ? m.understanding_codebook_keys() : '')}
				</p>
			) : null}
			{entries(isTree ? childrenOf(null) : themes)}
		</>
	)
}

/** Where the eyes are after a move: above the theme at its new place. */
function TakeBack({ label, stepId }: { label: string; stepId: string }) {
	return (
		<form className="codebook__moved" method="post" action="/werkstatt/codebuch/verlauf">
			<input type="hidden" name="step" value={stepId} />
			<span>{m.understanding_codebook_placed({ label })}</span>
			<Button look="secondary" small name="act" value="undo">
				{m.understanding_history_undo()}
			</Button>
		</form>
	)
}

type EntryProps = { theme: BookTheme; isTree: boolean; mayEdit: boolean; moves: ThemeMoves }

function Entry({ theme, isTree, mayEdit, moves }: EntryProps) {
	const { id, slug, label, colour, definition, isArchived, persons, passages, whole, gaps } = theme
	const movable = mayEdit && isTree && !isArchived
	return (
		<div className="codebook__entry" {...(movable ? moves.entry(theme) : {})}>
			<div className="codebook__head">
				<h2>
					<ThemeName label={label} colour={colour} href={mayEdit ? `/werkstatt/codebuch/${slug}` : undefined} />
				</h2>
				<p>
					<a href={`/werkstatt/stellen?thema=${slug}`}>{m.understanding_used({ persons, passages })}</a>
					{whole.passages > passages ? ` · ${m.understanding_used_whole(whole)}` : ''}
				</p>
			</div>
			{definition ? <p>{definition}</p> : null}
			{gaps.length > 0 && !isArchived ? <p className="label">{gaps.map(gapWord).join(' · ')}</p> : null}
			<div className="codebook__more">
				<details>
					<summary>{m.understanding_theme_rules()}</summary>
					<ThemeWords theme={theme} />
					<a href={`/werkstatt/codebuch/verlauf?thema=${slug}`}>{m.understanding_history()}</a>
				</details>
				{mayEdit ? (
					<details>
						<summary>
							{m.understanding_theme_acts()}
							<span className="hidden"> {label}</span>
						</summary>
						<EntryActs id={id} label={label} slug={slug} isArchived={isArchived} isTree={isTree} />
					</details>
				) : null}
			</div>
		</div>
	)
}

type Acts = { id: string; label: string; slug: string; isArchived: boolean; isTree: boolean }

function EntryActs({ id, label, slug, isArchived, isTree }: Acts) {
	const moves = [
		['up', m.understanding_theme_up()],
		['down', m.understanding_theme_down()],
	]
	const pages = [
		{ href: `/werkstatt/codebuch/${slug}`, word: m.understanding_theme_change() },
		...(isArchived ? [] : [{ href: `/werkstatt/codebuch/${slug}/verschieben`, word: m.understanding_move_short() }]),
		{ href: `/werkstatt/codebuch/${slug}/ankerbeispiel`, word: m.understanding_anchor_choose_short() },
		{ href: `/werkstatt/codebuch/${slug}/aufteilen`, word: m.understanding_split_short() },
		{ href: `/werkstatt/codebuch/zusammenlegen?thema=${id}`, word: m.understanding_merge() },
		{
			href: `/werkstatt/codebuch/${slug}/wegnehmen`,
			word: isArchived ? m.understanding_theme_reopen() : m.understanding_take_away_short(),
		},
	]
	return (
		<div className="codebook__acts">
			{isTree ? (
				<form method="post">
					<input type="hidden" name="theme" value={id} />
					{moves.map(([act, word]) => (
						<Button key={act} look="secondary" small name="act" value={act}>
							{word}
							<span className="hidden"> {label}</span>
						</Button>
					))}
				</form>
			) : null}
			<p className="book-links">
				{pages.map(({ href, word }) => (
					<a key={href} href={href}>
						{word}
						<span className="hidden"> {label}</span>
					</a>
				))}
			</p>
		</div>
	)
}
