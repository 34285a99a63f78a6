/** The six sectors heard. Who has not been heard yet is as visible as who has. */
import type { PackWording } from './wording.ts'

export type PackSector = {
	slug: 'politics' | 'civil-society' | 'business' | 'education' | 'church' | 'newcomers'
	label: PackWording
}

export const PACK_SECTORS: readonly PackSector[] = [
	{ slug: 'politics', label: { de: 'Politik und Verwaltung', en: 'Politics and administration' } },
	{ slug: 'civil-society', label: { de: 'Zivilgesellschaft und Ehrenamt', en: 'Civil society and volunteering' } },
	{ slug: 'business', label: { de: 'Wirtschaft', en: 'Business' } },
	{ slug: 'education', label: { de: 'Bildung und Jugend', en: 'Education and youth' } },
	{ slug: 'church', label: { de: 'Kirche', en: 'Church' } },
	{ slug: 'newcomers', label: { de: 'Zurückgekehrte und Zugezogene', en: 'Returners and newcomers' } },
]
