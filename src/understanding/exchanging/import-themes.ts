/** Themes of a file into the codebook: those it knows stay as they are, the others are added below their parents. */
import { randomUUID } from 'node:crypto'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { createTheme, sameLabel } from '../codebook/create-theme.ts'
import { themes } from '../tables.ts'
import type { PlannedTheme } from './project-plan.ts'

export type ImportedThemes = {
	/** Id of the theme here by its id in the plan. */
	ids: Map<string, string>
	added: number
	/** Those that had another id but the same name. */
	joined: number
}

/** Known by id or by name. @throws {Problem} as `createTheme` */
export async function importThemes(
	db: MunicipalityDatabase,
	planned: readonly PlannedTheme[],
	at: Date,
): Promise<ImportedThemes> {
	if (planned.length === 0) return { ids: new Map(), added: 0, joined: 0 }
	const known = await db.select({ id: themes.id, label: themes.label }).from(themes)
	const knownIds = new Set(known.map(({ id }) => id))
	const ids = new Map<string, string>()
	const step = { deed: 'imported' as const, at, stepId: randomUUID() }
	let added = 0
	let joined = 0
	for (const { id, parentId, colour, ...wording } of planned) {
		const sameName = knownIds.has(id) ? undefined : known.find(({ label }) => sameLabel(label, wording.label))
		ids.set(id, sameName?.id ?? id)
		if (sameName) joined++
		else if (!knownIds.has(id)) {
			const above = parentId === null ? null : (ids.get(parentId) ?? null)
			await createTheme(db, { id, parentId: above, ...wording, ...(colour && { colour }), ...step })
			added++
		}
	}
	return { ids, added, joined }
}
