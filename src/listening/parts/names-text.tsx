/** The words of the conversation with what was found in them. Each contribution is drawn anew only when it changes. */
import { memo } from 'react'
import { classes } from '#platform/ui/classes.ts'
import { m } from '#platform/words/words.ts'
import type { Finding } from '../names/decide-names.ts'
import { piecesOf, type Segment } from '../names/segments.rules.ts'
import { colourOf, labelOf } from './name-words.ts'

type NamesSegmentProps = {
	segment: Segment
	position: number
	findings: readonly Finding[]
	/** The place in hand, if it lies here. */
	currentId: string | null
	isHere: boolean
}

export const NamesSegment = memo(function NamesSegment(props: NamesSegmentProps) {
	const { segment, position, findings, currentId, isHere } = props
	const who = segment.speaker ?? m.listening_names_between()
	return (
		<section
			className={classes(
				'names__turn',
				isHere && 'names__turn--here',
				segment.speaker === null && 'names__turn--between',
			)}
			id={`beitrag-${position}`}
			data-turn={position}
			aria-label={m.listening_names_turn({ number: position + 1, speaker: who })}
		>
			<span className="names__who">{segment.speaker}</span>
			<p className="names__words spoken" data-words lang="de">
				{piecesOf(segment, findings).map(({ text, found }, at) =>
					found ? (
						<NameMark key={found.id} finding={found} text={text} isCurrent={found.id === currentId} />
					) : (
						<span key={at}>{text}</span>
					),
				)}
			</p>
		</section>
	)
})

function NameMark({ finding, text, isCurrent }: { finding: Finding; text: string; isCurrent: boolean }) {
	const { id, kind, state } = finding
	return (
		<mark
			id={`stelle-${id}`}
			className={classes('name', `name--${colourOf(kind)}`, `name--${state}`)}
			data-finding={id}
			data-label={labelOf(finding)}
			aria-current={isCurrent ? 'true' : undefined}
		>
			{text}
		</mark>
	)
}
