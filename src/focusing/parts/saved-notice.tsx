import { useActionData, useLocation } from 'react-router'
import { Notice } from '#platform/ui/notice.tsx'
import { m } from '#platform/words/words.ts'

/** "Saved", after a form came back with `?gespeichert`. */
export function SavedNotice() {
	const refused = useActionData()
	const isSaved = new URLSearchParams(useLocation().search).has('gespeichert')
	return isSaved && !refused ? <Notice kind="success" title={m.focusing_saved()} announce /> : null
}
