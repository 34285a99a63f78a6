/** What people are asked to agree to, channel by channel, in every version there ever was. */
import { redirect } from 'react-router'
import type { Route } from './+types/consent-texts'
import { mayDo } from '#people/rights.ts'
import { findConsentTexts } from '#people/find-consent-texts.ts'
import { inThisMunicipality, municipalityContext, requireRight, todayIn } from '#people/request.ts'
import { writeConsentText } from '#people/write-consent-text.ts'
import { Problem } from '#platform/problem.ts'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { countAgreements } from '../count-agreements.ts'
import { ChannelTexts } from '../parts/channel-texts.tsx'
import { textOf } from '../parts/form-fields.ts'
import look from '../parts/consent-texts.css?url'
import { CHANNELS } from '../vocabulary.ts'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: look }]

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	const { part } = requireRight(context, 'record-conversations', request)
	return inThisMunicipality(context, async (db) => {
		const people = await countAgreements(db)
		const texts = (await findConsentTexts(db)).map((text) => ({ ...text, people: people.get(text.id) ?? 0 }))
		return {
			channels: CHANNELS.map((channel) => ({ channel, versions: texts.filter((text) => text.channel === channel) })),
			mayWrite: mayDo(part, 'manage-municipality'),
			isSaved: new URL(request.url).searchParams.has('gespeichert'),
		}
	})
})

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const { accountId: by } = requireRight(context, 'manage-municipality', request)
	const channel = CHANNELS.find((known) => known === textOf(form, 'channel'))
	if (!channel) throw new Problem('invalid', 'channel-unknown', { channel: '', channels: CHANNELS.join(', ') })
	await inThisMunicipality(context, (db) =>
		writeConsentText(db, {
			channel,
			wording: {
				de: textOf(form, `${channel}-de`),
				en: textOf(form, `${channel}-en`),
				'de-leicht': textOf(form, `${channel}-de-leicht`),
			},
			basedOn: Number(textOf(form, 'basedOn')) || 0,
			by,
			today: todayIn(context.get(municipalityContext)),
			at: new Date(),
		}),
	)
	return redirect(`/werkstatt/einwilligungen?gespeichert#${channel}`, 303)
})

export default function ConsentTexts({ loaderData, actionData }: Route.ComponentProps) {
	const { channels, mayWrite, isSaved } = loaderData
	const refused = actionData as RefusedForm | undefined
	const channel = refused?.values['channel']
	return (
		<div className="page section">
			<PageHead stage="listen" title={m.listening_consent_texts_title()} lead={m.listening_consent_texts_lead()} />
			<ErrorSummary
				refusal={refused?.refusal}
				fields={refused ? { [refused.refusal.code]: `${channel ?? ''}-de` } : {}}
			/>
			{isSaved && !refused ? <Notice kind="success" title={m.listening_consent_text_saved()} announce /> : null}
			{channels.map((one) => (
				<ChannelTexts
					key={one.channel}
					{...one}
					mayWrite={mayWrite}
					refused={one.channel === channel ? refused : undefined}
				/>
			))}
		</div>
	)
}
