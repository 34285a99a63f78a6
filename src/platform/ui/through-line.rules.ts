/**
 * Geometry of the home page's drawing: many voices run together into themes, those into focus themes, those part into
 * initiatives, run into the answer, and the answer goes back to as many as spoke. Pure.
 *
 * Along the way runs from 0 to 1000, 200 for each stage; across it from 0 to 100.
 */
import type { Stage } from './stage.ts'

/** More strands than these cannot be told apart; from here on one strand stands for several. */
export const MOST_STRANDS: Record<Stage, number> = { listen: 24, understand: 12, focus: 9, act: 14, answer: 24 }

export type ThroughCounts = Record<Stage, number> & { unanswered: number }

export type Drawing = {
	/** One path per stage; empty where nothing is there yet. */
	strands: Record<Stage, string>
	/** The dotted piece: answers still owed, or the way not yet walked. */
	open: string
	/** Where strands meet, coloured by the stage they meet in. */
	knots: { stage: Stage; x: number; y: number }[]
}

type Point = { along: number; across: number }

export function drawThrough(counts: ThroughCounts, upright: boolean): Drawing {
	const number = (stage: Stage) => Math.min(Math.max(counts[stage], 0), MOST_STRANDS[stage])
	const voices = Math.min(counts.listen, MOST_STRANDS.listen)
	const gates = [
		spread(0, Math.max(voices, 1), 3, 97),
		spread(200, Math.max(number('understand'), 0), 14, 86),
		spread(400, Math.max(number('focus'), 0), 27, 73),
		spread(600, Math.max(number('act'), 0), 20, 80),
		spread(800, 1, 50, 50),
		spread(1000, Math.max(voices, 1), 3, 97),
	] as const
	const path = (from: readonly Point[], to: readonly Point[], weave: number) =>
		joined(from, to, weave)
			.map(([a, b]) => curve(a, b, upright))
			.join('')
	const answered = answeredStrands(voices, counts)
	const pieces = {
		listen: path(gates[0], gates[1], 4),
		understand: path(gates[1], gates[2], 2),
		focus: path(gates[2], gates[3], 0),
		act: path(gates[3], gates[4], 0),
		answer: path(
			gates[4],
			gates[5].filter((_, index) => answered.has(index)),
			0,
		),
	}
	const owed = path(
		gates[4],
		gates[5].filter((_, index) => !answered.has(index)),
		0,
	)
	const stages = Object.keys(pieces) as Stage[]
	const walked = (stage: Stage) => counts[stage] > 0
	return {
		strands: Object.fromEntries(
			stages.map((stage) => [stage, walked(stage) ? pieces[stage] : '']),
		) as Drawing['strands'],
		open:
			stages
				.filter((stage) => !walked(stage) && stage !== 'answer')
				.map((stage) => pieces[stage])
				.join('') + owed,
		knots: (['understand', 'focus', 'act', 'answer'] as const).flatMap((stage, index) =>
			walked(stage) ? gates[index + 1]!.map((point) => ({ stage, ...placed(point, upright) })) : [],
		),
	}
}

/** Which of the strands back to people are answered: the owed ones lie evenly between the others. */
function answeredStrands(voices: number, { answer, unanswered }: ThroughCounts): Set<number> {
	const total = answer + unanswered
	const owed =
		total === 0 ? voices : Math.min(voices, Math.max(unanswered > 0 ? 1 : 0, Math.round((voices * unanswered) / total)))
	const isOwed = new Set(Array.from({ length: owed }, (_, index) => Math.floor(((index + 0.5) * voices) / owed)))
	return new Set(Array.from({ length: voices }, (_, index) => index).filter((index) => !isOwed.has(index)))
}

function spread(along: number, count: number, from: number, to: number): Point[] {
	if (count === 1) return [{ along, across: 50 }]
	return Array.from({ length: count }, (_, index) => ({ along, across: from + ((to - from) * index) / (count - 1) }))
}

/**
 * Pairs every point of the fuller side with one of the other, in order. With `weave` every third strand changes places
 * with the one that many further on: people do not speak in the order of our themes.
 */
function joined(from: readonly Point[], to: readonly Point[], weave: number): [Point, Point][] {
	const most = Math.max(from.length, to.length)
	if (from.length === 0 || to.length === 0) return []
	const order = Array.from({ length: most }, (_, index) => index)
	const last = weave > 0 ? most - weave : 0
	for (let index = 0; index < last; index += 3) {
		const [one, other] = [order[index]!, order[index + weave]!]
		order[index] = other
		order[index + weave] = one
	}
	return order.map((place, index) => [
		from[Math.floor((index * from.length) / most)]!,
		to[Math.floor((place * to.length) / most)]!,
	])
}

function curve(from: Point, to: Point, upright: boolean): string {
	const middle = (from.along + to.along) / 2
	const points = [from, { along: middle, across: from.across }, { along: middle, across: to.across }, to].map(
		(point) => {
			const { x, y } = placed(point, upright)
			return `${x} ${y}`
		},
	)
	return `M${points[0]}C${points.slice(1).join(' ')}`
}

function placed({ along, across }: Point, upright: boolean): { x: number; y: number } {
	const short = Math.round(across * 10) / 10
	return upright ? { x: short, y: along } : { x: along, y: short }
}
