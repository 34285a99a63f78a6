/** What waits in the outbox, for whoever answers for the installation. Texts are never read: they may hold what opens a door. */
import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { isUuid, type MunicipalityDatabase } from './database/database.ts'
import { queueJob } from './jobs.ts'
import { nextTryAt } from './mail.rules.ts'
import { Problem } from './problem.ts'
import { outboxMails } from './tables.ts'

export type UnsentMail = {
	id: string
	recipient: string
	subject: string
	state: 'waiting' | 'failed'
	attempts: number
	/** What the mail server said last: codes. */
	lastError: string | null
	createdAt: Date
	/** Null when it is tried no more. */
	nextTryAt: Date | null
}

const MOST = 200

/** Those given up first, then the oldest. */
export async function findUnsentMails(db: MunicipalityDatabase): Promise<UnsentMail[]> {
	const { id, recipient, subject, state, attempts, lastError, createdAt } = outboxMails
	const found = await db
		.select({ id, recipient, subject, state, attempts, lastError, createdAt })
		.from(outboxMails)
		.where(inArray(state, ['waiting', 'failed']))
		.orderBy(desc(eq(state, 'failed')), asc(createdAt))
		.limit(MOST)
	return found.map((mail) => ({
		...mail,
		state: mail.state === 'failed' ? 'failed' : 'waiting',
		nextTryAt: mail.state === 'failed' ? null : nextTryAt(mail),
	}))
}

export function countFailedMails(db: MunicipalityDatabase): Promise<number> {
	return db.$count(outboxMails, eq(outboxMails.state, 'failed'))
}

/** Counts from the beginning again, and is tried at once. @throws {Problem} `mail-unknown` also for one that has left */
export async function tryMailAgain(db: MunicipalityDatabase, mailId: string) {
	const tried = await db
		.update(outboxMails)
		.set({ state: 'waiting', attempts: 0 })
		.where(unsent(mailId))
		.returning({ id: outboxMails.id })
	if (tried.length === 0) throw new Problem('not-found', 'mail-unknown')
	await queueJob(db, 'send-mails', {}, { key: 'again' })
}

/** @throws {Problem} `mail-unknown` also for one that has left */
export async function discardMail(db: MunicipalityDatabase, mailId: string) {
	const gone = await db.delete(outboxMails).where(unsent(mailId)).returning({ id: outboxMails.id })
	if (gone.length === 0) throw new Problem('not-found', 'mail-unknown')
}

function unsent(mailId: string) {
	if (!isUuid(mailId)) throw new Problem('not-found', 'mail-unknown')
	return and(eq(outboxMails.id, mailId), inArray(outboxMails.state, ['waiting', 'failed']))
}
