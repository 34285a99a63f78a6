/** A refusal people can understand. Everything else that is thrown is a bug. */

export type ProblemKind =
	| 'invalid'
	| 'not-found'
	| 'not-allowed'
	| 'conflict'
	| 'too-large'
	| 'too-many'
	| 'unavailable'

const STATUS: Record<ProblemKind, number> = {
	invalid: 422,
	'not-found': 404,
	'not-allowed': 403,
	conflict: 409,
	'too-large': 413,
	'too-many': 429,
	unavailable: 503,
}

/** Blanks in the sentence that explains the refusal: never names, contents or codes of people. */
export type ProblemFacts = Record<string, string | number>

/**
 * Refuses what was asked.
 *
 * `code` is stable and in kebab-case; `words/problems.ts` holds the sentence for it in every language,
 * and a test fails when one of the two lacks the other.
 */
export class Problem extends Error {
	readonly kind: ProblemKind
	readonly code: string
	readonly facts: ProblemFacts
	/** What a program needs besides, as further members of its problem+json: both versions of what collided. */
	readonly members: Record<string, unknown>

	constructor(kind: ProblemKind, code: string, facts: ProblemFacts = {}, members: Record<string, unknown> = {}) {
		super(code)
		this.name = 'Problem'
		this.kind = kind
		this.code = code
		this.facts = facts
		this.members = members
	}

	/** The HTTP status that says the same. */
	get status(): number {
		return STATUS[this.kind]
	}
}
