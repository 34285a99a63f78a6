/** What is chosen, what it carries, and how: direction, weight, marks. */
import type { ReactNode } from 'react'
import { SPECIAL_CATEGORIES, suggestSpecialCategory } from '#protecting/special-categories.rules.ts'
import { m } from '#platform/words/words.ts'
import { language } from '#platform/words/words.ts'
import type { DeskCoding } from '../find-desk.ts'
import { stanceWord } from '../../weighing/matrix-words.ts'
import { specialWord } from '../special-words.ts'
import type { Stance } from '../../tables.ts'
import { toStretch } from '#listening/text-selection.ts'
import { useCodingsOf, useDesk, useDeskView } from './desk-context.ts'

const STANCE_KEYS: readonly [Stance, string][] = [
	['helps', 'F'],
	['hinders', 'H'],
	['wish', 'W'],
	['neutral', 'O'],
]

export function DeskPanel() {
	const { store } = useDesk()
	const { selection, activeId, next } = useDeskView()
	const active = activeId ? store.codings.find(activeId) : undefined
	const { stance, intensity } = active ?? next
	return (
		<aside className="desk__panel" aria-labelledby="auswahl" data-empty={selection ? undefined : true}>
			<h2 id="auswahl">{m.understanding_desk_selection()}</h2>
			{selection ? <Chosen /> : <p className="desk__hint">{m.understanding_desk_nothing_selected()}</p>}
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
		</aside>
	)
}

export function intensityWord(intensity: number): string {
	if (intensity === 3) return m.understanding_intensity_3()
	return intensity === 2 ? m.understanding_intensity_2() : m.understanding_intensity_1()
}

function Chosen() {
	const { store, speakerByCode } = useDesk()
	const { selection } = useDeskView()
	if (!selection) return null
	const code = store.codings.turns[selection.turn]?.speaker ?? ''
	const speaker = speakerByCode.get(code)
	const role = speaker?.role ? (speaker.role[language()] ?? speaker.role.de) : undefined
	const quoting = speaker?.mayQuote ? m.understanding_desk_may_quote() : m.understanding_desk_may_not_quote()
	const { quote } = selection
	return (
		<>
			<blockquote className="desk__chosen spoken">
				{quote.length > 280 ? `${quote.slice(0, 180)} … ${quote.slice(-80)}` : quote}
			</blockquote>
			<p className="desk__hint">{[code, role, speaker?.district, quoting].filter(Boolean).join(' · ')}</p>
		</>
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

function CodingsHere({ turn, start, end }: { turn: number; start: number; end: number }) {
	const { store } = useDesk()
	const { activeId } = useDeskView()
	const here = useCodingsOf(turn).filter((coding) => coding.start < end && coding.end > start)
	const words = store.codings.turns[turn]!
	if (here.length === 0) return <p className="desk__hint">{m.understanding_desk_none_here()}</p>
	return (
		<section aria-labelledby="hier">
			<h3 id="hier">{m.understanding_desk_codings_here()}</h3>
			<ul className="desk__here">
				{here.map((coding) => {
					const { from, to } = toStretch(words, coding)
					return (
						<CodingEntry
							key={coding.id}
							coding={coding}
							quote={words.text.slice(from, to)}
							isActive={coding.id === activeId}
						/>
					)
				})}
			</ul>
		</section>
	)
}

function CodingEntry({ coding, quote, isActive }: { coding: DeskCoding; quote: string; isActive: boolean }) {
	const { store, themeById } = useDesk()
	const theme = themeById.get(coding.themeId)
	const marks = [
		coding.isGoodQuote && m.understanding_good_quote(),
		coding.isSensitive && m.understanding_sensitive(),
		coding.specialCategory && specialWord(coding.specialCategory),
	]
	const facts = [stanceWord(coding.stance), intensityWord(coding.intensity), ...marks, coding.coderName]
	return (
		<li data-active={isActive || undefined}>
			<button type="button" className="here" aria-pressed={isActive} onClick={() => store.activate(coding.id, quote)}>
				<i style={{ background: theme?.colour }} aria-hidden="true" />
				<strong>{theme?.label}</strong>
				<small>{facts.filter(Boolean).join(' · ')}</small>
			</button>
			<button type="button" className="here__remove" onClick={() => store.remove(coding.id)}>
				{m.understanding_desk_remove()}
				<span className="hidden"> {theme?.label}</span>
			</button>
		</li>
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
