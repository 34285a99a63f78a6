/** How far a dossier is. Pure: no clock, no database, no request. */
import type { Dossier } from './find-dossier.ts'
import { PACK_LEVELS } from '#method/levels.ts'

/** The six parts of a dossier, in the order of the report. */
export const SIX_PARTS = ['analysis', 'conclusion', 'voices', 'question', 'fields', 'conditions'] as const
export type SixPart = (typeof SIX_PARTS)[number]

/** The parts with at least something in them; conditions count once all five levels have their say. */
export function writtenParts(dossier: Dossier): SixPart[] {
	const isWritten: Record<SixPart, boolean> = {
		analysis: dossier.parts.analysis.paragraphs.length > 0,
		conclusion: dossier.parts.conclusion.paragraphs.length > 0,
		voices: dossier.quotes.length > 0,
		question: dossier.guidingQuestion !== '',
		fields: dossier.fieldsOfAction.length > 0,
		conditions: PACK_LEVELS.every(({ key }) => dossier.conditions.some(({ level }) => level === key)),
	}
	return SIX_PARTS.filter((part) => isWritten[part])
}

/** Paragraphs of a typed text: divided by an empty line. */
export function paragraphsOf(typed: string): string[] {
	return typed
		.replaceAll('\r\n', '\n')
		.split(/\n\s*\n/)
		.map((text) => text.trim())
		.filter((text) => text !== '')
}
