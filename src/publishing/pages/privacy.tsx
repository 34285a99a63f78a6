import type { Route } from './+types/privacy'
import { inThisMunicipality, municipalityContext, todayIn } from '#people/request.ts'
import { refusingLoader } from '#platform/http/refusals.ts'
import { languageContext } from '#platform/http/request-context.ts'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { Address } from '../parts/address.tsx'
import { RecordSections } from '../parts/record-sections.tsx'
import { findRecordFacts } from '../records/find-record-facts.ts'
import { noticeSections } from '../records/write-record.ts'

export const loader = refusingLoader(async ({ context }: Route.LoaderArgs) => {
	const municipality = context.get(municipalityContext)
	const [today, language] = [todayIn(municipality), context.get(languageContext)]
	const facts = await inThisMunicipality(context, (db) => findRecordFacts(db, { municipality, today, language }))
	const { name, convener, address, email, responsible, officer, authority, languageModel } = facts
	const sections = noticeSections(facts)
	return { name, convener, address, email, responsible, officer, authority, languageModel, sections }
})

/** What is kept of whom, why, for how long, and what everybody may ask for (Art. 13 GDPR). */
export default function Privacy({ loaderData }: Route.ComponentProps) {
	return (
		<div className="page narrow section prose">
			<PageHead title={m.publishing_privacy_title()} lead={m.publishing_privacy_lead()} />
			<h2>{m.publishing_privacy_who()}</h2>
			<Address {...loaderData} />
			<p>{m.publishing_privacy_who_text({ responsible: loaderData.responsible })}</p>
			{loaderData.officer ? <p>{m.publishing_record_officer({ officer: loaderData.officer })}</p> : null}
			<Visiting />
			<Speaking />
			<RecordSections sections={loaderData.sections} />
			<Receipt />
			<h2>{m.publishing_privacy_team()}</h2>
			<p>{m.publishing_privacy_team_text()}</p>
			<PassedOn languageModel={loaderData.languageModel} />
			<Rights email={loaderData.email} authority={loaderData.authority} />
		</div>
	)
}

function Visiting() {
	return (
		<>
			<h2>{m.publishing_privacy_visit()}</h2>
			<p>{m.publishing_privacy_visit_text()}</p>
			<h3>{m.publishing_privacy_cookies()}</h3>
			<table>
				<caption className="hidden">{m.publishing_privacy_cookies()}</caption>
				<thead>
					<tr>
						<th scope="col">{m.publishing_privacy_cookie_name()}</th>
						<th scope="col">{m.publishing_privacy_cookie_purpose()}</th>
						<th scope="col">{m.publishing_privacy_cookie_span()}</th>
					</tr>
				</thead>
				<tbody>
					<tr>
						<th scope="row">language</th>
						<td>{m.publishing_privacy_cookie_language()}</td>
						<td>{m.publishing_privacy_cookie_language_span()}</td>
					</tr>
					<tr>
						<th scope="row">{m.publishing_privacy_cookie_session_name()}</th>
						<td>{m.publishing_privacy_cookie_session()}</td>
						<td>{m.publishing_privacy_cookie_session_span()}</td>
					</tr>
					<tr>
						<th scope="row">{m.publishing_privacy_receipt()}</th>
						<td>{m.publishing_privacy_cookie_receipt()}</td>
						<td>{m.publishing_privacy_cookie_receipt_span()}</td>
					</tr>
				</tbody>
			</table>
			<p>{m.publishing_privacy_cookies_text()}</p>
		</>
	)
}

function Speaking() {
	return (
		<>
			<h2>{m.publishing_privacy_voice()}</h2>
			<p>{m.publishing_privacy_voice_text()}</p>
			<ul>
				<li>{m.publishing_privacy_voice_words()}</li>
				<li>{m.publishing_privacy_voice_about()}</li>
				<li>{m.publishing_privacy_voice_consent()}</li>
				<li>{m.publishing_privacy_voice_contact()}</li>
			</ul>
			<p>{m.publishing_privacy_voice_basis()}</p>
			<p>{m.publishing_privacy_voice_public()}</p>
		</>
	)
}

function Receipt() {
	return (
		<>
			<h2>{m.publishing_privacy_receipt()}</h2>
			<p>{m.publishing_privacy_receipt_text()}</p>
			<p>{m.publishing_privacy_receipt_lost()}</p>
			<p>
				<a href="/beleg">{m.publishing_privacy_receipt_link()}</a>
			</p>
		</>
	)
}

function PassedOn({ languageModel }: { languageModel: string }) {
	return (
		<>
			<h2>{m.publishing_privacy_passing()}</h2>
			<p>{m.publishing_privacy_passing_text()}</p>
			<p>
				{languageModel
					? m.publishing_privacy_passing_model({ server: languageModel })
					: m.publishing_privacy_passing_nobody()}
			</p>
			<p>{m.publishing_privacy_passing_span()}</p>
		</>
	)
}

function Rights({ email, authority }: { email: string; authority: string }) {
	return (
		<>
			<h2>{m.publishing_privacy_rights()}</h2>
			<p>{m.publishing_privacy_rights_text()}</p>
			<ul>
				<li>{m.publishing_privacy_rights_access()}</li>
				<li>{m.publishing_privacy_rights_correct()}</li>
				<li>{m.publishing_privacy_rights_withdraw()}</li>
				<li>{m.publishing_privacy_rights_take()}</li>
				<li>{m.publishing_privacy_rights_complain()}</li>
			</ul>
			<p>
				{m.publishing_privacy_rights_how()} <a href={`mailto:${email}`}>{email}</a>
			</p>
			{authority ? <p>{m.publishing_record_complain({ authority })}</p> : null}
		</>
	)
}
