/** Says whether what stands in the form is kept. Draws itself anew alone: the form beside it must stay as it is. */
import type { RefObject } from 'react'
import { m } from '#platform/words/words.ts'
import { useAutosave, type Kept } from './use-autosave.ts'

export function KeptSummary({ form, isOff }: { form: RefObject<HTMLFormElement | null>; isOff: boolean }) {
	const kept = useAutosave({ form, isOff })
	return (
		<p role="status" className="label">
			{keptWord(kept)}
		</p>
	)
}

function keptWord(kept: Kept): string {
	return {
		untouched: () => '',
		waiting: () => '',
		saved: m.understanding_cases_kept,
		offline: m.understanding_cases_not_kept,
		changed: m.understanding_cases_kept_changed,
	}[kept]()
}
