/** What is chosen, what it carries, and how: direction, weight, marks. */
import type { ReactNode } from 'react'
import { SPECIAL_CATEGORIES, suggestSpecialCategory } from '#protecting/special-categories.rules.ts'
import { m } from '#platform/words/words.ts'
import { language } from '#platform/words/words.ts'
import type { DeskCoding } from '../find-desk.ts'
import { stanceWord } from '../../weighing/matrix-words.ts'
import { intensityWord } from '../intensity-word.ts'
import { shortened } from '../shortened.rules.ts'
import { specialWord } from '../special-words.ts'
import type { Stance } from '../../tables.ts'
import { stepBorder, type BorderStep } from './desk-borders.ts'
import { useDesk, useDeskView } from './desk-context.ts'
import { CodingsHere } from './desk-here.tsx'
import { DeskMemos } from './desk-memos.tsx'
import { SuggestionsHere } from './desk-suggested.tsx'

const STANCE_KEYS: readonly [Stance, string][] = [
	['helps', 'F'],
	['hinders', 'H'],
	['wish', 'W'],
	['neutral', 'O'],
]

export function DeskPanel({ onNewTheme }: { onNewTheme: () => void }) {
	const { store } = useDesk()
	const { selection, activeId, next } = useDeskView()
	const active = activeId ? store.codings.find(activeId) : undefined
	const { stance, intensity } = active ?? next
	return (
		<aside className="desk__panel" aria-labelledby="auswahl" data-empty={selection ? undefined : true}>
			<h2 id="auswahl">{m.understanding_desk_selection()}</h2>
			{selection ? (
				<Chosen onNewTheme={onNewTheme} />
			) : (
				<p className="desk__hint">{m.understanding_desk_nothing_selected()}</p>
			)}
			<fieldset className="desk__choice">
				<legend>{active ? m.understanding_desk_stance() : m.understanding_desk_stance_next()}</legend>
				{STANCE_KEYS.map(([one, key]) => (
					<Toggle key={one} isOn={stance === one} shortcut={key} onClick={() => store.change({ stance: one })}>
						{stanceWord(one)}
					</Toggle>
				))}
			</fieldset>
			<fieldset className="desk__choice">
				<legend>{m.understanding_desk_intensity()}</legend>
				{[1, 2, 3].map((weight) => (
					<Toggle key={weight} isOn={intensity === weight} onClick={() => store.change({ intensity: weight })}>
						{intensityWord(weight)}
					</Toggle>
				))}
				<span className="desk__hint">
					<kbd>+</kbd> <kbd>−</kbd>
				</span>
			</fieldset>
			{active ? <Marks coding={active} /> : null}
			{selection ? <CodingsHere turn={selection.turn} start={selection.start} end={selection.end} /> : null}
			<DeskMemos />
		</aside>
	)
}

function Chosen({ onNewTheme }: { onNewTheme: () => void }) {
	const { store, speakerByCode } = useDesk()
	const { selection } = useDeskView()
	if (!selection) return null
	const code = store.codings.turns[selection.turn]?.speaker ?? ''
	const speaker = speakerByCode.get(code)
	const role = speaker?.role ? (speaker.role[language()] ?? speaker.role.de) : undefined
	const quoting = speaker?.mayQuote ? m.understanding_desk_may_quote() : m.understanding_desk_may_not_quote()
	return (
		<>
			<blockquote className="desk__chosen spoken" lang="de">
				{shortened(selection.quote, 180, 80)}
			</blockquote>
			<p className="desk__hint">{[code, role, speaker?.district, quoting].filter(Boolean).join(' · ')}</p>
			<SuggestionsHere turn={selection.turn} />
			<Borders />
			<button type="button" className="toggle" onClick={onNewTheme}>
				{m.understanding_desk_new_theme()} <kbd aria-hidden="true">K</kbd>
			</button>
		</>
	)
}

const BORDERS: readonly [BorderStep, string][] = [
	['start-earlier', '|←'],
	['start-later', '|→'],
	['end-earlier', '←|'],
	['end-later', '→|'],
]

/** Beginning and end by the word, for those who neither drag nor type. */
function Borders() {
	const { store } = useDesk()
	const words = {
		'start-earlier': m.understanding_border_start_earlier,
		'start-later': m.understanding_border_start_later,
		'end-earlier': m.understanding_border_end_earlier,
		'end-later': m.understanding_border_end_later,
	}
	return (
		<fieldset className="desk__choice desk__borders">
			<legend>{m.understanding_borders()}</legend>
			{BORDERS.map(([step, sign]) => (
				<button
					key={step}
					type="button"
					className="toggle"
					aria-label={words[step]()}
					onClick={() => stepBorder(store, step)}
				>
					{sign}
				</button>
			))}
		</fieldset>
	)
}

function Marks({ coding }: { coding: DeskCoding }) {
	const { store, themes } = useDesk()
	return (
		<>
			<fieldset className="desk__choice">
				<legend>{m.understanding_desk_marks()}</legend>
				<Toggle
					isOn={coding.isGoodQuote}
					shortcut="Q"
					onClick={() => store.change({ isGoodQuote: !coding.isGoodQuote })}
				>
					{m.understanding_good_quote()}
				</Toggle>
				<Toggle
					isOn={coding.isSensitive}
					shortcut="X"
					onClick={() => store.change({ isSensitive: !coding.isSensitive })}
				>
					{m.understanding_sensitive()}
				</Toggle>
			</fieldset>
			<Special coding={coding} />
			<label className="desk__retheme">
				<span>{m.understanding_desk_retheme()}</span>
				<select value={coding.themeId} onChange={(event) => store.change({ themeId: event.target.value })}>
					{themes
						.filter(({ id, isArchived }) => !isArchived || id === coding.themeId)
						.map(({ id, label, depth }) => (
							<option key={id} value={id}>
								{'\u2003'.repeat(depth) + label}
							</option>
						))}
				</select>
			</label>
		</>
	)
}

/** Article 9: what the words tell of whoever said them. The hint is only a hint. */
function Special({ coding }: { coding: DeskCoding }) {
	const { store } = useDesk()
	const hint = suggestSpecialCategory(useDeskView().selection?.quote ?? '')
	return (
		<label className="desk__retheme">
			<span>
				{m.understanding_special()} <kbd aria-hidden="true">S</kbd>
			</span>
			<select
				value={coding.specialCategory ?? ''}
				onChange={({ target }) =>
					store.change({ specialCategory: SPECIAL_CATEGORIES.find((one) => one === target.value) ?? null })
				}
			>
				<option value="">{m.understanding_special_none()}</option>
				{SPECIAL_CATEGORIES.map((one) => (
					<option key={one} value={one}>
						{specialWord(one)}
					</option>
				))}
			</select>
			{hint && coding.specialCategory === null ? (
				<small className="desk__hint">
					{m.understanding_special_hint({ word: hint.word, category: specialWord(hint.category) })}
				</small>
			) : null}
			{coding.specialCategory === null ? null : (
				<small className="desk__hint">{m.understanding_special_printed()}</small>
			)}
		</label>
	)
}

type ToggleProps = { isOn: boolean; shortcut?: string; onClick: () => void; children: ReactNode }

function Toggle({ isOn, shortcut, onClick, children }: ToggleProps) {
	return (
		<button type="button" className="toggle" aria-pressed={isOn} onClick={onClick}>
			{children}
			{shortcut ? <kbd aria-hidden="true">{shortcut}</kbd> : null}
		</button>
	)
}
