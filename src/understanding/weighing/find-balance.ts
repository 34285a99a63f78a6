import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { STANCES, type Stance } from '../tables.ts'
import { findMatrix } from './find-matrix.ts'

/** With fewer passages in both directions no balance is drawn. */
export const LEAST_DIRECTED = 5

export type ThemeBalance = Record<Stance, number> & {
	theme: { slug: string; label: string }
	/** (brings forward − holds back) ÷ both, −1 to 1; null with fewer than `LEAST_DIRECTED` passages. */
	balance: number | null
}

/** Passages by direction of every theme at the top, with its sub-themes; themes nobody spoke of are left out. */
export async function findBalance(
	db: MunicipalityDatabase,
	{ roundId, sectorId }: { roundId?: string | undefined; sectorId?: string | undefined },
): Promise<ThemeBalance[]> {
	const matrix = await findMatrix(db, { columns: 'stance', count: 'passages', isRolledUp: true, roundId, sectorId })
	return matrix.rows.flatMap(({ theme, cells, sum }) => {
		if (sum === 0) return []
		const of = (stance: Stance) => cells[STANCES.indexOf(stance)] ?? 0
		const [helps, hinders] = [of('helps'), of('hinders')]
		const balance = helps + hinders < LEAST_DIRECTED ? null : (helps - hinders) / (helps + hinders)
		return [{ theme, helps, hinders, wish: of('wish'), neutral: of('neutral'), balance }]
	})
}
