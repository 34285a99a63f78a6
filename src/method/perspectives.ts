/** Seven offices through whose eyes the same material is read. */
import type { PackWording } from './wording.ts'

export type PackPerspective = {
	slug: 'buergermeister' | 'stadtrat' | 'unternehmen' | 'ortsteil' | 'bildung' | 'engagierte' | 'kirchen'
	label: PackWording
	/** Sectors whose voices weigh more for this reader. */
	sectors: readonly string[]
	/** Themes that lie within this reader's reach. */
	themes: readonly string[]
}

export const PACK_PERSPECTIVES: readonly PackPerspective[] = [
	{
		slug: 'buergermeister',
		label: { de: 'Bürgermeisteramt', en: 'Mayor’s office' },
		sectors: ['politics'],
		themes: ['administration', 'strategy', 'infrastructure', 'participation'],
	},
	{
		slug: 'stadtrat',
		label: { de: 'Stadtrat', en: 'Town council' },
		sectors: ['politics', 'civil-society'],
		themes: ['strategy', 'administration', 'participation', 'townscape'],
	},
	{
		slug: 'unternehmen',
		label: { de: 'Unternehmen', en: 'Business' },
		sectors: ['business'],
		themes: ['economy', 'infrastructure', 'administration', 'youth'],
	},
	{
		slug: 'ortsteil',
		label: { de: 'Ortsbürgermeisteramt und Ortsrat', en: 'Village mayor and village council' },
		sectors: ['politics', 'civil-society'],
		themes: ['infrastructure', 'community', 'participation', 'demography'],
	},
	{
		slug: 'bildung',
		label: { de: 'Bildung und soziale Einrichtungen', en: 'Education and social services' },
		sectors: ['education'],
		themes: ['youth', 'community', 'demography', 'economy'],
	},
	{
		slug: 'engagierte',
		label: { de: 'Engagierte und Vereine', en: 'Volunteers and associations' },
		sectors: ['civil-society', 'newcomers'],
		themes: ['community', 'culture', 'participation', 'youth'],
	},
	{
		slug: 'kirchen',
		label: { de: 'Kirchen', en: 'Churches' },
		sectors: ['church'],
		themes: ['community', 'culture', 'demography', 'youth'],
	},
]
