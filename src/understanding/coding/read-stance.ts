import { Problem } from '#platform/problem.ts'
import { STANCES, type Stance } from '../tables.ts'

/** A stance as a form or address names it; nothing means neutral. @throws {Problem} `stance-unknown` */
export function readStance(given: string): Stance {
	if (given === '') return 'neutral'
	const stance = STANCES.find((one) => one === given)
	if (!stance) throw new Problem('invalid', 'stance-unknown')
	return stance
}
