import { DateText } from '#platform/ui/date-text.tsx'
import { m } from '#platform/words/words.ts'

/** Of what came by the web only the week is kept, as its Monday: said so, or people would think it wrong. */
export function GivenDay({ day, isWeek }: { day: string; isWeek: boolean }) {
	return (
		<>
			{isWeek ? `${m.publishing_in_week_from()} ` : null}
			<DateText day={day} />
		</>
	)
}
