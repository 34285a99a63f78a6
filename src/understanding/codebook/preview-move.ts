/** What moving a theme would change, before it is done. No coding changes; what is counted and gathered with it does. */
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { inTreeOrder, isWithin, lineagesOf, type Place } from './codebook.rules.ts'
import { findRolledUp, type Used } from './find-codebook.ts'
import { requireMovable, treeRows } from './move-theme.ts'
import { findLaterUses, type LaterUse } from './theme-uses.ts'

export type MovePreview = {
	/** The theme it comes under; null: the top level. */
	under: string | null
	/** It goes along, in reading order. */
	subThemes: string[]
	/** It stays under the same theme. */
	isOrderOnly: boolean
	/** Themes that count it from now on, or no longer: with everything under them, before and after. */
	counts: { label: string; before: Used; after: Used }[]
	/** Whether the top level, which public tables show, gets it or loses it. */
	topLevel: 'joins' | 'leaves' | 'same'
	/** Focus themes that gather it through a theme above it. */
	joins: LaterUse[]
	leaves: LaterUse[]
}

const NONE: Used = { passages: 0, persons: 0 }

/** @throws {Problem} `theme-unknown`, `theme-under-itself` */
export async function previewMove(
	db: MunicipalityDatabase,
	{ themeId, to }: { themeId: string; to: Place },
): Promise<MovePreview> {
	const known = await treeRows(db)
	const { theme } = requireMovable(known, themeId, to)
	const { parentId } = to
	const lineages = lineagesOf(known)
	const old = lineages.get(themeId)!.slice(1)
	const next = parentId ? lineages.get(parentId)! : []
	const changed = [...old.filter((id) => !next.includes(id)), ...next.filter((id) => !old.includes(id))]
	const labels = new Map(known.map(({ id, label }) => [id, label]))
	const below = inTreeOrder(known.filter(({ id }) => id !== themeId && isWithin(known, id, themeId)))
	const before = await findRolledUp(db)
	const after = await findRolledUp(db, { themeId, parentId })
	return {
		under: parentId === null ? null : labels.get(parentId)!,
		subThemes: below.map(({ label }) => label),
		isOrderOnly: theme.parentId === parentId,
		counts: changed.map((id) => ({
			label: labels.get(id)!,
			before: before.get(id) ?? NONE,
			after: after.get(id) ?? NONE,
		})),
		topLevel: old.length > 0 === next.length > 0 ? 'same' : next.length > 0 ? 'leaves' : 'joins',
		...(await findGathering(db, { itself: [themeId], old, next })),
	}
}

/** A focus theme that names the theme itself gathers it wherever it stands. */
async function findGathering(db: MunicipalityDatabase, asked: Record<'itself' | 'old' | 'next', string[]>) {
	const gathering = async (themeIds: string[]) =>
		(await findLaterUses(db, { themeIds })).filter(({ gathers }) => gathers)
	const itself = await gathering(asked.itself)
	const old = await gathering(asked.old)
	const next = await gathering(asked.next)
	const without = (uses: LaterUse[], others: LaterUse[]) =>
		uses.filter(({ href }) => ![...others, ...itself].some((one) => one.href === href))
	return { joins: without(next, old), leaves: without(old, next) }
}
