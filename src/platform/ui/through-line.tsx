import type { Stage } from './stage.ts'
import { STAGES } from './stage.ts'
import { drawThrough } from './through-line.rules.ts'

export type ThroughStation = {
	count: number
	/** What was counted: "Menschen gehört". */
	text: string
	href?: string
}

export type ThroughLineProps = {
	stations: Record<Stage, ThroughStation>
	/** Voices that still wait for an answer; drawn dotted. */
	unanswered: number
	/** Name of the list for screen readers: "Der Weg von 162 Stimmen". */
	label: string
}

/**
 * The home page's thread: drawn across on wide screens, upright on phones. The numbers are text beside it; the drawing
 * itself says nothing that they do not.
 */
export function ThroughLine({ stations, unanswered, label }: ThroughLineProps) {
	const counts = {
		...(Object.fromEntries(STAGES.map((stage) => [stage, stations[stage].count])) as Record<Stage, number>),
		unanswered,
	}
	return (
		<div className="through">
			<Strands counts={counts} upright={false} />
			<Strands counts={counts} upright />
			<ol aria-label={label}>
				{STAGES.map((stage) => {
					const { count, text, href } = stations[stage]
					const words = (
						<>
							<strong>{count}</strong> <span>{text}</span>
						</>
					)
					return (
						<li key={stage} className={stage}>
							{href ? <a href={href}>{words}</a> : <p>{words}</p>}
						</li>
					)
				})}
			</ol>
		</div>
	)
}

function Strands({ counts, upright }: { counts: Parameters<typeof drawThrough>[0]; upright: boolean }) {
	const { strands, open, knots } = drawThrough(counts, upright)
	return (
		<svg
			className={upright ? 'through__upright' : 'through__across'}
			viewBox={upright ? '0 0 100 1000' : '0 0 1000 100'}
			preserveAspectRatio="none"
			aria-hidden="true"
			focusable="false"
		>
			{STAGES.map((stage) => (strands[stage] ? <path key={stage} className={stage} d={strands[stage]} /> : null))}
			{open ? <path className="answer open" d={open} /> : null}
			{knots.map(({ stage, x, y }) => (
				// A line of no length with round ends stays a circle however the drawing is stretched.
				<path key={`${stage}${x}-${y}`} className={`${stage} knot`} d={`M${x} ${y}h0`} />
			))}
		</svg>
	)
}
