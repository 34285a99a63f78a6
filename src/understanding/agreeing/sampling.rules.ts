/** Which contributions are drawn for double coding, and how many are enough. */
import { randomFrom } from './krippendorff.rules.ts'

export type Candidate = { id: string; group: string }

/** A tenth of all, at least 30, more than 100 seldom teaches more; never more than there are. */
export function advisedSize(all: number): number {
	return Math.min(all, Math.max(30, Math.min(100, Math.ceil(all / 10))))
}

/**
 * Draws without replacement, from one group after the other, so that small groups are heard too; one group is a simple
 * random draw. The same candidates in the same order and the same seed give the same sample.
 */
export function drawSpread(candidates: readonly Candidate[], size: number, seed: number): string[] {
	const random = randomFrom(seed)
	const groups = [...Map.groupBy(shuffled(candidates, random), ({ group }) => group).values()]
	const inTurn = shuffled(groups, random)
	const drawn: string[] = []
	for (let round = 0; drawn.length < Math.min(size, candidates.length); round++)
		for (const group of inTurn) {
			const next = group[round]
			if (next && drawn.length < size) drawn.push(next.id)
		}
	return drawn
}

function shuffled<One>(list: readonly One[], random: () => number): One[] {
	const mixed = [...list]
	for (let at = mixed.length - 1; at > 0; at--) {
		const other = Math.floor(random() * (at + 1))
		;[mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!]
	}
	return mixed
}
