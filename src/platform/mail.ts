/**
 * Mails are written into the outbox with the change that causes them and sent afterwards, one recipient each. Without a
 * mail server they stay in the outbox; mails that open something are not written there at all (`people/mail-links.ts`).
 * Nothing here ever logs a recipient or a content.
 */
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { createTransport, type Transporter } from 'nodemailer'
import { inMunicipality, type Database, type MunicipalityDatabase, type MunicipalityId } from './database/database.ts'
import { queueJob, workOn } from './jobs.ts'
import { log } from './log.ts'
import { isMailAddress, isMailDue, MAIL_ATTEMPTS } from './mail.rules.ts'
import { Problem } from './problem.ts'
import { outboxMails } from './tables.ts'

declare module './jobs.ts' {
	interface Jobs {
		'send-mails': Record<string, never>
	}
}

export type Mail = { recipient: string; subject: string; plainText: string; html: string }

/**
 * Puts a mail into the outbox; it is sent when the transaction of `db` is kept, soon.
 *
 * @throws {Problem} `mail-address-invalid`
 */
export async function writeMail(db: MunicipalityDatabase, mail: Mail) {
	const recipient = mail.recipient.trim()
	if (!isMailAddress(recipient)) throw new Problem('invalid', 'mail-address-invalid')
	await db.insert(outboxMails).values({ ...mail, recipient, subject: mail.subject.replace(/\s+/g, ' ').trim() })
	await queueJob(db, 'send-mails', {}, { key: 'all' })
}

export type MailServer = { smtpUrl?: string | undefined; mailFrom?: string | undefined }

/** Lets this process send what waits in the outbox; called before `startJobs`. Without a mail server nothing is sent. */
export function deliverMails({ smtpUrl, mailFrom }: MailServer) {
	if (!smtpUrl) return
	const transport = createTransport(smtpUrl)
	workOn('send-mails', (database, municipalityId) =>
		sendWaitingMails(database, municipalityId, { transport, from: mailFrom ?? senderOf(smtpUrl), at: new Date() }),
	)
}

type Sending = { transport: Pick<Transporter, 'sendMail'>; from: string; at: Date }

/** How many mails one transaction takes from the outbox. */
const BATCH = 20

/** After this time the outbox is looked into again for mails that the mail server did not take. */
const LOOK_AGAIN_SECONDS = 60

/**
 * Sends the mails of one municipality that are due. No transaction is open while the mail server is spoken to. A crash
 * between its yes and our note of it sends that one mail twice; no mail is lost.
 */
export async function sendWaitingMails(database: Database, municipalityId: MunicipalityId, sending: Sending) {
	const mails = await inMunicipality(database, municipalityId, (db) => takeDueMails(db, sending.at))
	for (const mail of mails) {
		const error = await send(mail, sending)
		await inMunicipality(database, municipalityId, (db) => noteOutcome(db, mail.id, error, sending.at))
	}
	await inMunicipality(database, municipalityId, async (db) => {
		const waiting = await db.$count(outboxMails, eq(outboxMails.state, 'waiting'))
		const inSeconds = mails.length === BATCH ? 0 : LOOK_AGAIN_SECONDS
		if (waiting > 0) await queueJob(db, 'send-mails', {}, { key: 'all', inSeconds })
	})
}

/** Every try counts from the moment the mail is taken, so that a mail which crashes the sender is not tried forever. */
async function takeDueMails(db: MunicipalityDatabase, at: Date) {
	const waiting = await db
		.select()
		.from(outboxMails)
		.where(eq(outboxMails.state, 'waiting'))
		.orderBy(asc(outboxMails.attempts), asc(outboxMails.createdAt))
		.limit(BATCH)
		.for('update', { skipLocked: true })
	const due = waiting.filter((mail) => isMailDue(mail, at))
	const ids = due.map(({ id }) => id)
	if (ids.length === 0) return []
	await db
		.update(outboxMails)
		.set({ attempts: sql`${outboxMails.attempts} + 1` })
		.where(inArray(outboxMails.id, ids))
	return due
}

async function send(
	{ recipient, subject, plainText, html, id }: typeof outboxMails.$inferSelect,
	{ transport, from }: Sending,
): Promise<string | undefined> {
	try {
		const to = { name: '', address: recipient }
		await transport.sendMail({
			from,
			to,
			subject,
			text: plainText,
			html,
			disableFileAccess: true,
			disableUrlAccess: true,
		})
		log('info', 'mail-sent', { id })
		return undefined
	} catch (error) {
		// The server's sentence may hold the recipient; its codes do not.
		const { code, responseCode } = error as { code?: string; responseCode?: number }
		const reason = [code, responseCode].filter(Boolean).join(' ') || 'unknown'
		log('warn', 'mail-not-sent', { id, reason })
		return reason
	}
}

async function noteOutcome(db: MunicipalityDatabase, id: string, error: string | undefined, at: Date) {
	const outcome = error
		? {
				lastError: error,
				state: sql<
					'waiting' | 'failed'
				>`case when ${outboxMails.attempts} >= ${MAIL_ATTEMPTS} then 'failed' else 'waiting' end`,
			}
		: // What has left the house is kept no longer: it may hold a link that opens something.
			{ lastError: null, state: 'sent' as const, sentAt: at, plainText: '', html: '' }
	await db
		.update(outboxMails)
		.set(outcome)
		.where(and(eq(outboxMails.id, id), eq(outboxMails.state, 'waiting')))
}

/** `gehoert@` the host of the mail server's user, or of the server itself. */
function senderOf(smtpUrl: string): string {
	const { username, hostname } = new URL(smtpUrl)
	const user = decodeURIComponent(username)
	return isMailAddress(user) ? user : `gehoert@${hostname}`
}
