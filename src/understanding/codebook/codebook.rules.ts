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

/** Each theme with all above it, itself first. */
export function lineagesOf(themes: readonly Pick<InTree, 'id' | 'parentId'>[]): Map<string, string[]> {
	const parents = new Map(themes.map(({ id, parentId }) => [id, parentId]))
	const lineageOf = (themeId: string) => {
		const lineage: string[] = []
		for (let id: string | null = themeId; id && !lineage.includes(id); id = parents.get(id) ?? null) lineage.push(id)
		return lineage
	}
	return new Map(themes.map(({ id }) => [id, lineageOf(id)]))
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

/**
 * Where a theme goes: past its neighbour, in (under the theme above it), out (after its parent), or to a place: under
 * `parentId`, before a sibling there or last.
 */
export type Move = 'up' | 'down' | 'in' | 'out' | Place
export type Place = { parentId: string | null; beforeId: string | null }
type Movable = InTree & { isArchived: boolean }

/** The place a move leads to; null where the theme stays. Archived siblings are not seen, so they are passed unnoticed. */
export function placeOf(themes: readonly Movable[], theme: Movable, to: Move): Place | null {
	if (typeof to === 'object') return to
	const under = (parentId: string | null) =>
		themes
			.filter((one) => one.parentId === parentId && (!one.isArchived || one.id === theme.id))
			.toSorted(bySiblingOrder)
	const siblings = under(theme.parentId)
	const at = siblings.indexOf(theme)
	const [above, below] = [siblings[at - 1], siblings[at + 1]]
	const { parentId } = theme
	if (to === 'up') return above ? { parentId, beforeId: above.id } : null
	if (to === 'down') return below ? { parentId, beforeId: siblings[at + 2]?.id ?? null } : null
	if (to === 'in') return above ? { parentId: above.id, beforeId: null } : null
	const parent = themes.find(({ id }) => id === parentId)
	if (!parent) return null
	const uncles = under(parent.parentId)
	return { parentId: parent.parentId, beforeId: uncles[uncles.indexOf(parent) + 1]?.id ?? null }
}

/** Colours a theme gets without being asked, each at least 3:1 on white and on the dark paper. */
export const THEME_COLOURS = [
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
