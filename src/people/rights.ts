/** Who may do what: one table, read by pages, API and commands alike. */
import { Problem } from '#platform/problem.ts'

export const PARTS = ['steward', 'analyst', 'moderator', 'editor', 'partner'] as const
export type Part = (typeof PARTS)[number]

/** @throws {Problem} `part-unknown` */
export function parsePart(text: string): Part {
	const part = PARTS.find((known) => known === text)
	if (!part) throw new Problem('invalid', 'part-unknown', { parts: PARTS.join(', ') })
	return part
}

export const ACTS = [
	'enter-workshop',
	'manage-municipality',
	'manage-team',
	'plan-rounds',
	'record-conversations',
	'read-transcripts',
	'pseudonymise',
	'open-originals',
	'read-contacts',
	'handle-requests',
	'edit-codebook',
	'code-passages',
	'write-dossiers',
	'clear-quotes',
	'run-initiatives',
	'answer-voices',
	'publish-editions',
	'export-everything',
	'read-audit',
] as const
export type Act = (typeof ACTS)[number]

/**
 * Stewards answer for the municipality and may do everything. Analysts understand, moderators listen, editors write
 * and publish, partners run initiatives and see no transcript.
 */
const RIGHTS: Record<Part, readonly Act[]> = {
	steward: ACTS,
	analyst: [
		'enter-workshop',
		'plan-rounds',
		'record-conversations',
		'read-transcripts',
		'pseudonymise',
		'edit-codebook',
		'code-passages',
		'write-dossiers',
		'answer-voices',
	],
	moderator: [
		'enter-workshop',
		'plan-rounds',
		'record-conversations',
		'read-transcripts',
		'pseudonymise',
		'read-contacts',
		'handle-requests',
	],
	editor: [
		'enter-workshop',
		'read-transcripts',
		'write-dossiers',
		'clear-quotes',
		'run-initiatives',
		'answer-voices',
		'publish-editions',
	],
	partner: ['enter-workshop', 'run-initiatives'],
}

export function mayDo(part: Part, act: Act): boolean {
	return RIGHTS[part].includes(act)
}
