import { language } from '#platform/words/words.ts'
import { dayText, instantText, type DayStyle } from './dates.ts'
import { useTown } from './town.tsx'

/** A day, from an ISO date (`YYYY-MM-DD`). */
export function DateText({ day, style = 'long' }: { day: string; style?: DayStyle }) {
	return <time dateTime={day}>{dayText(day, language(), style)}</time>
}

/** An instant with its time, in the town's time zone. */
export function TimeText({ at, style = 'long' }: { at: Date | string; style?: DayStyle }) {
	const { timeZone } = useTown()
	return <time dateTime={new Date(at).toISOString()}>{instantText(at, language(), timeZone, style)}</time>
}
