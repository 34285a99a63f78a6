import type { Route } from './+types/accessibility'
import { municipalityContext } from '#people/request.ts'
import { DateText } from '#platform/ui/date-text.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { Address } from '../parts/address.tsx'

/** Day on which the pages were last checked against the standard, by the tests and by hand. */
const CHECKED_ON = '2026-11-22'

export function loader({ context }: Route.LoaderArgs) {
	const { name, profile } = context.get(municipalityContext)
	const { convener, address, email } = profile
	return { name, convener, address, email }
}

/** The statement BITV 2.0 and the directive (EU) 2016/2102 ask for: status, limits, contact, enforcement. */
export default function Accessibility({ loaderData }: Route.ComponentProps) {
	const { name, email } = loaderData
	return (
		<div className="page narrow section prose">
			<PageHead title={m.publishing_accessibility_title()} lead={m.publishing_accessibility_lead({ name })} />
			<h2>{m.publishing_accessibility_status()}</h2>
			<p>{m.publishing_accessibility_status_text()}</p>
			<h2>{m.publishing_accessibility_does()}</h2>
			<ul>
				<li>{m.publishing_accessibility_does_keyboard()}</li>
				<li>{m.publishing_accessibility_does_script()}</li>
				<li>{m.publishing_accessibility_does_zoom()}</li>
				<li>{m.publishing_accessibility_does_table()}</li>
				<li>{m.publishing_accessibility_does_report()}</li>
			</ul>
			<h2>{m.publishing_accessibility_limits()}</h2>
			<ul>
				<li>{m.publishing_accessibility_limits_tested()}</li>
				<li>{m.publishing_accessibility_limits_easy()}</li>
				<li>{m.publishing_accessibility_limits_sign()}</li>
				<li>{m.publishing_accessibility_limits_desk()}</li>
				<li>{m.publishing_accessibility_limits_english()}</li>
			</ul>
			<h2>{m.publishing_accessibility_made()}</h2>
			<p>
				{m.publishing_accessibility_made_text()} <DateText day={CHECKED_ON} />
			</p>
			<h2>{m.publishing_accessibility_tell()}</h2>
			<p>{m.publishing_accessibility_tell_text()}</p>
			<Address {...loaderData} />
			<p>
				<a href={`mailto:${email}?subject=${encodeURIComponent(m.publishing_accessibility_mail_subject())}`}>
					{m.publishing_accessibility_tell_link()}
				</a>
			</p>
			<h2>{m.publishing_accessibility_enforce()}</h2>
			<p>{m.publishing_accessibility_enforce_text()}</p>
			<p>{m.publishing_accessibility_enforce_who()}</p>
		</div>
	)
}
