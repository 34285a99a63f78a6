/** One contribution to code blind: its words, what I gave it, and the themes. Every deed is a plain form. */
import {
	useEffect,
	useRef,
	useState,
	useSyncExternalStore,
	type Dispatch,
	type RefObject,
	type SetStateAction,
} from 'react'
import { Button } from '#platform/ui/buttons.tsx'
import { m } from '#platform/words/words.ts'
import { browserSelection, paintSelection, toSelection, type Selection } from '#listening/text-selection.ts'
import { wholeWords } from '#listening/word-steps.rules.ts'
import { intensityWord } from '../../coding/intensity-word.ts'
import type { DeskTheme } from '../../coding/parts/desk-context.ts'
import { themesMatching } from '../../coding/parts/desk-themes.ts'
import { piecesOf } from '../../coding/passage.rules.ts'
import { stanceWord } from '../../weighing/matrix-words.ts'
import type { SampleUnit, UnitCoding } from '../find-samples.ts'
import { BlindHelp } from './blind-help.tsx'
import { pressBlindKey } from './blind-keys.ts'

export type BlindCardProps = {
	unit: SampleUnit
	place: { position: number; total: number; coded: number }
	codings: readonly UnitCoding[]
	themes: readonly DeskTheme[]
}

export function BlindCard({ unit, place, codings, themes }: BlindCardProps) {
	const [chosen, choose] = useState<Selection | null>(null)
	const [typed, type] = useState('')
	const form = useRef<HTMLFormElement>(null)
	const offered = themesMatching(themes, typed)
	const isAwake = useSyncExternalStore(
		() => () => undefined,
		() => true,
		() => false,
	)
	useSelecting(unit, chosen, choose)
	useKeys({ unit, chosen, choose, form })
	return (
		<div className="blind" data-awake={isAwake || undefined}>
			<article className="blind__said">
				<Place place={place} />
				{isAwake ? <BlindHelp /> : null}
				<p className="label">{[unit.conversation, unit.speaker].filter(Boolean).join(' · ')}</p>
				<Words unit={unit} codings={codings} themes={themes} />
				<OwnCodings unit={unit} codings={codings} themes={themes} position={place.position} />
			</article>
			<form method="post" ref={form} className="blind__form">
				<input type="hidden" name="beitrag" value={unit.id} />
				<input type="hidden" name="stelle" value={place.position + 1} />
				{chosen ? (
					<>
						<input type="hidden" name="von" value={chosen.start} />
						<input type="hidden" name="bis" value={chosen.end} />
					</>
				) : null}
				<p className="blind__chosen" aria-live="polite">
					{chosen ? m.understanding_blind_chosen({ words: chosen.quote }) : m.understanding_blind_whole()}{' '}
					{chosen ? (
						<button type="button" className="blind__link" onClick={() => choose(null)}>
							{m.understanding_blind_take_whole()}
						</button>
					) : null}
				</p>
				<Manner />
				<Themes offered={offered} typed={typed} type={type} form={form} />
			</form>
		</div>
	)
}

function Place({ place: { position, total, coded } }: Pick<BlindCardProps, 'place'>) {
	return (
		<nav className="blind__place" aria-label={m.understanding_blind_where()}>
			{position > 0 ? (
				<a href={`?stelle=${position}`} rel="prev">
					{m.understanding_blind_previous()}
				</a>
			) : (
				<span />
			)}
			<strong>{m.understanding_blind_place({ number: position + 1, total, coded })}</strong>
			{position + 1 < total ? (
				<a href={`?stelle=${position + 2}`} rel="next">
					{m.understanding_blind_next()}
				</a>
			) : (
				<span />
			)}
		</nav>
	)
}

function Words({ unit, codings, themes }: Pick<BlindCardProps, 'unit' | 'codings' | 'themes'>) {
	const colourOf = (themeId: string) => themes.find(({ id }) => id === themeId)?.colour ?? 'gray'
	return (
		<section id="beitrag-0" data-turn={0} tabIndex={-1} aria-label={m.understanding_blind_words()}>
			<p className="blind__words spoken" lang="de" data-words>
				{piecesOf(unit.text, 0, codings).map(({ from, text, codings: here }) => {
					const innermost = here.at(-1)
					if (!innermost) return text
					return (
						<span key={from} className="blind__marked" style={{ borderBlockEndColor: colourOf(innermost.themeId) }}>
							{text}
						</span>
					)
				})}
			</p>
		</section>
	)
}

function OwnCodings({
	unit,
	codings,
	themes,
	position,
}: Pick<BlindCardProps, 'unit' | 'codings' | 'themes'> & { position: number }) {
	if (codings.length === 0) return <p className="agree-card__none">{m.understanding_blind_nothing_yet()}</p>
	const length = Array.from(unit.text).length
	return (
		<form method="post" className="blind__own">
			<input type="hidden" name="beitrag" value={unit.id} />
			<input type="hidden" name="stelle" value={position + 1} />
			<h2>{m.understanding_blind_own()}</h2>
			<ul>
				{codings.map(({ id, themeId, stance, intensity, start, end }) => {
					const theme = themes.find((one) => one.id === themeId)
					const isWhole = start === 0 && end === length
					return (
						<li key={id}>
							<span>
								<strong>{theme?.label ?? m.understanding_theme()}</strong> · {stanceWord(stance)} ·{' '}
								{intensityWord(intensity)}
								{isWhole ? null : <small> „{Array.from(unit.text).slice(start, end).join('')}“</small>}
							</span>
							<Button look="tertiary" small name="entfernen" value={id}>
								{m.understanding_desk_remove()}
								<span className="hidden"> {theme?.label}</span>
							</Button>
						</li>
					)
				})}
			</ul>
		</form>
	)
}

const STANCE_KEYS = [
	['helps', 'F'],
	['hinders', 'H'],
	['wish', 'W'],
	['neutral', 'O'],
] as const

function Manner() {
	return (
		<div className="blind__manner">
			<fieldset>
				<legend>{m.understanding_desk_stance()}</legend>
				{STANCE_KEYS.map(([stance, key]) => (
					<label key={stance} className="agree-choice">
						<input type="radio" name="richtung" value={stance} data-key={key} defaultChecked={stance === 'neutral'} />
						{stanceWord(stance)} <kbd aria-hidden="true">{key}</kbd>
					</label>
				))}
			</fieldset>
			<fieldset>
				<legend>{m.understanding_desk_intensity()}</legend>
				{[1, 2, 3].map((weight) => (
					<label key={weight} className="agree-choice">
						<input type="radio" name="gewicht" value={weight} defaultChecked={weight === 1} />
						{intensityWord(weight)}
					</label>
				))}
			</fieldset>
		</div>
	)
}

type ThemesProps = {
	offered: readonly DeskTheme[]
	typed: string
	type: (typed: string) => void
	form: RefObject<HTMLFormElement | null>
}

function Themes({ offered, typed, type, form }: ThemesProps) {
	return (
		<fieldset className="blind__themes" id="feld-thema" tabIndex={-1}>
			<legend>{m.understanding_blind_themes()}</legend>
			<label className="blind__find">
				{m.understanding_blind_find()} <kbd aria-hidden="true">T</kbd>
				<input
					type="search"
					value={typed}
					data-find-theme
					onChange={(event) => type(event.currentTarget.value)}
					onKeyDown={(event) => {
						if (event.key !== 'Enter') return
						event.preventDefault()
						const first = form.current?.querySelector<HTMLButtonElement>('button[name=thema]')
						if (first && typed !== '') form.current?.requestSubmit(first)
					}}
				/>
			</label>
			<ul>
				{offered.map(({ id, label, definition, colour, depth }, at) => (
					<li key={id} style={{ paddingInlineStart: `${depth * 0.9}rem` }}>
						<button type="submit" name="thema" value={id} title={definition} className="blind__theme">
							<i style={{ background: colour }} aria-hidden="true" />
							<span>{label}</span>
							{at < 9 ? <kbd aria-hidden="true">{at + 1}</kbd> : null}
						</button>
					</li>
				))}
			</ul>
		</fieldset>
	)
}

function shownWords({ text }: SampleUnit) {
	return { position: 0, start: 0, text }
}

/** Follows mouse and finger, whole words; paints what is chosen. */
function useSelecting(unit: SampleUnit, chosen: Selection | null, choose: Dispatch<SetStateAction<Selection | null>>) {
	useEffect(() => {
		const take = () => {
			const selected = browserSelection()
			if (!selected) return
			choose(toSelection(shownWords(unit), wholeWords(unit.text, selected.stretch)) ?? null)
		}
		document.addEventListener('pointerup', take)
		return () => document.removeEventListener('pointerup', take)
	}, [unit, choose])
	useEffect(() => paintSelection(shownWords(unit), chosen), [unit, chosen])
}

function useKeys({
	unit,
	chosen,
	choose,
	form,
}: {
	unit: SampleUnit
	chosen: Selection | null
	choose: Dispatch<SetStateAction<Selection | null>>
	form: RefObject<HTMLFormElement | null>
}) {
	useEffect(() => {
		const press = (event: KeyboardEvent) => {
			if (pressBlindKey(event, { words: shownWords(unit), chosen, choose, form: form.current })) event.preventDefault()
		}
		document.addEventListener('keydown', press)
		return () => document.removeEventListener('keydown', press)
	}, [unit, chosen, choose, form])
}
