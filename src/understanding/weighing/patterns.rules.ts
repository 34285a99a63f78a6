/** Where there is energy, where it runs empty, where something small could do much: plain counts, plain thresholds. */

/** Fewer people are no pattern of a place. */
export const LEAST_PERSONS = 5
/** Share of what points somewhere that must point this way. */
export const MOST_OF_IT = 0.6
/** Mean weight of what holds back from which it weighs heavily; 1 is mentioned, 3 strongly emphasised. */
export const HEAVY_FROM = 2
/** Sectors a wish must come from to be called widely shared. */
export const LEAST_SECTORS = 3
/** Wishes that name a number, a day or a place. */
export const LEAST_CONCRETE = 3
/** Share of the wishes that may call for the district, the state or the federation. */
export const HIGHER_LEVEL_BELOW = 0.2

export type ThemeFigures = {
	persons: number
	helps: number
	hinders: number
	wishes: number
	/** Mean intensity of what holds back; null where there is none. */
	weight: number | null
	/** Rounds in which anybody said that it holds back. */
	rounds: number
	/** Sectors a wish came from. */
	wishSectors: number
	concreteWishes: number
	higherWishes: number
}

/** (bringing forward + wishes) ÷ (these + holding back), in passages. */
export function energyOf({ helps, wishes, hinders }: ThemeFigures): number | null {
	const directed = helps + wishes + hinders
	return directed === 0 ? null : (helps + wishes) / directed
}

export function isEnergy(figures: ThemeFigures): boolean {
	return figures.persons >= LEAST_PERSONS && (energyOf(figures) ?? 0) >= MOST_OF_IT
}

/** Holding back prevails over bringing forward, and weighs heavily. Whether anybody acts on it is asked elsewhere. */
export function runsEmpty({ persons, helps, hinders, weight }: ThemeFigures): boolean {
	return persons >= LEAST_PERSONS && hinders / Math.max(1, helps + hinders) >= MOST_OF_IT && (weight ?? 0) >= HEAVY_FROM
}

export function isSmallLever({ persons, wishes, wishSectors, concreteWishes, higherWishes }: ThemeFigures): boolean {
	return (
		persons >= LEAST_PERSONS &&
		wishSectors >= LEAST_SECTORS &&
		concreteWishes >= LEAST_CONCRETE &&
		higherWishes / wishes < HIGHER_LEVEL_BELOW
	)
}
