import { Notice } from '#platform/ui/notice.tsx'
import { m } from '#platform/words/words.ts'

export function PasskeyScriptNotice() {
	return (
		<noscript>
			<Notice kind="warning" title={m.people_passkey_script()} />
		</noscript>
	)
}

/** The device was asked and gave nothing: cancelled, too slow, or it knows no passkey for this site. */
export function PasskeyTrouble() {
	return (
		<Notice kind="warning" title={m.people_passkey_trouble()} announce>
			<p>{m.people_passkey_trouble_text()}</p>
		</Notice>
	)
}
