/**
 * The role dictionary a municipality begins with: labels a voice may carry in public, from fine to coarse.
 *
 * Labels are neutral, because a gendered form halves the group it stands for. `forms` are other German and English words
 * people type for somebody in that role, gendered or finer (baker: craft); endings such as -in and -innen need no entry.
 */
import { ROLES_IN_BUSINESS } from './roles-business.ts'
import { ROLES_IN_EDUCATION } from './roles-education.ts'
import { ROLES_IN_POLITICS } from './roles-politics.ts'
import { ROLES_IN_SOCIETY } from './roles-society.ts'
import type { PackRole } from './role-entry.ts'

export type { PackRole } from './role-entry.ts'

/** The default populations are estimates for a town of this size; the town corrects them. */
const PACK_TOWN_INHABITANTS = 8_700

export const PACK_ROLES: readonly PackRole[] = [
	...ROLES_IN_POLITICS,
	...ROLES_IN_BUSINESS,
	...ROLES_IN_EDUCATION,
	...ROLES_IN_SOCIETY,
]

/**
 * How many people a role stands for in a town of `inhabitants`, rounded down; 0 inhabitants means unknown and counts as 1.
 */
export function defaultPopulation(role: Pick<PackRole, 'population' | 'counts'>, inhabitants: number): number {
	if (inhabitants <= 0) return 1
	const scaled =
		role.counts === 'office' ? role.population : Math.floor((role.population * inhabitants) / PACK_TOWN_INHABITANTS)
	return Math.max(1, Math.min(scaled, inhabitants))
}
