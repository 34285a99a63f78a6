/** What the public form and its reader agree on. */
import { Problem } from '#platform/problem.ts'

/** Name of a field no person sees. */
export const DECOY_FIELD = 'webseite'

/** Carries which version of a channel's wording was shown. */
export function wordingField(channel: string): string {
	return `fassung-${channel}`
}

/** Code points somebody may write at once: about eight pages. */
export const LONGEST_SUBMISSION = 20_000
export const LONGEST_TITLE = 150
/** Characters of a telephone number, a mail address, or both. */
export const LONGEST_CONTACT = 200

/** On one line. @throws {Problem} `contact-missing`, `contact-too-long` */
export function tidyContact(text: string): string {
	const tidy = text
		.toWellFormed()
		.replace(/[\s\0-\x1f\x7f]+/g, ' ')
		.trim()
	if (tidy === '') throw new Problem('invalid', 'contact-missing')
	if (tidy.length > LONGEST_CONTACT) throw new Problem('invalid', 'contact-too-long', { limit: LONGEST_CONTACT })
	return tidy
}

/** What of a contact can be pressed: a mail address and a telephone number, if there is one each. */
export function reachOf(contact: string): { mail: string | null; phone: string | null } {
	const mail = /[^\s@,;<>"]{1,64}@[a-z0-9.-]{3,120}\.[a-z]{2,20}/i.exec(contact)?.[0] ?? null
	const phone = /\+?[0-9][0-9 ()/-]{4,24}[0-9]/.exec(contact)?.[0]?.replace(/[^0-9+]/g, '') ?? null
	return { mail, phone }
}
