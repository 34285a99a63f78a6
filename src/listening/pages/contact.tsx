/** One person's contact: opened on request, and every opening is noted. */
import { data, redirect } from 'react-router'
import type { Route } from './+types/contact'
import { inThisMunicipality, municipalityContext, requireRight } from '#people/request.ts'
import { secretsContext } from '#platform/http/request-context.ts'
import { refusingAction, refusingLoader } from '#platform/http/refusals.ts'
import { Button, ButtonLink } from '#platform/ui/buttons.tsx'
import { errorOf, ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { findContact, openContact, writeContact } from '../contacts.ts'
import { textOf } from '../parts/form-fields.ts'
import { LONGEST_CONTACT, reachOf } from '../speak-form.rules.ts'

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	requireRight(context, 'read-contacts', request)
	return inThisMunicipality(context, (db) => findContact(db, params.speakerId))
})

export const action = refusingAction(async ({ context, request, params }: Route.ActionArgs, form) => {
	const { accountId: by } = requireRight(context, 'read-contacts', request)
	const secrets = context.get(secretsContext)
	const wanted = {
		secrets,
		municipalityId: context.get(municipalityContext).id,
		speakerId: params.speakerId,
		by,
		at: new Date(),
	}
	if (textOf(form, 'intent') === 'write') {
		await inThisMunicipality(context, (db) => writeContact(db, { ...wanted, text: textOf(form, 'reach') }))
		return redirect(`/werkstatt/rueckfragen/${params.speakerId}`, 303)
	}
	const opened = await inThisMunicipality(context, (db) => openContact(db, wanted))
	return data({ opened }, { headers: { 'cache-control': 'no-store' } })
})

const FIELDS = { 'contact-missing': 'reach', 'contact-too-long': 'reach' }

export default function Contact({ loaderData, actionData }: Route.ComponentProps) {
	const { code, pseudonym, conversation, beginning, isKept } = loaderData
	const opened = actionData && 'opened' in actionData ? actionData.opened : null
	const refused = actionData && 'refusal' in actionData ? actionData : undefined
	return (
		<div className="page narrow section">
			<PageHead
				stage="listen"
				title={pseudonym ? `${code} · ${pseudonym}` : code}
				lead={
					<a href={`/werkstatt/gespraeche/${conversation.slug}`}>
						{conversation.title || m.listening_no_longer_shown()}
					</a>
				}
				crumbs={[{ href: '/werkstatt/rueckfragen', label: m.listening_contacts_title() }]}
			/>
			<ErrorSummary refusal={refused?.refusal} fields={FIELDS} />
			{beginning ? (
				<p className="spoken" lang="de">
					{beginning}
				</p>
			) : null}
			{opened === null ? null : <Opened reach={opened} />}
			{isKept && opened === null ? (
				<form method="post" className="flow">
					<p>{m.listening_contact_open_hint()}</p>
					<Button name="intent" value="open">
						{m.listening_contact_open()}
					</Button>
				</form>
			) : null}
			<details open={!isKept || refused !== undefined}>
				<summary>{isKept ? m.listening_contact_replace() : m.listening_contact_write()}</summary>
				<form method="post" className="flow">
					<Field
						name="reach"
						label={m.listening_speak_reach()}
						maxLength={LONGEST_CONTACT}
						autoComplete="off"
						required
						value={refused?.values['reach']}
						error={errorOf(refused?.refusal, FIELDS, 'reach')}
					/>
					<Button name="intent" value="write" look="secondary">
						{m.listening_contact_keep()}
					</Button>
				</form>
			</details>
		</div>
	)
}

/** Written from the member's own mail or telephone, so that the address stays nowhere but sealed. */
function Opened({ reach }: { reach: string }) {
	const { mail, phone } = reachOf(reach)
	return (
		<Notice kind="info" title={reach} announce>
			<p>{m.listening_contact_opened()}</p>
			<p>
				{mail ? (
					<ButtonLink look="secondary" href={`mailto:${mail}`}>
						{m.listening_contact_mail()}
					</ButtonLink>
				) : null}{' '}
				{phone ? (
					<ButtonLink look="secondary" href={`tel:${phone}`}>
						{m.listening_contact_call()}
					</ButtonLink>
				) : null}
			</p>
		</Notice>
	)
}
