/** Who confirmed that something specially protected may be printed, in words. */
import { dayText } from '#platform/ui/dates.ts'
import { language, m } from '#platform/words/words.ts'
import { specialWord } from '#understanding/coding/special-words.ts'
import type { SpecialQuote } from './find-special-quotes.ts'

/** Null while nobody did. The day is that of the municipality. */
export function specialConfirmed(
	{ categories, confirmed }: Pick<SpecialQuote, 'categories' | 'confirmed'>,
	timeZone: string,
): string | null {
	if (!confirmed) return null
	const instant = Temporal.Instant.fromEpochMilliseconds(confirmed.at.getTime())
	const day = dayText(instant.toZonedDateTimeISO(timeZone).toPlainDate().toString(), language())
	const about = { categories: categories.map(specialWord).join(', '), day }
	return confirmed.by === null
		? m.focusing_special_confirmed(about)
		: m.focusing_special_confirmed_by({ ...about, name: confirmed.by })
}
