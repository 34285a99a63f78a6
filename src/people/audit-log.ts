/**
 * Who did what to which row, in the transaction of the change. Ids, never contents. Each entry's hash covers the one before,
 * so that an entry changed or taken out afterwards shows.
 */
import { createHash } from 'node:crypto'
import { asc, desc, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { auditEntries } from './tables.ts'

export type AuditAct =
	| 'signed-in'
	| 'member-added'
	| 'member-part-changed'
	| 'member-removed'
	| 'link-renewed'
	| 'password-set'
	| 'municipality-changed'
	| 'transcript-read'
	| 'passages-read'
	| 'voices-searched'
	| 'suggesting-changed'
	| 'consents-changed'
	| 'voice-withdrawn'
	| 'quote-cleared'
	| 'quote-withdrawn'
	| 'initiative-state-changed'
	| 'answer-written'
	| 'edition-published'
	| 'package-exported'
	| 'project-imported'
	| 'codings-exported'
	| 'backup-written'
	| 'receipts-printed'
	| 'receipt-linked'
	| 'own-data-exported'
	| 'own-data-read'
	| 'data-request-noted'
	| 'data-request-assigned'
	| 'data-request-done'
	| 'data-request-declined'
	| 'data-request-extended'
	| 'retention-changed'
	| 'speaker-restricted'
	| 'speaker-released'
	| 'consent-text-written'
	| 'contact-read'
	| 'contact-written'
	| 'scan-read'
	| 'special-quote-confirmed'
	| 'special-quote-taken-out'
	| 'quote-cleared-with-office'
	| 'office-printed'
	| 'names-checked'
	| 'original-opened-for-meaning'
	| 'original-opened-for-correction'
	| 'original-opened-for-person'
	| 'original-opened-for-law'
	| 'originals-deleted'
	| 'speaker-erased'
	| 'invited'
	| 'invitation-revoked'
	| 'invitation-accepted'
	| 'second-factor-on'
	| 'second-factor-off'
	| 'recovery-codes-renewed'
	| 'recovery-code-used'
	| 'passkey-added'
	| 'passkey-removed'
	| 'sessions-ended'
	| 'address-confirmed'
	| 'known-names-changed'
	| 'mail-tried-again'
	| 'mail-discarded'

/** What kind of row it was done to. */
export type AuditSubject =
	| 'account'
	| 'membership'
	| 'invitation'
	| 'municipality'
	| 'district'
	| 'role'
	| 'round'
	| 'conversation'
	| 'transcript'
	| 'speaker'
	| 'voice'
	| 'receipt'
	| 'theme'
	| 'passage-set'
	| 'focus-theme'
	| 'perspective'
	| 'quote'
	| 'edition'
	| 'answer'
	| 'initiative'
	| 'consent-text'
	| 'data_request'
	| 'retention_rule'
	| 'installation'
	| 'passkey'
	| 'sealed_original'
	| 'known_name'
	| 'outbox_mail'

export type AuditEntry = {
	/** Account id, `system`, or `command`. */
	by: string
	act: AuditAct
	subject: AuditSubject
	subjectId?: string | null
	at: Date
}

const BEGINNING = '0'.repeat(64)

/** Adds one entry; two at once wait for each other, so that the chain never forks. */
export async function appendAudit(db: MunicipalityDatabase, { by, act, subject, subjectId = null, at }: AuditEntry) {
	await db.execute(sql`select pg_advisory_xact_lock(hashtext('audit' || current_setting('gehoert.municipality')))`)
	const [last] = await db
		.select({ sequence: auditEntries.sequence, hash: auditEntries.hash })
		.from(auditEntries)
		.orderBy(desc(auditEntries.sequence))
		.limit(1)
	const entry = {
		sequence: (last?.sequence ?? 0) + 1,
		at,
		by,
		act,
		subject,
		subjectId,
		previousHash: last?.hash ?? BEGINNING,
	}
	await db.insert(auditEntries).values({ ...entry, hash: hashOf(entry) })
}

/** Whether the chain holds; else the number of the first entry that does not fit. */
export async function verifyAuditLog(db: MunicipalityDatabase): Promise<{ entries: number; brokenAt: number | null }> {
	const entries = await db.select().from(auditEntries).orderBy(asc(auditEntries.sequence))
	let previousHash = BEGINNING
	for (const [at, entry] of entries.entries()) {
		const fits = entry.sequence === at + 1 && entry.previousHash === previousHash && entry.hash === hashOf(entry)
		if (!fits) return { entries: entries.length, brokenAt: at + 1 }
		previousHash = entry.hash
	}
	return { entries: entries.length, brokenAt: null }
}

type Hashed = Omit<typeof auditEntries.$inferSelect, 'id' | 'municipalityId' | 'hash'>

function hashOf({ sequence, at, by, act, subject, subjectId, previousHash }: Hashed): string {
	const line = JSON.stringify([previousHash, sequence, at.toISOString(), by, act, subject, subjectId])
	return createHash('sha256').update(line).digest('hex')
}
