/** What a name, an address and a password of an account must be. */
import { Problem } from '#platform/problem.ts'

/** Long enough that guessing is hopeless even with the list of hashes at hand; words in a row are welcome. */
export const SHORTEST_PASSWORD = 12
/** A link that is handed over in person may lie for a day. */
export const LINK_HOURS = 24
/** A link somebody has mailed to themselves is opened at once. */
export const MAILED_LINK_MINUTES = 15
const LONGEST_PASSWORD = 256
const EMAIL = /^[^\s@<>(),;:"[\]\\]{1,64}@[^\s@<>(),;:"[\]\\.]+(\.[^\s@<>(),;:"[\]\\.]+)+$/

/** In lower case, as it is compared. @throws {Problem} `email-invalid` */
export function parseEmail(typed: string): string {
	const email = typed.trim().toLowerCase()
	if (!EMAIL.test(email) || email.length > 254) throw new Problem('invalid', 'email-invalid')
	return email
}

/** @throws {Problem} `person-name-missing` */
export function parseName(typed: string): string {
	const name = typed.trim().replace(/\s+/g, ' ')
	if (name === '' || name.length > 120) throw new Problem('invalid', 'person-name-missing')
	return name
}

/** @throws {Problem} `password-too-short`, `password-too-long` */
export function checkNewPassword(password: string) {
	if ([...password].length < SHORTEST_PASSWORD)
		throw new Problem('invalid', 'password-too-short', { shortest: SHORTEST_PASSWORD })
	if (password.length > LONGEST_PASSWORD)
		throw new Problem('invalid', 'password-too-long', { longest: LONGEST_PASSWORD })
}
