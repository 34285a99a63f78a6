/** What leaves the house in an exchange file: only the words of people who agreed to be analysed. */
import type { Range } from '#listening/code-points.ts'
import type { CodingMarks } from './coding-marks.rules.ts'
import type { Loss } from './project-plan.ts'
import type { Wording } from './theme-text.rules.ts'

export type ExportFilter = {
	roundId?: string | undefined
	/** A theme with everything below it. */
	themeId?: string | undefined
	coderId?: string | undefined
}

export type ExportedTheme = Wording & { id: string; parentId: string | null; label: string; colour: string }

export type ExportedSpeaker = {
	id: string
	code: string
	pseudonym: string | null
	isModerator: boolean
	sector: string | null
	role: string | null
	district: string | null
	ageBand: string | null
}

export type ExportedCoding = Range & CodingMarks & { id: string; themeId: string; coderId: string; createdAt: Date }

export type ExportedConversation = {
	id: string
	title: string
	format: string
	heldOn: string | null
	district: string | null
	place: string
	/** With `[…]` for the words of everybody who did not agree. Positions count its code points. */
	text: string
	speakers: ExportedSpeaker[]
	turns: (Range & { speakerId: string; voiceId: string | null })[]
	codings: ExportedCoding[]
}

export type ExportedMemo = {
	id: string
	text: string
	coderId: string
	createdAt: Date
	codingId: string | null
	themeId: string | null
	voiceId: string | null
	conversationId: string | null
	roundId: string | null
}

export type ExportedProject = {
	name: string
	coders: { id: string; kind: 'human' | 'machine' | 'import'; name: string }[]
	themes: ExportedTheme[]
	conversations: ExportedConversation[]
	memos: ExportedMemo[]
	losses: Loss[]
}
