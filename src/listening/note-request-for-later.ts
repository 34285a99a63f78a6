import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { appendAudit } from '#people/audit-log.ts'
import { findPerson } from './find-person.ts'
import { noteDataRequest, type DataRequestKind, type NoteDataRequest } from './note-data-request.ts'
import { readDay } from './readers/table-cells.rules.ts'

export type NoteRequestForLater = Pick<NoteDataRequest, 'via' | 'speakerId' | 'wish' | 'about'> & {
	/** As sent by the form. */
	kind: string
	/** As typed: `2025-11-03`, `3.11.2025`. */
	receivedOn: string
	/** Account id. */
	by: string
	/** ISO date in the municipality's time zone. */
	today: string
	at: Date
}

/** What can be asked by letter; `release` ends a restriction. */
export const ASKED_BY_LETTER = ['access', 'correct', 'withdraw', 'restrict', 'release', 'erase'] as const

/**
 * The team notes what came by letter, mail or telephone, so that it waits with its day in the list. Who asked may be left
 * open: `about` then says how to find out.
 *
 * @throws {Problem} `request-kind-missing`, `day-unknown`, `received-in-future`, `speaker-unknown`, what noting refuses
 */
export async function noteRequestForLater(
	db: MunicipalityDatabase,
	{ kind: wanted, receivedOn: typed, by, today, at, ...request }: NoteRequestForLater,
): Promise<void> {
	const kind: DataRequestKind | undefined = ASKED_BY_LETTER.find((known) => known === wanted)
	if (!kind) throw new Problem('invalid', 'request-kind-missing')
	const receivedOn = readDay(typed)
	if (!receivedOn) throw new Problem('invalid', 'day-unknown')
	if (receivedOn > today) throw new Problem('invalid', 'received-in-future')
	if (request.speakerId) await findPerson(db, request.speakerId)
	const subjectId = await noteDataRequest(db, { ...request, kind, receivedOn })
	await appendAudit(db, { by, act: 'data-request-noted', subject: 'data_request', subjectId, at })
}
