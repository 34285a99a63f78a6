/** One contribution at the desk, with what it carries. Drawn anew only when its own codings change. */
import { memo, useMemo, type CSSProperties } from 'react'
import { classes } from '#platform/ui/classes.ts'
import { m } from '#platform/words/words.ts'
import { codingFacts } from '../coding-facts.ts'
import type { DeskCoding, DeskTurn as Turn } from '../find-desk.ts'
import { toStretch } from '#listening/text-selection.ts'
import { lanesOf, piecesOf, type Piece } from '../passage.rules.ts'
import { shortened } from '../shortened.rules.ts'
import { useCodingsOf, useDesk, useFilter, type DeskTheme } from './desk-context.ts'
import { SuggestedHere } from './desk-suggested.tsx'
import { isShown } from './desk-view.ts'

type ThemeById = ReadonlyMap<string, DeskTheme>

export const DeskTurn = memo(function DeskTurn({ turn, isModerator }: { turn: Turn; isModerator: boolean }) {
	const { themeById, store } = useDesk()
	const filter = useFilter()
	const all = useCodingsOf(turn.position)
	const codings = useMemo(
		() => (filter ? all.filter((coding) => isShown(coding, filter, store.start.coderName)) : all),
		[all, filter, store],
	)
	const lanes = lanesOf(codings)
	const isClosed = !turn.mayCode && !isModerator
	// Whoever goes from one to the next by keys hears the words, and what they carry.
	const told = ['worte', codings.length > 0 && 'traegt', isClosed && 'hinweis'].filter(Boolean)
	return (
		<section
			className={classes('turn', isModerator && 'turn--asks', isClosed && 'turn--closed')}
			id={`beitrag-${turn.position}`}
			data-turn={turn.position}
			tabIndex={-1}
			aria-label={m.understanding_desk_turn({ number: turn.position + 1, speaker: turn.speaker })}
			aria-describedby={told.map((part) => `${part}-${turn.position}`).join(' ')}
		>
			<Who turn={turn} />
			<p className="turn__words spoken" lang="de" id={`worte-${turn.position}`} data-words>
				{piecesOf(turn.text, turn.start, codings).map((piece) => (
					<PieceText key={piece.from} piece={piece} lanes={lanes} themeById={themeById} />
				))}
			</p>
			{codings.length > 0 ? <Margin turn={turn} codings={codings} lanes={lanes} themeById={themeById} /> : null}
			{turn.mayCode ? <SuggestedHere turn={turn.position} /> : null}
			{isClosed ? (
				<p className="turn__note" id={`hinweis-${turn.position}`}>
					{m.understanding_desk_not_analysable()}
				</p>
			) : null}
		</section>
	)
})

/** Who speaks; taking the name takes the whole contribution. Without script it opens a form below. */
function Who({ turn: { position, speaker, mayCode } }: { turn: Turn }) {
	if (!mayCode) return <span className="turn__who">{speaker}</span>
	return (
		<a className="turn__who" href={`?beitrag=${position}#beitrag-${position}`} data-pick={position}>
			{speaker}
			<span className="hidden">: {m.understanding_desk_pick()}</span>
		</a>
	)
}

type PieceProps = { piece: Piece<DeskCoding>; lanes: ReadonlyMap<string, number>; themeById: ThemeById }

function PieceText({ piece, lanes, themeById }: PieceProps) {
	const { text, codings } = piece
	const innermost = codings.at(-1)
	if (!innermost) return text
	const colours = codings.map(({ id, themeId }) => ({
		lane: lanes.get(id) ?? 0,
		colour: themeById.get(themeId)?.colour ?? 'gray',
	}))
	return (
		<span className="passage" data-coding={codings.map(({ id }) => id).join(' ')} style={passageStyle(colours)}>
			{text}
		</span>
	)
}

/** A tint from every theme that lies here, and under the words a line per lane. */
function passageStyle(colours: { lane: number; colour: string }[]): CSSProperties {
	const lines = colours.map(
		({ lane, colour }) => `linear-gradient(${colour}, ${colour}) 0 calc(100% - ${lane * 4}px) / 100% 3px no-repeat`,
	)
	const tints = colours.map(({ colour }) => {
		const tint = `color-mix(in oklab, ${colour} 15%, transparent)`
		return `linear-gradient(${tint}, ${tint})`
	})
	const deepest = Math.max(...colours.map(({ lane }) => lane))
	return { background: [...lines, ...tints].join(', '), paddingBlockEnd: `${deepest * 4 + 3}px` }
}

type MarginProps = {
	turn: Turn
	codings: readonly DeskCoding[]
	lanes: ReadonlyMap<string, number>
	themeById: ThemeById
}

/** A stripe for each coding, as long as its share of the contribution, and beside them who is who. */
function Margin({ turn, codings, lanes, themeById }: MarginProps) {
	const length = Math.max(1, turn.text.length)
	const inOrder = codings.toSorted((one, other) => one.start - other.start || other.end - one.end)
	return (
		<div className="turn__margin" id={`traegt-${turn.position}`}>
			<span className="turn__stripes" aria-hidden="true">
				{inOrder.map((coding) => {
					const { from, to } = toStretch(turn, coding)
					const top = (100 * from) / length
					const style = {
						insetBlockStart: `${top}%`,
						blockSize: `${Math.max(4, (100 * to) / length - top)}%`,
						insetInlineStart: `${(lanes.get(coding.id) ?? 0) * 8}px`,
						background: themeById.get(coding.themeId)?.colour,
					}
					return <i key={coding.id} data-stripe={coding.id} style={style} />
				})}
			</span>
			<span className="hidden">{m.understanding_desk_carried()}</span>
			<ul className="turn__labels">
				{inOrder.map((coding) => (
					<Label key={coding.id} turn={turn} coding={coding} theme={themeById.get(coding.themeId)} />
				))}
			</ul>
		</div>
	)
}

/** "Mobilität, bremst, betont, von Anna: „mit dem Bus komme ich …“" for those who hear the page; the others see the words. */
function Label({ turn, coding, theme }: { turn: Turn; coding: DeskCoding; theme: DeskTheme | undefined }) {
	const { from, to } = toStretch(turn, coding)
	const heard = m.understanding_desk_carries({
		theme: theme?.label ?? '',
		facts: codingFacts(coding).join(', '),
		coder: coding.coderName,
		words: shortened(turn.text.slice(from, to), 60, 24),
	})
	return (
		<li>
			<button type="button" className="label" tabIndex={-1} data-label={coding.id} aria-label={heard}>
				<i style={{ background: theme?.colour }} aria-hidden="true" />
				<span title={heard}>{theme?.label}</span>
				<StanceMark coding={coding} />
			</button>
		</li>
	)
}

const STANCE_SIGNS = { helps: '▲', hinders: '▼', wish: '★', neutral: '' } as const

function StanceMark({
	coding: { stance, intensity, isGoodQuote, isSensitive, specialCategory },
}: {
	coding: DeskCoding
}) {
	const signs = [
		STANCE_SIGNS[stance],
		intensity > 1 ? '!'.repeat(intensity - 1) : '',
		isGoodQuote ? '„“' : '',
		isSensitive || specialCategory ? '◆' : '',
	].filter(Boolean)
	return signs.length > 0 ? <b aria-hidden="true">{signs.join(' ')}</b> : null
}
