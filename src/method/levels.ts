/** The five levels that could do something, from far to near. */
import type { PackWording } from './wording.ts'

export type PackLevel = { key: 'federal' | 'state' | 'county' | 'municipality' | 'civil-society'; label: PackWording }

export const PACK_LEVELS: readonly PackLevel[] = [
	{ key: 'federal', label: { de: 'Bund und EU', en: 'Federal government and EU' } },
	{ key: 'state', label: { de: 'Land', en: 'State' } },
	{ key: 'county', label: { de: 'Landkreis und Region', en: 'County and region' } },
	{ key: 'municipality', label: { de: 'Kommune', en: 'Municipality' } },
	{ key: 'civil-society', label: { de: 'Zivilgesellschaft und Wirtschaft', en: 'Civil society and business' } },
]
