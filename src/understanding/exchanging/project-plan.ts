/** What is to be written for a project of another program, and what of it has no place here. */
import type { Range } from '#listening/code-points.ts'
import type { PreparedConversation } from '#listening/prepared-conversation.ts'
import type { CodingMarks } from './coding-marks.rules.ts'
import type { Reading } from './positions.rules.ts'
import type { Wording } from './theme-text.rules.ts'

/** `words/*.json` hold the sentence for `understanding_loss_<code>`. */
export type Loss = { code: LossCode; facts: { count: number; names: string } }

export const LOSSES = [
	'sources-missing',
	'sources-unreadable',
	'sources-without-words',
	'codings-without-place',
	'codings-without-code',
	'codings-across-turns',
	'codings-clamped',
	'codings-twice',
	'codings-of-source',
	'codings-of-others',
	'codings-text-changed',
	'codings-older-version',
	'codings-changed-here',
	'areas',
	'areas-by-words',
	'page-lines',
	'codes-renamed',
	'codes-shortened',
	'codes-not-codable',
	'codes-joined',
	'variables',
	'sets',
	'links',
	'graphs',
	'rich-text',
	'media',
	'notes-empty',
	'consents-stay',
	'not-agreed',
	'names-unchecked',
	'passage-sets',
	'summaries',
	'turn-details',
	'marks-as-notes',
	'archived',
	'codebook-only',
] as const
export type LossCode = (typeof LOSSES)[number]

export type PlannedTheme = Wording & {
	id: string
	/** Id of a theme of the same plan. */
	parentId: string | null
	label: string
	colour: string | null
}

/** `id` as in the file, where it is one. */
export type PlannedCoder = { kind: 'human' | 'machine' | 'import'; name: string; id?: string }

export type PlannedCoding = Range &
	CodingMarks & {
		id: string
		conversationId: string
		themeId: string
		/** The importing file itself where null. */
		coder: PlannedCoder | null
		at: Date | null
	}

export type PlannedMemo = {
	id: string
	text: string
	coder: PlannedCoder | null
	at: Date | null
	on:
		| { codingId: string }
		| { themeId: string }
		| { conversationId: string; place?: number }
		/** Of the project as a whole: the round. */
		| { round: true }
}

/** How the numbers of one source were read. */
export type SourceReading = Reading & { id: string; name: string; passages: number }

export type ProjectPlan = {
	name: string
	origin: string
	themes: PlannedTheme[]
	conversations: (PreparedConversation & { id: string })[]
	codings: PlannedCoding[]
	memos: PlannedMemo[]
	readings: SourceReading[]
	losses: Loss[]
}

/** Counts what is lost, one entry per code. */
export class LossReport {
	readonly #counts = new Map<LossCode, number>()
	readonly #names = new Map<LossCode, Set<string>>()

	add(code: LossCode, count = 1, name?: string) {
		if (count === 0) return
		this.#counts.set(code, (this.#counts.get(code) ?? 0) + count)
		if (name) this.#names.set(code, (this.#names.get(code) ?? new Set()).add(name))
	}

	list(): Loss[] {
		return LOSSES.filter((code) => this.#counts.has(code)).map((code) => {
			const names = [...(this.#names.get(code) ?? [])]
			const shown = names.slice(0, 5).join(', ') + (names.length > 5 ? ' …' : '')
			return { code, facts: { count: this.#counts.get(code)!, names: shown } }
		})
	}
}
