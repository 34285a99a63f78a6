import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { eraseSpeaker } from '#listening/erase-speaker.ts'
import { noteDataRequest, type NoteDataRequest } from '#listening/note-data-request.ts'

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
	for (const speakerId of speakerIds) await eraseSpeaker(db, { speakerId, by: by ?? 'receipt', at })
	await noteDataRequest(db, {
		...{ kind: 'erase', via, speakerId: null, receivedOn: today, doneOn: today },
		...(by && { doneBy: by }),
	})
}
