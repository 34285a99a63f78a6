/** How an entry of the role dictionary is written down. */
import type { PackWording } from './wording.ts'

export type PackRole = {
	slug: string
	label: PackWording
	/** The next coarser label; null only for `voice`. */
	parent: string | null
	sector: string | null
	/** People it stands for in a town of `PACK_TOWN_INHABITANTS`. */
	population: number
	/** `office`: as many in a small town as in a large one. `share`: grows with the number of inhabitants. */
	counts: 'office' | 'share'
	/** Other words for exactly these people, mostly gendered ones. */
	forms: readonly string[]
}

/** Stands for everybody; always the last resort. */
export const TOP_ROLE = 'voice'

/** An office or a staff: about as many people in a small town as in a large one. */
export const office = (
	slug: string,
	de: string,
	en: string,
	parent: string,
	sector: string,
	population: number,
	...forms: string[]
): PackRole => ({ slug, label: { de, en }, parent, sector, population, counts: 'office', forms })

/** A group that grows with the town; `population` is for a town of `PACK_TOWN_INHABITANTS`. */
export const share = (
	slug: string,
	de: string,
	en: string,
	parent: string | null,
	sector: string | null,
	population: number,
	...forms: string[]
): PackRole => ({ slug, label: { de, en }, parent, sector, population, counts: 'share', forms })
