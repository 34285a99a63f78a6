import type { Place } from '../codebook.rules.ts'

/** Stands for no theme: the top level. */
export const TOP = 'oben'

/** The page that shows what changes when a theme comes to stand there; the keyboard begins at what it shows. */
export function previewAddress(slug: string, { parentId, beforeId }: Place): string {
	const search = new URLSearchParams({ unter: parentId ?? TOP, ...(beforeId ? { vor: beforeId } : {}) })
	return `/werkstatt/codebuch/${slug}/verschieben?${search}#schritt`
}
