/** Beside the text: the place in hand with what can be done about it, chosen words, and every name once. */
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react'
import { m } from '#platform/words/words.ts'
import type { NameKind } from '#protecting/find-names.rules.ts'
import type { NameGroup } from '../names/find-names-desk.ts'
import { endingOf, withoutEnding } from '../names/number-names.rules.ts'
import type { Selection } from '../text-selection.ts'
import { kindWord } from '#protecting/name-kind-words.ts'
import { colourOf, MARKED_KINDS } from './name-words.ts'
import type { NamesStore } from './names-store.ts'
import type { NamesView } from './names-view.ts'

type PanelProps = { store: NamesStore; view: NamesView; isEditing: boolean; onEdit: (isEditing: boolean) => void }

export function PlaceInHand({ store, view, isEditing, onEdit }: PanelProps) {
	const { current } = store
	if (view.selection)
		return (
			<ChosenWords selection={view.selection} onMark={(kind) => store.mark(kind)} onCancel={() => store.select(null)} />
		)
	if (!current) return <p className="names__hint">{m.listening_names_nothing_in_hand()}</p>
	const all = store.groupOf(current)?.all ?? 1
	return (
		<div className="names__card">
			<p className="names__kind">
				<i className={`name-dot name-dot--${colourOf(current.kind)}`} aria-hidden="true" />
				{kindWord(current.kind)}
				{all > 1 ? ` · ${m.listening_names_times({ count: all })}` : null}
			</p>
			<p className="names__name spoken" lang="de">
				{wordsOf(store)}
			</p>
			{isEditing ? (
				<EditReplacement key={current.id} store={store} all={all} onEnd={() => onEdit(false)} />
			) : (
				<>
					<p className="names__becomes">
						{m.listening_names_becomes()} <strong>{current.replacement}</strong>
					</p>
					<div className="names__acts">
						<Act shortcut="↵" isMain onClick={() => store.decide('replaced')}>
							{m.listening_names_replace()}
						</Act>
						<Act shortcut="K" onClick={() => store.decide('kept')}>
							{m.listening_names_keep()}
						</Act>
						<Act shortcut="R" onClick={() => onEdit(true)}>
							{m.listening_names_edit()}
						</Act>
					</div>
					{all > 1 ? (
						<div className="names__acts">
							<Act shortcut="⇧↵" onClick={() => store.decide('replaced', { everywhere: true })}>
								{m.listening_names_replace_all({ count: all })}
							</Act>
							<Act shortcut="⇧K" onClick={() => store.decide('kept', { everywhere: true })}>
								{m.listening_names_keep_all({ count: all })}
							</Act>
						</div>
					) : null}
				</>
			)}
		</div>
	)
}

function wordsOf(store: NamesStore): string {
	const { current, view, segments } = store
	const segment = segments[view.segment]
	if (!current || !segment) return current?.name ?? ''
	const words = [...segment.text].slice(current.start - segment.start, current.end - segment.start).join('')
	return words || current.name
}

export function Act({
	shortcut,
	isMain = false,
	onClick,
	children,
}: {
	shortcut: string
	isMain?: boolean
	onClick: () => void
	children: ReactNode
}) {
	return (
		<button type="button" className={isMain ? 'names__act names__act--main' : 'names__act'} onClick={onClick}>
			{children} <kbd aria-hidden="true">{shortcut}</kbd>
		</button>
	)
}

function EditReplacement({ store, all, onEnd }: { store: NamesStore; all: number; onEnd: () => void }) {
	const field = useRef<HTMLInputElement>(null)
	useEffect(() => field.current?.select(), [])
	const { current } = store
	if (!current) return null
	const save = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault()
		const form = new FormData(event.currentTarget)
		const replacement = String(form.get('ersatz') ?? '').trim()
		if (replacement === '') return
		store.decide('replaced', {
			replacement: replacement + endingOf(current.replacement),
			everywhere: form.has('ueberall'),
		})
		onEnd()
	}
	return (
		<form className="names__edit" onSubmit={save}>
			<label>
				{m.listening_names_replacement()}
				<input
					ref={field}
					onKeyDown={(event) => event.key === 'Escape' && onEnd()}
					name="ersatz"
					defaultValue={withoutEnding(current.replacement)}
					maxLength={100}
					autoComplete="off"
				/>
			</label>
			{all > 1 ? (
				<label className="names__check">
					<input type="checkbox" name="ueberall" defaultChecked />
					{m.listening_names_everywhere({ count: all })}
				</label>
			) : null}
			<div className="names__acts">
				<button className="names__act names__act--main">{m.listening_names_save()}</button>
				<button type="button" className="names__act" onClick={onEnd}>
					{m.listening_names_cancel()}
				</button>
			</div>
		</form>
	)
}

type ChosenProps = { selection: Selection; onMark: (kind: NameKind) => void; onCancel: () => void }

function ChosenWords({ selection, onMark, onCancel }: ChosenProps) {
	return (
		<div className="names__card">
			<p className="names__kind">{m.listening_names_chosen()}</p>
			<p className="names__name spoken" lang="de">
				{selection.quote.slice(0, 200)}
			</p>
			<p className="names__hint">{m.listening_names_mark_as()}</p>
			<div className="names__acts">
				{MARKED_KINDS.map((kind, at) => (
					<Act key={kind} shortcut={String(at + 1)} onClick={() => onMark(kind)}>
						{kindWord(kind)}
					</Act>
				))}
				<Act shortcut="Esc" onClick={onCancel}>
					{m.listening_names_cancel()}
				</Act>
			</div>
		</div>
	)
}

type NameListProps = { groups: readonly NameGroup[]; page: number; onTake: (findingId: string) => void }

/** Every name once, with how far one has come; a name on another page leads there. */
export function NameList({ groups, page, onTake }: NameListProps) {
	if (groups.length === 0) return <p className="names__hint">{m.listening_names_none()}</p>
	return (
		<ul className="names__list">
			{groups.map((group) => {
				const isHere = group.page === 0 || group.page === page
				return (
					<li key={`${group.kind} ${group.name}`} data-open={group.open > 0 ? true : undefined}>
						<a
							href={isHere ? `#stelle-${group.findingId}` : `?seite=${group.page}&stelle=${group.findingId}`}
							onClick={(event) => {
								if (!isHere) return
								event.preventDefault()
								onTake(group.findingId)
							}}
						>
							<i className={`name-dot name-dot--${colourOf(group.kind)}`} aria-hidden="true" />
							<span className="spoken" lang="de">
								{group.name}
							</span>
							<small>
								{kindWord(group.kind)} · {stateText(group)}
							</small>
						</a>
					</li>
				)
			})}
		</ul>
	)
}

function stateText({ all, open, kept, replacement }: NameGroup): string {
	if (open > 0) return m.listening_names_open_of({ open, all })
	if (kept === all) return m.listening_names_stays()
	return kept > 0 ? `${replacement}, ${m.listening_names_partly_kept({ kept })}` : replacement
}
