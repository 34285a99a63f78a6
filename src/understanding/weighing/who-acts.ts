/** Whether anybody acts on a theme is known to a later stage: it says here how to ask. Until it does, nobody acts. */
import type { MunicipalityDatabase } from '#platform/database/database.ts'

export type ThemeInitiative = { slug: string; title: string }

/** By the id of the theme at the top of the codebook. */
export type FindInitiatives = (db: MunicipalityDatabase) => Promise<Map<string, ThemeInitiative[]>>

let findInitiatives: FindInitiatives = async () => new Map()

export function tellWhoActs(find: FindInitiatives) {
	findInitiatives = find
}

export function whoActs(db: MunicipalityDatabase): ReturnType<FindInitiatives> {
	return findInitiatives(db)
}
