/** Links the paper receipt somebody drew at the interview to what they said: once, by typing its code. */
import { redirect } from 'react-router'
import type { Route } from './+types/link-receipt'
import { noteReading } from '#people/note-reading.ts'
import { inThisMunicipality, municipalityContext, requireRight } from '#people/request.ts'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { secretsContext, visitorContext } from '#platform/http/request-context.ts'
import { Problem } from '#platform/problem.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { errorOf, ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { findConversation, findFirstWords, findSpeakers } from '../find-conversation.ts'
import { readTypedCode } from '../find-receipt.ts'
import { linkReceipt } from '../link-receipt.ts'
import { textOf } from '../parts/form-fields.ts'
import { receiptTries } from '../receipt-tries.ts'

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	const { accountId } = requireRight(context, 'record-conversations', request)
	return inThisMunicipality(context, async (db) => {
		const { id, title, slug } = await findConversation(db, params.slug)
		await noteReading(db, accountId, 'conversation', id)
		const firstWords = await findFirstWords(db, id)
		const speakers = (await findSpeakers(db, id)).filter(({ isModerator }) => !isModerator)
		return {
			title,
			slug,
			speakers: speakers.map((speaker) => ({
				value: speaker.id,
				label: [speaker.code, speaker.pseudonym].filter(Boolean).join(' · '),
				hint: firstWords.get(speaker.id),
			})),
			isLinked: new URL(request.url).searchParams.has('verbunden'),
		}
	})
})

export const action = refusingAction(async ({ context, request, params }: Route.ActionArgs, form) => {
	const { accountId: by } = requireRight(context, 'record-conversations', request)
	const code = readTypedCode(textOf(form, 'code'))
	const speakerId = textOf(form, 'speaker')
	await receiptTries.begin(context.get(visitorContext))
	await inThisMunicipality(context, async (db) => {
		const { id } = await findConversation(db, params.slug)
		if (!(await findSpeakers(db, id)).some((speaker) => speaker.id === speakerId))
			throw new Problem('not-found', 'speaker-unknown')
		await linkReceipt(db, {
			municipalityId: context.get(municipalityContext).id,
			secrets: context.get(secretsContext),
			code,
			speakerId,
			by,
			at: new Date(),
		})
	})
	return redirect(`/werkstatt/gespraeche/${params.slug}/beleg?verbunden`, 303)
})

const FIELDS = {
	'receipt-code-incomplete': 'code',
	'receipt-code-typo': 'code',
	'receipt-unknown': 'code',
	'receipt-linked-already': 'code',
	'speaker-unknown': 'speaker',
}

export default function LinkReceipt({ loaderData, actionData }: Route.ComponentProps) {
	const { title, slug, speakers, isLinked } = loaderData
	const { refusal, values } = (actionData as RefusedForm | undefined) ?? {}
	return (
		<div className="page section">
			<PageHead
				stage="listen"
				title={m.listening_link_title()}
				lead={m.listening_link_lead()}
				crumbs={[{ href: `/werkstatt/gespraeche/${slug}`, label: title }]}
			/>
			<ErrorSummary refusal={refusal} fields={FIELDS} />
			{isLinked && !refusal ? <Notice kind="success" title={m.listening_link_done()} announce /> : null}
			{speakers.length === 0 ? (
				<EmptyState title={m.listening_link_nobody()} />
			) : (
				<form method="post" className="form">
					<Field
						kind="radios"
						name="speaker"
						label={m.listening_link_speaker()}
						options={speakers}
						value={values?.['speaker'] ?? (speakers.length === 1 ? speakers[0]!.value : undefined)}
						error={errorOf(refusal, FIELDS, 'speaker')}
						required
					/>
					<Field
						name="code"
						label={m.listening_link_code()}
						hint={m.listening_link_code_hint()}
						error={errorOf(refusal, FIELDS, 'code')}
						value={values?.['code']}
						autoComplete="off"
						autoCapitalize="characters"
						spellCheck={false}
						required
					/>
					<Button>{m.listening_link_now()}</Button>
				</form>
			)}
		</div>
	)
}
