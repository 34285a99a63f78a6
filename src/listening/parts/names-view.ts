/** What the names desk starts with and shows. Types only. */
import type { Finding } from '../names/decide-names.ts'
import type { NameGroup } from '../names/find-names-desk.ts'
import type { Segment } from '../names/segments.rules.ts'
import type { Selection } from '../text-selection.ts'

export type NamesMessage =
	| {
			what: 'replaced' | 'kept' | 'undone' | 'marked' | 'choose-first' | 'nothing-to-undo' | 'one-turn-only'
			count?: number
	  }
	| { what: 'refused'; sentence: string }

export type NamesView = {
	currentId: string | null
	/** Index of the segment one is in. */
	segment: number
	selection: Selection | null
	message: NamesMessage | null
	saving: 'saved' | 'saving' | 'offline'
	mayUndo: boolean
	progress: { decided: number; all: number }
	findings: readonly (readonly Finding[])[]
	groups: readonly NameGroup[]
}

export type NamesStart = {
	slug: string
	transcriptId: string
	/** When the places were read. */
	seenAt: Date
	segments: readonly Segment[]
	findings: readonly Finding[]
	groups: readonly NameGroup[]
	progress: { decided: number; all: number }
}
