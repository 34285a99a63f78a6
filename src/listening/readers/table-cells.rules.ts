/** What people write into the cells of tables. */

/** ISO date of `2025-04-09`, `2025-04-09T10:00`, `9.4.2025`, `09.04.25`; undefined for anything else, and for days that do not exist. */
export function readDay(written: string): string | undefined {
	const iso = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/.exec(written)
	const german = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?:$|[ ,])/.exec(written)
	if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]))
	if (!german) return undefined
	const year = Number(german[3])
	return existing(year < 100 ? 2000 + year : year, Number(german[2]), Number(german[1]))
}

function existing(year: number, month: number, day: number): string | undefined {
	if (month < 1 || month > 12 || day < 1 || year < 1000) return undefined
	const { daysInMonth } = Temporal.PlainYearMonth.from({ year, month })
	return day > daysInMonth ? undefined : Temporal.PlainDate.from({ year, month, day }).toString()
}

/** Degrees with point or comma, at most `limit` either way. */
export function readDegrees(written: string, limit: number): number | undefined {
	if (!/^-?\d{1,3}(?:[.,]\d{1,20})?$/.test(written)) return undefined
	const degrees = Number(written.replace(',', '.'))
	return Math.abs(degrees) <= limit ? degrees : undefined
}
