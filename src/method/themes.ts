/** The ten cross-cutting themes of the codebook, with everything a coder needs to decide the same way twice. */
import { PACK_THEMES_DE } from './themes.de.ts'
import { PACK_THEMES_EN } from './themes.en.ts'

export const THEME_SLUGS = [
	'demography',
	'infrastructure',
	'administration',
	'strategy',
	'community',
	'youth',
	'economy',
	'participation',
	'townscape',
	'culture',
] as const
export type ThemeSlug = (typeof THEME_SLUGS)[number]

export type ThemeWords = {
	label: string
	definition: string
	anchorExample: string
	codingRule: string
	include: string
	exclude: string
	/** Stems and words that often announce the theme; hints for search and suggestions. */
	keywords: readonly string[]
}

export type PackTheme = ThemeWords & { slug: ThemeSlug; colour: string; position: number }

/** `#rrggbb`; each has at least 3:1 on white and on the dark paper, so that one value serves both schemes. */
const COLOURS: Record<ThemeSlug, string> = {
	demography: '#b0609c',
	infrastructure: '#2f7fc4',
	administration: '#7d6ccb',
	strategy: '#c0673a',
	community: '#c85563',
	youth: '#2a8f5b',
	economy: '#8a7a2a',
	participation: '#1d8a94',
	townscape: '#6f8440',
	culture: '#a8643f',
}

/** The themes in one language, in the order of the codebook. */
export function packThemes(language: 'de' | 'en'): PackTheme[] {
	const words = language === 'de' ? PACK_THEMES_DE : PACK_THEMES_EN
	return THEME_SLUGS.map((slug, position) => ({ slug, colour: COLOURS[slug], position, ...words[slug] }))
}
