import { asc } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { slugOf } from '#people/slugs.rules.ts'
import { colourFor, isColour } from './codebook.rules.ts'
import { noteThemeChanges, type Step } from './note-theme-change.ts'
import { stateOf } from './theme-state.rules.ts'
import { themes, type ThemeDeed } from '../tables.ts'

/** What an entry of the codebook says. Everything but the name may be empty. */
export type ThemeWording = {
	label: string
	definition?: string
	anchorExample?: string
	codingRule?: string
	include?: string
	exclude?: string
	keywords?: string[]
	/** Instead of a written anchor example: the coding whose words are it. */
	anchorPassageId?: string | null
	/** `#rrggbb`; without one the next free colour. */
	colour?: string
}

export type CreateTheme = ThemeWording & {
	/** Where a file gives it one that nobody else has. */
	id?: string
	parentId?: string | null
	slug?: string
	/** How the history tells it. */
	deed?: Extract<ThemeDeed, 'added' | 'imported' | 'split'>
} & Step

export type ThemeRow = typeof themes.$inferSelect

/** Longest name: it stands in margins and table heads. */
export const LONGEST_LABEL = 80

/**
 * Adds a theme at the end of its siblings.
 *
 * @throws {Problem} `theme-label-missing`, `theme-label-too-long`, `theme-label-taken`, `theme-colour-unknown`,
 * `theme-unknown` for its parent
 */
export async function createTheme(
	db: MunicipalityDatabase,
	{ parentId = null, slug, deed = 'added', by, at, stepId, ...wording }: CreateTheme,
): Promise<ThemeRow> {
	const known = await db
		.select({
			id: themes.id,
			slug: themes.slug,
			label: themes.label,
			parentId: themes.parentId,
			position: themes.position,
		})
		.from(themes)
		.orderBy(asc(themes.position))
	checkWording(wording, known)
	if (parentId && !known.some(({ id }) => id === parentId)) throw new Problem('not-found', 'theme-unknown')
	const siblings = known.filter((theme) => theme.parentId === parentId)
	const position = (siblings.at(-1)?.position ?? -1) + 1

	const [theme] = await db
		.insert(themes)
		.values({
			colour: colourFor(known.length),
			...wording,
			label: wording.label.trim(),
			slug: freeSlug(slug ?? slugOf(wording.label), new Set(known.map((one) => one.slug))),
			parentId,
			position,
		})
		.returning()
	await noteThemeChanges(db, [{ themeId: theme!.id, deed, before: null, after: stateOf(theme!) }], { by, at, stepId })
	return theme!
}

/** Refuses a wording that could not stand in the codebook beside `others`. */
export function checkWording({ label, colour }: Partial<ThemeWording>, others: readonly { label: string }[]) {
	if (label !== undefined) {
		const name = label.trim()
		if (name === '') throw new Problem('invalid', 'theme-label-missing')
		if (name.length > LONGEST_LABEL) throw new Problem('invalid', 'theme-label-too-long', { limit: LONGEST_LABEL })
		if (others.some((other) => sameLabel(other.label, name))) throw new Problem('conflict', 'theme-label-taken')
	}
	if (colour !== undefined && !isColour(colour)) throw new Problem('invalid', 'theme-colour-unknown')
}

/** Names that differ only in case or spaces are the same theme. */
export function sameLabel(one: string, other: string): boolean {
	return plain(one) === plain(other)
}

function plain(label: string): string {
	return label.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('de')
}

/** Pages of the codebook itself have these addresses. */
const RESERVED = ['neu', 'verlauf', 'vergleich', 'zusammenlegen', 'einlesen', 'druck', 'luecken', 'codebuch.csv']

function freeSlug(wished: string, taken: ReadonlySet<string>): string {
	const base = wished || 'thema'
	for (let number = RESERVED.includes(base) ? 2 : 1; ; number++) {
		const slug = number === 1 ? base : `${base}-${number}`
		if (!taken.has(slug)) return slug
	}
}
