/** Until when a request about one's own data has to be answered, and what answers it. Pure. */

/** One month after it came in, three where it was extended with a reason (Art. 12 (3) GDPR), as an ISO date. */
export function dueOn({ receivedOn, extendedBecause }: { receivedOn: string; extendedBecause: string }): string {
	return Temporal.PlainDate.from(receivedOn)
		.add({ months: extendedBecause ? 3 : 1 })
		.toString()
}

/** Code points of what somebody may write in one request. */
export const LONGEST_WISH = 4000

/** These are done wholly or not at all. Of a withdrawal, a correction or what was shown, a person says whether it was all. */
export const isAnsweredByDoing = (kind: string) => kind === 'restrict' || kind === 'release'
