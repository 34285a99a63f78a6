/** Things done at the desk that can be undone, and what each asks of the server. */
import type { CodingChange } from '../change-coding.ts'
import type { DeskCoding } from '../find-desk.ts'
import type { Write } from './desk-writes.ts'

export type Deed =
	| { kind: 'add' | 'remove'; coding: DeskCoding }
	| { kind: 'change'; codingId: string; before: CodingChange; after: CodingChange }

export function codingIdOf(deed: Deed): string {
	return deed.kind === 'change' ? deed.codingId : deed.coding.id
}

export function opposite(deed: Deed): Deed {
	if (deed.kind === 'change') return { ...deed, before: deed.after, after: deed.before }
	return { kind: deed.kind === 'add' ? 'remove' : 'add', coding: deed.coding }
}

/** `isNew` tells creating a coding from bringing one again. */
export function toWrite(deed: Deed, transcriptId: string, isNew: boolean): Write {
	const codingId = codingIdOf(deed)
	const path = `/api/v1/codings/${codingId}`
	if (deed.kind === 'change') return { method: 'PATCH', path, body: deed.after, codingId }
	if (deed.kind === 'remove') return { method: 'DELETE', path, codingId }
	if (!isNew) return { method: 'POST', path: `${path}/restore`, codingId }
	const { coderName: _, ...coding } = deed.coding
	return { method: 'POST', path: '/api/v1/codings', body: { ...coding, transcriptId }, codingId }
}
