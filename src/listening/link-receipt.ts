import { and, eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { appendAudit } from '#people/audit-log.ts'
import { contentsForSpeaker, openReceipt, sealReceipt, type FindReceipt } from './find-receipt.ts'
import { speakers } from './tables.ts'

export type LinkReceipt = FindReceipt & { speakerId: string; by: string; at: Date }

/**
 * Links a paper receipt, once, to everything a speaker said. Afterwards only the code tells whose it is: neither the row
 * nor the audit log names the speaker, and nothing else is written in this transaction.
 *
 * @throws {Problem} `speaker-unknown`, `receipt-unknown`, `receipt-linked-already`
 */
export async function linkReceipt(db: MunicipalityDatabase, { speakerId, by, at, ...receipt }: LinkReceipt) {
	const [speaker] = await db
		.select({ id: speakers.id })
		.from(speakers)
		.where(and(eq(speakers.id, speakerId), eq(speakers.isModerator, false)))
	if (!speaker) throw new Problem('not-found', 'speaker-unknown')
	const opened = await openReceipt(db, receipt, { toChange: true })
	if (!opened) throw new Problem('not-found', 'receipt-unknown')
	if (opened.contents.length > 0) throw new Problem('conflict', 'receipt-linked-already')
	await sealReceipt(db, receipt, { id: opened.id, contents: contentsForSpeaker(speakerId) })
	await appendAudit(db, { by, act: 'receipt-linked', subject: 'receipt', at })
}
