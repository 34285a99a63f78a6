/** Where to report a weakness of this installation (RFC 9116). */

/** Days for which the notice holds; the standard wants less than a year, and it is written anew for every reader. */
const HOLDS_DAYS = 180

/** `today` is an ISO date in UTC. Without a mail address of the municipality the imprint is the contact. */
export function securityNotice({ email, baseUrl, today }: { email: string; baseUrl: string; today: string }): string {
	const expires = Temporal.PlainDate.from(today).add({ days: HOLDS_DAYS })
	return [
		`Contact: ${email ? `mailto:${email}` : `${baseUrl}/impressum`}`,
		`Expires: ${expires.toString()}T00:00:00Z`,
		'Preferred-Languages: de, en',
		`Canonical: ${baseUrl}/.well-known/security.txt`,
		'',
	].join('\n')
}
