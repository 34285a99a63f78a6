/** Days and instants as people read them. Days are ISO dates without a clock; instants are shown in the town's zone. */

export type DayStyle = 'long' | 'medium' | 'short' | 'month'

const SHAPES: Record<DayStyle, Intl.DateTimeFormatOptions> = {
	long: { day: 'numeric', month: 'long', year: 'numeric' },
	medium: { day: 'numeric', month: 'long' },
	short: { day: '2-digit', month: '2-digit', year: 'numeric' },
	month: { month: 'long', year: 'numeric' },
}

/** "14. März 2026" for `2026-03-14`. */
export function dayText(day: string, language: string, style: DayStyle = 'long'): string {
	return new Intl.DateTimeFormat(region(language), { ...SHAPES[style], timeZone: 'UTC' }).format(
		new Date(`${day}T00:00:00Z`),
	)
}

/** "14. März 2026, 18:00" for an instant, in `timeZone`. */
export function instantText(
	instant: Date | string,
	language: string,
	timeZone: string,
	style: DayStyle = 'long',
): string {
	return new Intl.DateTimeFormat(region(language), {
		...SHAPES[style],
		hour: '2-digit',
		minute: '2-digit',
		timeZone,
	}).format(new Date(instant))
}

/** English as read in Europe: day before month. */
function region(language: string): string {
	return language === 'en' ? 'en-GB' : 'de-DE'
}
