/**
 * What was said, contribution by contribution. The first answer brings a part of it, so that long transcripts are there at
 * once; in the browser the rest follows, without script one turns the pages.
 */
import { Fragment, memo, startTransition, useEffect, useState, type ReactNode } from 'react'
import { classes } from '#platform/ui/classes.ts'
import { m } from '#platform/words/words.ts'
import type { DeskTurn as Turn } from '../find-desk.ts'
import { useDesk, useFilter } from './desk-context.ts'
import { DeskTurn } from './desk-turn.tsx'

/** Contributions in the first answer: several screens full. */
const FIRST_TURNS = 120

/**
 * The browser draws only the sheets near the screen, and looks with every picture which they are: with one for each of
 * four thousand contributions, that took longer than all a key does.
 */
const SHEETS_AT_MOST = 200

/** About as high as a contribution is, until its sheet has been drawn once. */
const TURN_REM = 5.5

export type TranscriptProps = {
	turns: readonly Turn[]
	/** The contribution somebody asked for. */
	picked: number | null
	/** Shown below the contribution at this position. */
	form?: { turn: number; element: ReactNode } | undefined
}

/** Drawn once, and once more with all; each contribution looks after itself. */
export const Transcript = memo(function Transcript({ turns, picked, form }: TranscriptProps) {
	const { speakerByCode } = useDesk()
	const filter = useFilter()
	const [hasAll, setAll] = useState(turns.length <= FIRST_TURNS)
	const at = Math.max(
		0,
		turns.findIndex(({ position }) => position === picked),
	)
	const from = hasAll ? 0 : at - (at % FIRST_TURNS)
	const to = hasAll ? turns.length : from + FIRST_TURNS
	const onSheet = Math.ceil(turns.length / SHEETS_AT_MOST)
	const sheets = Map.groupBy(turns.slice(from, to), ({ position }) => Math.floor(position / onSheet))
	useEffect(() => {
		// After the first picture, so that it does not wait for the rest.
		const frame = requestAnimationFrame(() => startTransition(() => setAll(true)))
		return () => cancelAnimationFrame(frame)
	}, [])
	useEffect(() => {
		const asked = hasAll && turns.length > FIRST_TURNS ? location.hash.slice(1) : ''
		if (asked) document.getElementById(asked)?.scrollIntoView({ behavior: 'instant' })
	}, [hasAll, turns])
	return (
		<div
			className={classes('desk__transcript', filter?.hasLabels === false && 'desk__transcript--dense')}
			id="transkript"
			tabIndex={0}
			role="group"
			aria-label={m.understanding_desk_transcript()}
			aria-busy={hasAll ? undefined : true}
		>
			{from > 0 ? <PageLink to={turns[from - 1]!} words={m.understanding_desk_earlier()} /> : null}
			{[...sheets].map(([number, sheet]) => (
				<div
					key={number}
					className="desk__sheet"
					style={{ containIntrinsicBlockSize: `auto ${sheet.length * TURN_REM}rem` }}
				>
					{sheet.map((turn) => (
						<Fragment key={turn.position}>
							<DeskTurn turn={turn} isModerator={speakerByCode.get(turn.speaker)?.isModerator ?? false} />
							{form?.turn === turn.position ? form.element : null}
						</Fragment>
					))}
				</div>
			))}
			{to < turns.length ? <PageLink to={turns[to]!} words={m.understanding_desk_later()} /> : null}
		</div>
	)
})

function PageLink({ to: { position }, words }: { to: Turn; words: string }) {
	return (
		<p className="desk__page">
			<a href={`?beitrag=${position}#beitrag-${position}`}>{words}</a>
		</p>
	)
}
