import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { eraseSpeaker } from '#listening/erase-speaker.ts'
import { answerWaiting, noteDataRequest, type NoteDataRequest } from '#listening/note-data-request.ts'

export type EraseOwn = {
	/** The conversations of one person. */
	speakerIds: readonly string[]
	via: NoteDataRequest['via']
	/** Account id, where the team does it for them. */
	by?: string
	/** ISO date in the municipality's time zone. */
	today: string
	at: Date
}

/** Erases a person for good, and notes that it was asked for and done; the note does not say whom. */
export async function eraseOwn(db: MunicipalityDatabase, { speakerIds, via, by, today, at }: EraseOwn) {
	let waited = 0
	for (const speakerId of speakerIds) {
		const done = { speakerId, doneOn: today, ...(by && { doneBy: by }) }
		waited += await answerWaiting(db, { ...done, kind: 'erase' })
		// Nobody is left whom an answer to anything else could reach.
		await answerWaiting(db, done)
		await eraseSpeaker(db, { speakerId, by: by ?? 'receipt', at })
	}
	if (waited > 0) return
	await noteDataRequest(db, {
		...{ kind: 'erase', via, speakerId: null, receivedOn: today, doneOn: today },
		...(by && { doneBy: by }),
	})
}
