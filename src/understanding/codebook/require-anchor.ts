import { and, eq, isNull } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { codingAllows } from '#listening/speaker-allows.ts'
import { codings } from '../tables.ts'

/** @throws {Problem} `coding-unknown` when it does not carry the theme, or whoever said it does not allow to be analysed */
export async function requireAnchor(
	db: MunicipalityDatabase,
	{ themeId, anchorPassageId }: { themeId: string; anchorPassageId: string },
) {
	const own = and(eq(codings.id, anchorPassageId), eq(codings.themeId, themeId), isNull(codings.removedAt))
	const [found] = await db
		.select({ id: codings.id })
		.from(codings)
		.where(and(own, codingAllows('analyse')))
	if (!found) throw new Problem('not-found', 'coding-unknown')
}
