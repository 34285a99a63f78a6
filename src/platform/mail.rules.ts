/** Which addresses mails go to, and when a mail is tried again. */

/** Minutes after its writing at which a mail is tried: at once, then ever more rarely, for about two days. */
const TRY_AFTER_MINUTES = [0, 1, 5, 30, 120, 480, 1440, 2880]

/** After so many tries in vain a mail counts as failed. */
export const MAIL_ATTEMPTS = TRY_AFTER_MINUTES.length

/**
 * Plain addresses only: no quoted part, no comment, no address literal, no list. Mail programs have delivered such
 * spellings to somebody else (see the notes on nodemailer in security/floors.json).
 */
export function isMailAddress(text: string): boolean {
	const [, local = '', domain = ''] = /^([a-z0-9.!#$%&'*+/=?^_{|}~-]+)@([a-z0-9.-]+)$/i.exec(text) ?? []
	const labels = domain.split('.')
	return (
		local.length > 0 &&
		local.length <= 64 &&
		text.length <= 254 &&
		!/^\.|\.\.|\.$/.test(local) &&
		labels.length > 1 &&
		labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(label))
	)
}

/** Whether the next try of a mail has come; `attempts` counts the tries so far. */
export function isMailDue({ attempts, createdAt }: { attempts: number; createdAt: Date }, at: Date): boolean {
	const next = nextTryAt({ attempts, createdAt })
	return next !== null && at.getTime() >= next.getTime()
}

/** When a mail is tried next; null when it is tried no more. */
export function nextTryAt({ attempts, createdAt }: { attempts: number; createdAt: Date }): Date | null {
	const minutes = TRY_AFTER_MINUTES[attempts]
	return minutes === undefined ? null : new Date(createdAt.getTime() + minutes * 60_000)
}

/** Why a mail did not leave, from the codes of the mail server. */
export type MailTrouble = 'unreachable' | 'sign-in' | 'address' | 'refused'

export function mailTrouble(codes: string): MailTrouble {
	if (/EAUTH|\b53[045]\b/.test(codes)) return 'sign-in'
	if (/EENVELOPE|\b55[0-3]\b/.test(codes)) return 'address'
	if (/E(CONNECTION|TIMEDOUT|DNS|SOCKET|TLS|CONNREFUSED|CONNRESET|NOTFOUND|HOSTUNREACH)/.test(codes))
		return 'unreachable'
	return 'refused'
}
