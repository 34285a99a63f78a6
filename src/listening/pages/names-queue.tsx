/** Short texts to check for names, one after another: for a volunteer with a quarter of an hour. */
import { redirect, useActionData } from 'react-router'
import type { Route } from './+types/names-queue'
import { inThisMunicipality, municipalityContext, requireRight } from '#people/request.ts'
import { secretsContext } from '#platform/http/request-context.ts'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { PageTitle } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { findConversation } from '../find-conversation.ts'
import { findNamesDesk } from '../names/find-names-desk.ts'
import { countUnchecked, findNextUnchecked } from '../names/find-unchecked.ts'
import { carryOutNamesForm } from '../names/read-names-form.ts'
import { textOf } from '../parts/form-fields.ts'
import { NamesDesk } from '../parts/names-desk.tsx'
import css from '../parts/names-desk.css?url'
import { FinishForm, NamesForm } from '../parts/names-forms.tsx'

export const handle = { hydrate: true, wide: true }
export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: css }]

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	const { accountId: by } = requireRight(context, 'pseudonymise', request)
	const asked = new URL(request.url).searchParams
	const seal = { secrets: context.get(secretsContext), municipalityId: context.get(municipalityContext).id }
	return inThisMunicipality(context, async (db) => {
		const left = await countUnchecked(db)
		const slug = asked.get('text') ?? (await findNextUnchecked(db, asked.get('nach') ?? ''))
		if (slug === null) return { left, desk: null }
		return { left, desk: await findNamesDesk(db, { slug, page: 1, seal, by, at: new Date() }) }
	})
})

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const { accountId: by } = requireRight(context, 'pseudonymise', request)
	const seal = { secrets: context.get(secretsContext), municipalityId: context.get(municipalityContext).id }
	const slug = textOf(form, 'text')
	const checked = await inThisMunicipality(context, async (db) => {
		const { id: conversationId } = await findConversation(db, slug)
		return carryOutNamesForm(db, { conversationId, form, seal, by, at: new Date() })
	})
	const on = checked ? `nach=${encodeURIComponent(slug)}` : `text=${encodeURIComponent(slug)}`
	return redirect(`/werkstatt/namen-pruefen?${on}`, 303)
})

export default function NamesQueue({ loaderData }: Route.ComponentProps) {
	const { desk, left } = loaderData
	const refused = useActionData() as RefusedForm | undefined
	const title = m.listening_names_queue()
	if (!desk)
		return (
			<div className="names-page">
				<PageTitle title={title} />
				<h1>{title}</h1>
				<EmptyState title={m.listening_names_queue_done()}>{m.listening_names_queue_done_hint()}</EmptyState>
			</div>
		)
	const { conversation, seenAt, transcriptId, groups, progress } = desk
	return (
		<div className="names-page names-page--queue">
			<PageTitle title={title} />
			<h1>{title}</h1>
			<p className="names__hint">
				{m.listening_names_queue_left({ count: left })} {m.listening_names_queue_lead()}
			</p>
			<ErrorSummary refusal={refused?.refusal} />
			<NamesDesk
				key={transcriptId}
				desk={desk}
				startAt={null}
				nextPage={null}
				withoutScript={
					<NamesForm
						transcriptId={transcriptId}
						seenAt={seenAt}
						groups={groups}
						slug={conversation.slug}
						values={refused?.values ?? {}}
					/>
				}
			>
				<FinishForm
					transcriptId={transcriptId}
					slug={conversation.slug}
					title={conversation.title}
					progress={progress}
					isQueue
					values={{}}
				/>
				<Buttons>
					<ButtonLink look="tertiary" href={`?nach=${encodeURIComponent(conversation.slug)}`}>
						{m.listening_names_queue_skip()}
					</ButtonLink>
				</Buttons>
			</NamesDesk>
		</div>
	)
}
