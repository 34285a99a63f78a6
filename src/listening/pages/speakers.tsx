/** Says what a conversation was, who spoke, and what each of them allows: step two of recording, and for corrections. */
import { redirect } from 'react-router'
import type { Route } from './+types/speakers'
import { appendAudit } from '#people/audit-log.ts'
import { mayDo } from '#people/rights.ts'
import { noteReading } from '#people/note-reading.ts'
import { inThisMunicipality, municipalityContext, requireRight, todayIn } from '#people/request.ts'
import { languageContext, secretsContext } from '#platform/http/request-context.ts'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { Button, ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { errorOf, ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { language, m } from '#platform/words/words.ts'
import { describeConversation } from '../describe-conversation.ts'
import { describeSpeakers } from '../describe-speakers.ts'
import { findAgreements } from '../find-agreements.ts'
import { findChoices } from '../find-choices.ts'
import { findFormats } from '../find-formats.ts'
import { findConversation, findFirstWords, findSpeakers } from '../find-conversation.ts'
import { keepScans } from '../keep-scans.ts'
import { AgreementList } from '../parts/agreement-list.tsx'
import { ConsentTable } from '../parts/consent-table.tsx'
import { textOf } from '../parts/form-fields.ts'
import listeningLook from '../parts/listening.css?url'
import { SpeakerFields } from '../parts/speaker-fields.tsx'
import { readSpeakersForm } from '../read-speakers-form.ts'
import { FORMATS } from '../vocabulary.ts'
import { inLanguage } from '../wording.rules.ts'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: listeningLook }]

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	const { part, accountId } = requireRight(context, 'record-conversations', request)
	const language = context.get(languageContext)
	return inThisMunicipality(context, async (db) => {
		const conversation = await findConversation(db, params.slug)
		await noteReading(db, accountId, 'conversation', conversation.id)
		const firstWords = await findFirstWords(db, conversation.id)
		const speakers = await findSpeakers(db, conversation.id)
		return {
			conversation,
			choices: await findChoices(db, language),
			formats: await findFormats(db),
			agreements: await findAgreements(db, { conversationId: conversation.id, language }),
			mayReadScans: mayDo(part, 'read-contacts'),
			speakers: speakers.map((speaker) => ({ ...speaker, firstWords: firstWords.get(speaker.id) ?? '' })),
		}
	})
})

export const action = refusingAction(async ({ context, request, params }: Route.ActionArgs, form) => {
	const { accountId } = requireRight(context, 'record-conversations', request)
	const today = todayIn(context.get(municipalityContext))
	const keeping = { secrets: context.get(secretsContext), at: new Date() }
	const scans = await keepScans(form, keeping, (work) => inThisMunicipality(context, work))
	await inThisMunicipality(context, async (db) => {
		const { id: conversationId } = await findConversation(db, params.slug)
		await describeConversation(db, {
			conversationId,
			title: textOf(form, 'title'),
			format: FORMATS.find((format) => format === textOf(form, 'format')) ?? 'interview',
			heldOn: textOf(form, 'date'),
			district: textOf(form, 'district'),
			place: textOf(form, 'place'),
			moderators: textOf(form, 'moderators'),
		})
		await describeSpeakers(db, {
			conversationId,
			described: readSpeakersForm(form, scans),
			given: textOf(form, 'given') === 'by-voice' ? 'by-voice' : 'on-paper',
			givenOn: textOf(form, 'given-on') || textOf(form, 'date') || today,
			by: accountId,
			at: new Date(),
		})
		await appendAudit(db, {
			by: accountId,
			act: 'consents-changed',
			subject: 'conversation',
			subjectId: conversationId,
			at: new Date(),
		})
	})
	return redirect(`/werkstatt/gespraeche/${params.slug}`, 303)
})

const FIELDS = { 'conversation-title-missing': 'title', 'day-unknown': 'date', 'district-not-known': 'district' }

export default function Speakers({ loaderData, actionData }: Route.ComponentProps) {
	const { conversation, speakers, choices, agreements, mayReadScans } = loaderData
	const refused = actionData as RefusedForm | undefined
	const refusedId = refused?.values['refused-scan']
	const address = `/werkstatt/gespraeche/${conversation.slug}`
	const crumbs = [
		{ href: `/werkstatt/runden/${conversation.roundSlug}`, label: conversation.roundTitle },
		{ href: address, label: conversation.title },
	]
	return (
		<div className="page section">
			<PageHead
				stage="listen"
				label={m.listening_record_step_two()}
				title={m.listening_to_speakers()}
				lead={m.listening_speakers_lead()}
				crumbs={crumbs}
			>
				<Buttons>
					<ButtonLink look="secondary" href={`${address}/einwilligung`}>
						{m.listening_to_paper_form()}
					</ButtonLink>
				</Buttons>
			</PageHead>
			<form method="post" encType="multipart/form-data">
				<ErrorSummary
					refusal={refused?.refusal}
					fields={refusedId ? { [refused.refusal.code]: `scan-${refusedId}` } : FIELDS}
				/>
				<ConversationFields {...loaderData} refused={refused} />
				<h2>{m.listening_allowed_heading()}</h2>
				<HowGiven values={refused?.values} heldOn={conversation.heldOn} />
				<ConsentTable
					speakers={speakers.filter(({ isModerator, channels }) => !isModerator || channels.length > 0)}
					values={refused?.values}
					refusedScan={refusedId ? { speakerId: refusedId, sentence: refused.refusal.sentence } : undefined}
					mayReadScans={mayReadScans}
				/>
				<Button>{m.listening_save()}</Button>
				<h2>{m.listening_speakers()}</h2>
				{speakers.map((speaker) => (
					<SpeakerFields key={speaker.id} speaker={speaker} choices={choices} values={refused?.values}>
						<Agreed agreements={agreements.filter(({ speakerId }) => speakerId === speaker.id)} />
					</SpeakerFields>
				))}
				<Button>{m.listening_save()}</Button>
			</form>
		</div>
	)
}

function Agreed({ agreements }: { agreements: Route.ComponentProps['loaderData']['agreements'] }) {
	if (agreements.length === 0) return null
	return (
		<details className="speaker-box__agreed">
			<summary>{m.listening_agreed_to()}</summary>
			<AgreementList agreements={agreements} />
		</details>
	)
}

/** How and when everybody said yes; a row of the table may say otherwise. */
function HowGiven({ values, heldOn }: { values: Record<string, string> | undefined; heldOn: string | null }) {
	return (
		<div className="speaker-box__fields">
			<Field
				kind="radios"
				name="given"
				label={m.listening_given()}
				hint={m.listening_given_hint()}
				horizontal
				value={values?.['given'] ?? 'on-paper'}
				options={[
					{ value: 'on-paper', label: m.listening_given_on_paper() },
					{ value: 'by-voice', label: m.listening_given_by_voice() },
				]}
			/>
			<Field kind="date" name="given-on" label={m.listening_given_on()} value={values?.['given-on'] ?? heldOn} />
		</div>
	)
}

type ConversationFieldsProps = Pick<Route.ComponentProps['loaderData'], 'conversation' | 'choices' | 'formats'> & {
	refused: RefusedForm | undefined
}

function ConversationFields({ conversation, choices, formats, refused }: ConversationFieldsProps) {
	const asked = (name: string, value: string | null) => ({
		name,
		value: refused?.values[name] ?? value,
		error: errorOf(refused?.refusal, FIELDS, name),
	})
	const options = formats.map(({ kind, label }) => ({ value: kind, label: inLanguage(label, language()) }))
	return (
		<div className="speaker-box__fields">
			<Field {...asked('title', conversation.title)} label={m.listening_title()} required maxLength={300} />
			<Field kind="select" {...asked('format', conversation.format)} label={m.listening_format()} options={options} />
			<Field kind="date" {...asked('date', conversation.heldOn)} label={m.listening_day()} optional />
			<Field
				kind="select"
				{...asked('district', conversation.districtSlug)}
				label={m.listening_district()}
				optional
				options={choices.districts}
				blank={m.listening_speak_no_answer()}
			/>
			<Field {...asked('place', conversation.place)} label={m.listening_place()} optional maxLength={200} />
			<Field
				{...asked('moderators', conversation.moderators.join(', '))}
				label={m.listening_moderators()}
				optional
				maxLength={200}
			/>
		</div>
	)
}
