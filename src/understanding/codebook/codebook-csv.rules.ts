/** The codebook as a table: one row a theme, its place in the tree as a path, "Versorgung > Bus". */
import { isColour } from './codebook.rules.ts'
import { sameLabel, type ThemeWording } from './create-theme.ts'

export const CSV_FIELDS = [
	'path',
	'parent',
	'definition',
	'anchorExample',
	'codingRule',
	'include',
	'exclude',
	'keywords',
	'colour',
] as const
export type CsvField = (typeof CSV_FIELDS)[number]

/** How columns may be called, in lower case; the first is how we write them. */
const NAMES: Record<CsvField, readonly string[]> = {
	path: ['pfad', 'path', 'thema', 'theme', 'name', 'code', 'tag', 'label', 'kategorie', 'category'],
	parent: ['oberthema', 'steht unter', 'obercode', 'parent', 'parent code', 'parent theme', 'gruppe', 'group'],
	definition: ['definition', 'beschreibung', 'description', 'memo', 'code-memo', 'kommentar', 'comment'],
	anchorExample: ['ankerbeispiel', 'anchor example', 'beispiel', 'example'],
	codingRule: ['codierregel', 'coding rule', 'kodierregel', 'regel', 'rule'],
	include: ['gehört dazu', 'include', 'inclusion', 'einschluss'],
	exclude: ['gehört nicht dazu', 'exclude', 'exclusion', 'ausschluss'],
	keywords: ['stichworte', 'stichwörter', 'keywords', 'schlagworte', 'schlagwörter'],
	colour: ['farbe', 'colour', 'color'],
}

export type CsvTheme = Partial<Omit<ThemeWording, 'label'>> & {
	/** From the top down; the last is its own name. */
	path: string[]
	/** A colour we cannot read, as it was written. */
	unreadColour?: string
}

/** Which column holds what; columns nobody knows are named, so that people see what is left out. */
export function findCsvColumns(header: readonly string[]): { places: Map<CsvField, number>; unknown: string[] } {
	const plain = header.map((name) => name.trim().toLocaleLowerCase('de'))
	const places = new Map<CsvField, number>()
	for (const field of CSV_FIELDS) {
		const place = NAMES[field].map((name) => plain.indexOf(name)).find((at) => at >= 0)
		if (place !== undefined) places.set(field, place)
	}
	const known = new Set(places.values())
	return { places, unknown: header.filter((name, at) => !known.has(at) && name.trim() !== '') }
}

/** One row as a theme; only fields that say something. */
export function readCsvRow(row: readonly string[], places: ReadonlyMap<CsvField, number>): CsvTheme {
	const cell = (field: CsvField) => (row[places.get(field) ?? -1] ?? '').trim().replace(/^'(?=[=+@-])/, '')
	const texts = (['definition', 'anchorExample', 'codingRule', 'include', 'exclude'] as const).flatMap((field) =>
		cell(field) === '' ? [] : [[field, cell(field)]],
	)
	const keywords = cell('keywords')
		.split(/[,;\n]/)
		.map((word) => word.trim())
		.filter(Boolean)
	const colour = cell('colour').toLowerCase()
	return {
		path: [...namesOf(cell('parent')), ...namesOf(cell('path'))],
		...Object.fromEntries(texts),
		...(keywords.length > 0 ? { keywords } : {}),
		...(isColour(colour) ? { colour } : {}),
		...(colour !== '' && !isColour(colour) ? { unreadColour: cell('colour') } : {}),
	}
}

/** "Versorgung > Bus", also as other programs write it: "Versorgung\\Bus". Twice in a row, the sign belongs to a name. */
function namesOf(path: string): string[] {
	return path
		.split(/(?<![>›\\])[>›\\](?![>›\\])/)
		.map((name) => name.trim().replaceAll(/([>›\\])\1/g, '$1'))
		.filter(Boolean)
}

/** Where a row names only the theme right above it, that theme's own row says what is above. Circles are left as they are. */
export function withWholePaths(rows: readonly CsvTheme[]): CsvTheme[] {
	const wholeOf = (path: string[], seen: readonly string[]): string[] => {
		const top = path[0] ?? ''
		const above = rows.find((row) => row.path.length > 1 && sameLabel(row.path.at(-1)!, top))?.path
		if (!above || seen.some((name) => sameLabel(name, top))) return path
		return wholeOf([...above, ...path.slice(1)], [...seen, top])
	}
	return rows.map((row) => (row.path.length > 1 ? { ...row, path: wholeOf(row.path, []) } : row))
}

/** Names that stand at the end of more than one row: their rows become one theme. */
export function repeatedNames(rows: readonly CsvTheme[]): string[] {
	const names = rows.map(({ path }) => path.at(-1)!)
	return names.filter((name, n) => names.findIndex((one) => sameLabel(one, name)) < n)
}

type Written = Required<Omit<ThemeWording, 'anchorPassageId'>> & {
	id: string
	parentId: string | null
	persons: number
	passages: number
}

/** Comma-separated, CRLF, quoted where needed; a cell that a spreadsheet would take for a formula gets an apostrophe. */
export function writeCodebookCsv(themes: readonly Written[], heads: readonly string[]): string {
	const byId = new Map(themes.map((theme) => [theme.id, theme]))
	const pathOf = (theme: Written): string => {
		const parent = theme.parentId ? byId.get(theme.parentId) : undefined
		const name = theme.label.replaceAll(/[>›\\]/g, '$&$&')
		return parent ? `${pathOf(parent)} > ${name}` : name
	}
	const rows = themes.map((theme) => [
		pathOf(theme),
		theme.definition,
		theme.anchorExample,
		theme.codingRule,
		theme.include,
		theme.exclude,
		theme.keywords.join(', '),
		theme.colour,
		String(theme.persons),
		String(theme.passages),
	])
	return [heads, ...rows].map((row) => row.map(quoted).join(',') + '\r\n').join('')
}

function quoted(cell: string): string {
	const harmless = /^[=+@\t\r-]/.test(cell) ? `'${cell}` : cell
	return /[",\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
