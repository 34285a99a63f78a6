/**
 * What was said, contribution by contribution. The first answer brings a part of it, so that long transcripts are there at
 * once; in the browser the rest follows, without script one turns the pages.
 */
import { memo, startTransition, useEffect, useState, type ReactNode } from 'react'
import { classes } from '#platform/ui/classes.ts'
import { m } from '#platform/words/words.ts'
import type { DeskTurn as Turn } from '../find-desk.ts'
import { useDesk, useFilter } from './desk-context.ts'
import { DeskTurn } from './desk-turn.tsx'

/** Contributions in the first answer: several screens full. */
const FIRST_TURNS = 120

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
			{turns.slice(from, to).map((turn) => (
				<div key={turn.position} className="turn-holder">
					<DeskTurn turn={turn} isModerator={speakerByCode.get(turn.speaker)?.isModerator ?? false} />
					{form?.turn === turn.position ? form.element : null}
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
