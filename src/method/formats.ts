/**
 * The ways of listening. The six kinds are fixed: consents, rights and import depend on them. Which of them a town uses,
 * and what it calls them, is its own (docs/decisions/0012-own-formats.md).
 */
import type { PackWording } from './wording.ts'

export const FORMAT_KINDS = ['interview', 'town-talk', 'vision-workshop', 'story-cafe', 'written', 'card'] as const
export type FormatKind = (typeof FORMAT_KINDS)[number]

export type TownFormat = {
	kind: FormatKind
	label: PackWording
	plural: PackWording
	/** For whoever records a conversation and has to choose; left out where the name says enough. */
	description?: PackWording | undefined
}

export const PACK_FORMATS: readonly TownFormat[] = [
	{
		kind: 'interview',
		label: { de: 'Interview', en: 'Interview' },
		plural: { de: 'Interviews', en: 'Interviews' },
		description: {
			de: 'Ein Mensch erzählt, jemand vom Team fragt nach dem Leitfaden. Etwa eine Stunde.',
			en: 'One person tells, somebody of the team asks along the guide. About an hour.',
		},
	},
	{
		kind: 'town-talk',
		label: { de: 'Stadtgespräch', en: 'Town talk' },
		plural: { de: 'Stadtgespräche', en: 'Town talks' },
		description: {
			de: 'Viele in einem Raum, oft 20 bis 40 Menschen. Jemand moderiert.',
			en: 'Many in one room, often 20 to 40 people. Somebody moderates.',
		},
	},
	{
		kind: 'vision-workshop',
		label: { de: 'Visionswerkstatt', en: 'Vision workshop' },
		plural: { de: 'Visionswerkstätten', en: 'Vision workshops' },
		description: {
			de: 'Eine Gruppe denkt gemeinsam nach vorn: Was soll hier in einigen Jahren sein?',
			en: 'A group thinks ahead together: what shall be here in a few years?',
		},
	},
	{
		kind: 'story-cafe',
		label: { de: 'Erzählcafé', en: 'Story café' },
		plural: { de: 'Erzählcafés', en: 'Story cafés' },
		description: {
			de: 'Am Tisch, bei Kaffee: Menschen erzählen, wie es war und wie es ist.',
			en: 'At a table, over coffee: people tell how it was and how it is.',
		},
	},
	{
		kind: 'written',
		label: { de: 'Schriftliche Stimme', en: 'Written voice' },
		plural: { de: 'Schriftliche Stimmen', en: 'Written voices' },
		description: {
			de: 'Was jemand selbst aufschreibt: im Internet, auf Papier, als Brief. Auch ein Anruf, den das Team notiert.',
			en: 'What somebody writes themselves: online, on paper, in a letter. Also a call the team notes down.',
		},
	},
	{
		kind: 'card',
		label: { de: 'Karte', en: 'Hall card' },
		plural: { de: 'Karten', en: 'Hall cards' },
		description: {
			de: 'Eine Notiz, während einer Veranstaltung geschrieben.',
			en: 'A note written during an event.',
		},
	},
]

/** What a town calls a kind; the shipped name for a kind it does not use. `own` is undefined where the shipped ones hold. */
export function formatOf(own: readonly TownFormat[] | undefined, kind: FormatKind): TownFormat {
	return (own?.find((format) => format.kind === kind) ?? PACK_FORMATS.find((format) => format.kind === kind))!
}

/** Those a town uses, in its order, and after them others somebody has already spoken in: nobody is left out of a count. */
export function formatsHere(
	own: readonly TownFormat[] | undefined,
	spokenIn: readonly FormatKind[] = [],
): readonly TownFormat[] {
	const used = own ?? PACK_FORMATS
	const others = PACK_FORMATS.filter(({ kind }) => spokenIn.includes(kind) && !used.some((one) => one.kind === kind))
	return [...used, ...others]
}
