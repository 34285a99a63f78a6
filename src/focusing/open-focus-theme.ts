import { and, eq, inArray, isNull, notInArray } from 'drizzle-orm'
import { isUuid, type MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { freeSlug, slugOf } from '#people/slugs.rules.ts'
import { rounds } from '#listening/tables.ts'
import { themes } from '#understanding/tables.ts'
import { focusThemes, focusThemeThemes } from './tables.ts'

export type OpenFocusTheme = {
	roundId: string
	title: string
	/** Made from the title when left out. */
	slug?: string
	teaser?: string
	/** Themes of the codebook it gathers, with all below them. */
	themeIds: string[]
}

/**
 * Opens a focus theme at the end of the list, with an empty dossier.
 *
 * @throws {Problem} `focus-theme-title-missing`, `focus-round-unknown`, `focus-theme-slug-taken`, `gathered-theme-unknown`
 */
export async function openFocusTheme(
	db: MunicipalityDatabase,
	{ roundId, title, slug, teaser = '', themeIds }: OpenFocusTheme,
): Promise<{ id: string; slug: string }> {
	const named = title.trim()
	if (named === '') throw new Problem('invalid', 'focus-theme-title-missing')
	await requireRound(db, roundId)
	await requireThemes(db, themeIds)
	const others = await db.select({ slug: focusThemes.slug, position: focusThemes.position }).from(focusThemes)
	const taken = others.map((other) => other.slug)
	if (slug && taken.includes(slug)) throw new Problem('conflict', 'focus-theme-slug-taken', { slug })

	const [opened] = await db
		.insert(focusThemes)
		.values({
			roundId,
			title: named,
			slug: slug || freeSlug(slugOf(named) || 'fokusthema', taken),
			teaser: teaser.trim(),
			position: Math.max(-1, ...others.map(({ position }) => position)) + 1,
		})
		.returning({ id: focusThemes.id, slug: focusThemes.slug })
	await gatherThemes(db, opened!.id, themeIds)
	return opened!
}

/**
 * Makes these the themes it gathers, instead of any before. They were checked. Archived themes cannot be chosen, and stay:
 * a merge that is undone brings them back to life.
 */
export async function gatherThemes(db: MunicipalityDatabase, focusThemeId: string, themeIds: string[]) {
	const inUse = db.select({ id: themes.id }).from(themes).where(isNull(themes.archivedAt))
	const own = eq(focusThemeThemes.focusThemeId, focusThemeId)
	const dropped = themeIds.length > 0 ? notInArray(focusThemeThemes.themeId, themeIds) : undefined
	await db.delete(focusThemeThemes).where(and(own, inArray(focusThemeThemes.themeId, inUse), dropped))
	const rows = [...new Set(themeIds)].map((themeId) => ({ focusThemeId, themeId }))
	if (rows.length > 0) await db.insert(focusThemeThemes).values(rows).onConflictDoNothing()
}

/** @throws {Problem} `gathered-theme-unknown` */
export async function requireThemes(db: MunicipalityDatabase, themeIds: string[]) {
	const wanted = [...new Set(themeIds)]
	if (wanted.length === 0) return
	const found = wanted.every(isUuid)
		? await db.select({ id: themes.id }).from(themes).where(inArray(themes.id, wanted))
		: []
	if (found.length !== wanted.length) throw new Problem('invalid', 'gathered-theme-unknown')
}

/** @throws {Problem} `focus-round-unknown` */
export async function requireRound(db: MunicipalityDatabase, roundId: string) {
	const [round] = isUuid(roundId) ? await db.select({ id: rounds.id }).from(rounds).where(eq(rounds.id, roundId)) : []
	if (!round) throw new Problem('not-found', 'focus-round-unknown')
}
