/** A codebook from a table comes in as one step, after a preview of what it would add and change. */
import { randomUUID } from 'node:crypto'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { decodeText } from '#listening/readers/decode-text.ts'
import { parseRows } from '#listening/readers/table-rows.ts'
import { themes } from '../tables.ts'
import { changeTheme } from './change-theme.ts'
import { findCsvColumns, readCsvRow, repeatedNames, withWholePaths, type CsvTheme } from './codebook-csv.rules.ts'
import { createTheme, LONGEST_LABEL, sameLabel, type ThemeRow } from './create-theme.ts'
import type { Step } from './note-theme-change.ts'
import { isSame } from './theme-state.rules.ts'

/** More themes than anybody can code with. */
const MOST_THEMES = 2_000

/** `repeated` and `unreadColours` are told before anything is taken in. */
export type CodebookTable = {
	rows: CsvTheme[]
	unknownColumns: string[]
	repeated: string[]
	unreadColours: string[]
}

/**
 * Reads a csv or tsv. A path names its parents: "Versorgung > Bus"; or a column of its own names the one right above.
 *
 * @throws {Problem} as `decodeText`; `table-unreadable`, `codebook-file-empty`, `codebook-column-missing`,
 * `codebook-file-too-long`, `codebook-row-too-long` with the row counted from 1 under the heads
 */
export function readCodebookTable(bytes: Uint8Array): CodebookTable {
	const [header, ...body] = parseRows(decodeText(bytes).text)
	if (!header || body.length === 0) throw new Problem('invalid', 'codebook-file-empty')
	const { places, unknown } = findCsvColumns(header)
	if (!places.has('path'))
		throw new Problem('invalid', 'codebook-column-missing', { found: header.slice(0, 8).join(', ') })
	if (body.length > MOST_THEMES) throw new Problem('invalid', 'codebook-file-too-long', { limit: MOST_THEMES })
	const rows = body.map((row) => readCsvRow(row, places))
	const long = rows.findIndex(({ path }) => path.some((name) => name.length > LONGEST_LABEL))
	if (long >= 0) throw new Problem('invalid', 'codebook-row-too-long', { row: long + 1, limit: LONGEST_LABEL })
	const kept = rows.filter(({ path }) => path.length > 0)
	if (kept.length === 0) throw new Problem('invalid', 'codebook-file-empty')
	const unreadColours = new Set(kept.flatMap(({ unreadColour }) => unreadColour ?? []))
	return {
		rows: withWholePaths(kept),
		unknownColumns: unknown,
		repeated: repeatedNames(kept),
		unreadColours: [...unreadColours],
	}
}

export type PlannedTheme = {
	label: string
	parentLabel: string | null
	depth: number
	fate: 'added' | 'changed' | 'same'
	fields: string[]
	/** Of a theme that is there. */
	themeId: string | null
	wording: Partial<Omit<CsvTheme, 'path' | 'unreadColour'>>
}

/** What the rows come to, parents before their children. Themes are the same when their names are; empty cells change nothing. */
export function planImport(rows: readonly CsvTheme[], known: readonly ThemeRow[]): PlannedTheme[] {
	const planned: PlannedTheme[] = []
	const plan = (path: readonly string[], wording: PlannedTheme['wording']) => {
		const label = path.at(-1)!
		const parentLabel = path.at(-2) ?? null
		const twin = planned.find((one) => sameLabel(one.label, label))
		const there = known.find((one) => sameLabel(one.label, label))
		const fields = Object.entries(wording).flatMap(([field, value]) =>
			there && isSame(there[field as keyof ThemeRow], value) ? [] : [field],
		)
		if (twin) {
			Object.assign(twin.wording, wording)
			twin.fields = [...new Set([...twin.fields, ...fields])]
			if (twin.fate === 'same' && fields.length > 0) twin.fate = 'changed'
			return
		}
		const fate = !there ? 'added' : fields.length > 0 ? 'changed' : 'same'
		planned.push({ label, parentLabel, depth: path.length - 1, fate, fields, themeId: there?.id ?? null, wording })
	}
	for (const { path, unreadColour: _, ...wording } of rows) {
		for (let length = 1; length < path.length; length++) {
			if (!planned.some((one) => sameLabel(one.label, path[length - 1]!))) plan(path.slice(0, length), {})
		}
		plan(path, wording)
	}
	return planned
}

/**
 * Does what the plan says, as one step. Themes that are there stay where they stand.
 *
 * @returns how many were added and changed
 */
export async function importThemes(
	db: MunicipalityDatabase,
	{ rows, by = null, at = new Date(), stepId = randomUUID() }: { rows: readonly CsvTheme[] } & Step,
): Promise<{ added: number; changed: number; stepId: string }> {
	const known = await db.select().from(themes).for('update')
	const plan = planImport(rows, known)
	const ids = new Map(known.map(({ id, label }) => [label, id]))
	const idOf = (label: string) => [...ids].find(([name]) => sameLabel(name, label))?.[1] ?? null
	const step = { by, at, stepId }
	for (const { label, parentLabel, fate, themeId, wording } of plan) {
		if (fate === 'same') continue
		if (themeId) {
			const anchor = wording.anchorExample === undefined ? {} : { anchorPassageId: null }
			await changeTheme(db, { themeId, ...wording, ...anchor, ...step })
			continue
		}
		const parentId = parentLabel === null ? null : idOf(parentLabel)
		const { id } = await createTheme(db, { ...wording, label, parentId, deed: 'imported', ...step })
		ids.set(label, id)
	}
	const count = (wanted: PlannedTheme['fate']) => plan.filter(({ fate }) => fate === wanted).length
	return { added: count('added'), changed: count('changed'), stepId }
}
