/** The codebook as a tree: its order, its depth, its colours. */

export type InTree = { id: string; parentId: string | null; position: number; label: string }

/** Themes in reading order, each under its parent; a theme whose parent is not in the list stands at the top. */
export function inTreeOrder<Theme extends InTree>(themes: readonly Theme[]): (Theme & { depth: number })[] {
	const known = new Set(themes.map(({ id }) => id))
	const byParent = Map.groupBy(themes, ({ parentId }) => (parentId && known.has(parentId) ? parentId : null))
	const ordered: (Theme & { depth: number })[] = []
	const visit = (parentId: string | null, depth: number) => {
		for (const theme of (byParent.get(parentId) ?? []).toSorted(bySiblingOrder)) {
			ordered.push({ ...theme, depth })
			visit(theme.id, depth + 1)
		}
	}
	visit(null, 0)
	return ordered
}

export function bySiblingOrder(one: InTree, other: InTree): number {
	return one.position - other.position || one.label.localeCompare(other.label, 'de') || one.id.localeCompare(other.id)
}

/** Whether `themeId` is `ancestorId` or stands somewhere under it. */
export function isWithin(themes: readonly InTree[], themeId: string, ancestorId: string): boolean {
	const parents = new Map(themes.map(({ id, parentId }) => [id, parentId]))
	for (
		let id: string | null = themeId, steps = 0;
		id && steps <= themes.length;
		id = parents.get(id) ?? null, steps++
	) {
		if (id === ancestorId) return true
	}
	return false
}

/** Colours a theme gets without being asked, each at least 3:1 on white and on the dark paper. */
const THEME_COLOURS = [
	'#2f7fc4',
	'#c85563',
	'#2a8f5b',
	'#7d6ccb',
	'#c0673a',
	'#1d8a94',
	'#b0609c',
	'#8a7a2a',
	'#6f8440',
	'#a8643f',
] as const

export function colourFor(themeCount: number): string {
	return THEME_COLOURS[themeCount % THEME_COLOURS.length]!
}

export function isColour(text: string): boolean {
	return /^#[0-9a-f]{6}$/.test(text)
}
