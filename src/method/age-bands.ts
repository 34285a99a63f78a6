/** Age in six bands; nobody is asked for a birthday. */
import type { PackWording } from './wording.ts'

export type PackAgeBand = { key: 'under-18' | '18-29' | '30-44' | '45-59' | '60-74' | '75-plus'; label: PackWording }

export const PACK_AGE_BANDS: readonly PackAgeBand[] = [
	{ key: 'under-18', label: { de: 'unter 18', en: 'under 18' } },
	{ key: '18-29', label: { de: '18 bis 29', en: '18 to 29' } },
	{ key: '30-44', label: { de: '30 bis 44', en: '30 to 44' } },
	{ key: '45-59', label: { de: '45 bis 59', en: '45 to 59' } },
	{ key: '60-74', label: { de: '60 bis 74', en: '60 to 74' } },
	{ key: '75-plus', label: { de: '75 und älter', en: '75 and older' } },
]
