import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { announceFlagged } from './announce-flagged.ts'
import { requireOpenTheme, type Coding } from './code-passage.ts'
import { codings } from '../tables.ts'

/** What may change; the passage itself may not: take the coding back and code anew. */
export type CodingChange = Partial<
	Pick<Coding, 'themeId' | 'stance' | 'intensity' | 'isGoodQuote' | 'isSensitive' | 'specialCategory'>
>

/** @throws {Problem} `coding-unknown`, `theme-unknown`, `theme-archived`, `intensity-unknown` */
export async function changeCoding(
	db: MunicipalityDatabase,
	{ codingId, change }: { codingId: string; change: CodingChange },
): Promise<Coding> {
	const { themeId, stance, intensity, isGoodQuote, isSensitive, specialCategory } = change
	if (intensity !== undefined && ![1, 2, 3].includes(intensity)) throw new Problem('invalid', 'intensity-unknown')
	const [coding] = await db.select().from(codings).where(eq(codings.id, codingId)).for('update')
	if (!coding) throw new Problem('not-found', 'coding-unknown')
	if (themeId !== undefined && themeId !== coding.themeId) await requireOpenTheme(db, themeId)
	const given = Object.entries({ themeId, stance, intensity, isGoodQuote, isSensitive, specialCategory }).filter(
		([, value]) => value !== undefined,
	)
	if (given.length === 0) return coding

	const [changed] = await db.update(codings).set(Object.fromEntries(given)).where(eq(codings.id, codingId)).returning()
	if (isSensitive || specialCategory) await announceFlagged(db, changed!)
	return changed!
}
