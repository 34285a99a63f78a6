/** What the names desk's forms send: decisions by name, or the last step. */
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { decideNames } from './decide-names.ts'
import { finishNames } from './finish-names.ts'
import { standOf } from './stand-of.ts'
import type { Seal } from './seal-original.ts'

export type NamesFormOf = { conversationId: string; form: FormData; seal: Seal; by: string; at: Date }

/**
 * Carries out one form.
 *
 * @returns the conversation's address when its names are checked now; null when there is more to do
 * @throws {Problem} `names-not-read`, what `decideNames` and `finishNames` refuse
 */
export async function carryOutNamesForm(db: MunicipalityDatabase, wanted: NamesFormOf): Promise<string | null> {
	const { conversationId, form, seal, by, at } = wanted
	const text = (name: string) => String(form.get(name) ?? '')
	const transcriptId = text('transcript')
	const seenAt = readInstant(text('gesehen'))
	if (text('act') === 'finish') {
		if (text('gelesen') !== 'ja') throw new Problem('invalid', 'names-not-read')
		const { slug } = await finishNames(db, { conversationId, transcriptId, title: text('titel'), seal, by, at })
		return slug
	}
	for (let number = 0; form.has(`stelle-${number}`); number++) {
		const state = text(`entscheidung-${number}`)
		if (state !== 'replaced' && state !== 'kept') continue
		const findingIds = [text(`stelle-${number}`)]
		const replacement = state === 'replaced' ? text(`ersatz-${number}`) : undefined
		// What somebody left as it stood is no decision against what others decide.
		if (text(`stand-${number}`) === standOf(state, replacement)) continue
		await decideNames(db, { transcriptId, findingIds, state, replacement, everywhere: true, seenAt, by, at })
	}
	return null
}

/** Undefined where no time stands. */
function readInstant(written: string): Date | undefined {
	const instant = new Date(written)
	return written === '' || Number.isNaN(instant.getTime()) ? undefined : instant
}
