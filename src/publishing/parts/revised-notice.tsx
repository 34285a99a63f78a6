/** Says that words were taken out of an edition after it was frozen, and why; never whose. */
import { DateText } from '#platform/ui/date-text.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { m } from '#platform/words/words.ts'

export function RevisedNotice({ day }: { day: string }) {
	return (
		<Notice title={m.publishing_revised_title()}>
			<RevisedLine day={day} />
		</Notice>
	)
}

/** The same in one small line. */
export function RevisedLine({ day }: { day: string }) {
	return (
		<p className="note">
			{m.publishing_revised_on()} <DateText day={day} />. {m.publishing_revised_note()}
		</p>
	)
}
