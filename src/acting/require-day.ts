import { Problem } from '#platform/problem.ts'

/** @throws {Problem} `day-unreadable` unless it is a day of the calendar, YYYY-MM-DD */
export function requireDay(day: string) {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Problem('invalid', 'day-unreadable')
	try {
		Temporal.PlainDate.from(day)
	} catch (error) {
		if (error instanceof RangeError) throw new Problem('invalid', 'day-unreadable')
		throw error
	}
}

/** @throws {Problem} `day-unreadable`; `day-past` when it is before `today`, the day itself being allowed */
export function requireFutureDay(day: string, today: string) {
	requireDay(day)
	if (day < today) throw new Problem('invalid', 'day-past')
}
