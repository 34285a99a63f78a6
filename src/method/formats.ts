/** The six ways of listening. */
import type { PackWording } from './wording.ts'

export type PackFormat = {
	key: 'interview' | 'town-talk' | 'vision-workshop' | 'story-cafe' | 'written' | 'card'
	label: PackWording
	plural: PackWording
}

export const PACK_FORMATS: readonly PackFormat[] = [
	{ key: 'interview', label: { de: 'Interview', en: 'Interview' }, plural: { de: 'Interviews', en: 'Interviews' } },
	{
		key: 'town-talk',
		label: { de: 'Stadtgespräch', en: 'Town talk' },
		plural: { de: 'Stadtgespräche', en: 'Town talks' },
	},
	{
		key: 'vision-workshop',
		label: { de: 'Visionswerkstatt', en: 'Vision workshop' },
		plural: { de: 'Visionswerkstätten', en: 'Vision workshops' },
	},
	{
		key: 'story-cafe',
		label: { de: 'Erzählcafé', en: 'Story café' },
		plural: { de: 'Erzählcafés', en: 'Story cafés' },
	},
	{
		key: 'written',
		label: { de: 'Schriftliche Stimme', en: 'Written voice' },
		plural: { de: 'Schriftliche Stimmen', en: 'Written voices' },
	},
	{ key: 'card', label: { de: 'Karte', en: 'Hall card' }, plural: { de: 'Karten', en: 'Hall cards' } },
]
