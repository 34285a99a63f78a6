/** A project of the exchange format REFI-QDA as its file tells it, before anything is made of it. */

/** Programs of ours call themselves so in a file's origin. */
export const ORIGIN = 'Gehört'

export type QdaCoder = { guid: string; name: string; id: string }

export type QdaCode = {
	guid: string
	parent: string | null
	name: string
	/** `#rrggbb`, lower case; null where none is given. */
	colour: string | null
	description: string
	isCodable: boolean
	noteRefs: string[]
}

/** Value of a variable by the variable's GUID; null where it is missing. */
export type QdaValue = { variable: string; value: string | null }

export type QdaCase = {
	guid: string
	name: string
	values: QdaValue[]
	sourceRefs: string[]
	selectionRefs: string[]
}

/** Who made something and when. Both may be missing. */
type Made = { user: string; at: Date | null }

export type QdaCoding = Made & { guid: string; code: string; noteRefs: string[] }

/** Positions as the file counts them. */
export type QdaSelection = Made & {
	guid: string
	name: string
	description: string
	start: number
	end: number
	codings: QdaCoding[]
	noteRefs: string[]
}

/** A selection by something other than characters: an area of a picture or page, a stretch of a recording. */
export type QdaArea = Omit<QdaSelection, 'start' | 'end'> & {
	/** Milliseconds, of recordings. */
	begin?: number
	until?: number
	/** GUIDs of sync points, of transcripts. */
	from?: string
	to?: string
	/** The words it stands for, where the file gives them. */
	words: string
}

export type QdaText = {
	guid: string
	/** Inline, LF line ends; null where the text is a file. */
	content: string | null
	path: string
	richPath: string
	selections: QdaSelection[]
	areas: QdaArea[]
	syncPoints: { guid: string; ms: number | null; position: number | null }[]
	noteRefs: string[]
}

export type QdaSource = Made & {
	guid: string
	kind: 'text' | 'pdf' | 'picture' | 'audio' | 'video'
	name: string
	description: string
	/** A recording may have several transcripts, or none. */
	texts: QdaText[]
	areas: QdaArea[]
	/** Codes of the source as a whole. */
	codings: QdaCoding[]
	noteRefs: string[]
	values: QdaValue[]
}

export type QdaNote = Made & {
	guid: string
	name: string
	description: string
	content: string | null
	path: string
	/** QualCoder's annotations: the place stands in the note. */
	selections: QdaSelection[]
}

export type QdaProject = {
	name: string
	origin: string
	description: string
	users: QdaCoder[]
	codes: QdaCode[]
	variables: { guid: string; name: string; type: string }[]
	cases: QdaCase[]
	sources: QdaSource[]
	notes: QdaNote[]
	links: { origin: string; target: string }[]
	sets: { name: string; members: number }[]
	graphs: number
	noteRefs: string[]
}
