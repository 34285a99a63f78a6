/** How many people a role stands for as long as the town has not said so itself. */
import { defaultPopulation, type PackRole } from '#method/roles.ts'

/** Roles that stand for everybody who lives somewhere: their numbers are those of the districts. */
export const EVERYBODY = ['voice', 'resident']

/** `populations`: inhabitants of each district; 0 means unknown, and one unknown district makes the whole unknown. */
export function startingPopulation(
	role: Pick<PackRole, 'slug' | 'population' | 'counts'>,
	populations: readonly number[],
): number {
	const inhabitants = populations.includes(0) ? 0 : populations.reduce((sum, count) => sum + count, 0)
	// The villages are everything but the largest place.
	if (role.slug === 'village-voice') return Math.max(1, inhabitants - Math.max(...populations))
	if (role.slug === 'village-mayor') return Math.max(1, populations.length - 1)
	return defaultPopulation(role, inhabitants)
}
