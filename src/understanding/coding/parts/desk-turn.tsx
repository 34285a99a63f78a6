/** One contribution at the desk, with what it carries. Drawn anew only when its own codings change. */
import { memo, type CSSProperties } from 'react'
import { classes } from '#platform/ui/classes.ts'
import { m } from '#platform/words/words.ts'
import type { DeskCoding, DeskTurn as Turn } from '../find-desk.ts'
import { stanceWord } from '../../weighing/matrix-words.ts'
import { lanesOf, piecesOf, type Piece } from '../passage.rules.ts'
import { useCodingsOf, useDesk, type DeskTheme } from './desk-context.ts'

type ThemeById = ReadonlyMap<string, DeskTheme>

export const DeskTurn = memo(function DeskTurn({ turn, isModerator }: { turn: Turn; isModerator: boolean }) {
	const { themeById } = useDesk()
	const codings = useCodingsOf(turn.position)
	const lanes = lanesOf(codings)
	return (
		<section
			className={classes('turn', isModerator && 'turn--asks', !turn.mayCode && !isModerator && 'turn--closed')}
			id={`beitrag-${turn.position}`}
			data-turn={turn.position}
			tabIndex={-1}
			aria-label={m.understanding_desk_turn({ number: turn.position + 1, speaker: turn.speaker })}
		>
			<Who turn={turn} />
			<p className="turn__words spoken" data-words>
				{piecesOf(turn.text, turn.start, codings).map((piece) => (
					<PieceText key={piece.from} piece={piece} lanes={lanes} themeById={themeById} />
				))}
			</p>
			<Stripes codings={codings} themeById={themeById} />
			{codings.length > 0 ? <p className="hidden">{carriedText(codings, themeById)}</p> : null}
			{!turn.mayCode && !isModerator ? <p className="turn__note">{m.understanding_desk_not_analysable()}</p> : null}
		</section>
	)
})

/** Who speaks; taking the name takes the whole contribution. Without script it opens a form below. */
function Who({ turn: { position, speaker, mayCode } }: { turn: Turn }) {
	if (!mayCode) return <span className="turn__who">{speaker}</span>
	return (
		<a
			className="turn__who"
			href={`?beitrag=${position}#beitrag-${position}`}
			data-pick={position}
			title={m.understanding_desk_pick()}
		>
			{speaker}
			<span className="hidden">: {m.understanding_desk_pick()}</span>
		</a>
	)
}

/** "Trägt: Mobilität (hemmt), Ehrenamt (bringt voran)" for those who hear the page. */
function carriedText(codings: readonly DeskCoding[], themeById: ThemeById): string {
	const themes = codings.map(({ themeId, stance }) => `${themeById.get(themeId)?.label ?? ''} (${stanceWord(stance)})`)
	return m.understanding_desk_carries({ themes: [...new Set(themes)].join(', ') })
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

/** In the margin one stripe per theme, so that one sees while scrolling where something is. */
function Stripes({ codings, themeById }: { codings: readonly DeskCoding[]; themeById: ThemeById }) {
	const themeIds = [...new Set(codings.map(({ themeId }) => themeId))]
	return (
		<span className="turn__stripes" aria-hidden="true">
			{themeIds.map((id) => (
				<i key={id} style={{ background: themeById.get(id)?.colour }} title={themeById.get(id)?.label} />
			))}
		</span>
	)
}
