import { Notice } from '#platform/ui/notice.tsx'
import { m } from '#platform/words/words.ts'
import { LINK_HOURS } from '../account.rules.ts'

/** Shown once, to be copied or read out; afterwards only its hash is known. */
export function FreshLink({ link, email }: { link: string; email: string }) {
	return (
		<Notice kind="success" title={m.people_link_ready({ email })} announce>
			<p>{m.people_link_ready_text({ hours: LINK_HOURS })}</p>
			<label className="kern-label" htmlFor="neuer-link">
				{m.people_link_label()}
			</label>
			<input id="neuer-link" className="kern-form-input__input" readOnly value={link} spellCheck={false} />
		</Notice>
	)
}
