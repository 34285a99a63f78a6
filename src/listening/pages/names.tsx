/** The names desk of one conversation. A tool: it wakes up in the browser, and decides by name without script. */
import { redirect, useActionData } from 'react-router'
import type { Route } from './+types/names'
import { inThisMunicipality, municipalityContext, requireRight } from '#people/request.ts'
import { askedPage } from '#platform/http/asked-page.ts'
import { secretsContext } from '#platform/http/request-context.ts'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { Breadcrumb } from '#platform/ui/breadcrumb.tsx'
import { DateText } from '#platform/ui/date-text.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { PageTitle } from '#platform/ui/page-head.tsx'
import { Pager } from '#platform/ui/pager.tsx'
import { m } from '#platform/words/words.ts'
import { findConversation } from '../find-conversation.ts'
import { findNamesDesk } from '../names/find-names-desk.ts'
import { carryOutNamesForm } from '../names/read-names-form.ts'
import { NamesDesk } from '../parts/names-desk.tsx'
import css from '../parts/names-desk.css?url'
import { FinishForm, NamesForm } from '../parts/names-forms.tsx'

export const handle = { hydrate: true, wide: true }
export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: css }]

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	const { accountId: by } = requireRight(context, 'pseudonymise', request)
	const asked = new URL(request.url).searchParams
	const seal = { secrets: context.get(secretsContext), municipalityId: context.get(municipalityContext).id }
	const wanted = { slug: params.slug, page: askedPage(asked), seal, by, at: new Date() }
	const desk = await inThisMunicipality(context, (db) => findNamesDesk(db, wanted))
	return { desk, startAt: asked.get('stelle') }
})

export const action = refusingAction(async ({ context, request, params }: Route.ActionArgs, form) => {
	const { accountId: by } = requireRight(context, 'pseudonymise', request)
	const seal = { secrets: context.get(secretsContext), municipalityId: context.get(municipalityContext).id }
	const slug = await inThisMunicipality(context, async (db) => {
		const { id: conversationId } = await findConversation(db, params.slug)
		return carryOutNamesForm(db, { conversationId, form, seal, by, at: new Date() })
	})
	const { pathname, search } = new URL(request.url)
	return redirect(slug ? `/werkstatt/gespraeche/${slug}?namen=geprueft` : pathname + search, 303)
})

const FIELDS = { 'names-not-read': 'gelesen' }

export default function Names({ loaderData }: Route.ComponentProps) {
	const { desk, startAt } = loaderData
	const refused = useActionData() as RefusedForm | undefined
	const { conversation, checkedAt, seenAt, transcriptId, page, pages, progress, groups, nextOpenPage } = desk
	const crumbs = [
		{ href: `/werkstatt/runden/${conversation.roundSlug}`, label: conversation.roundTitle },
		{ href: `/werkstatt/gespraeche/${conversation.slug}`, label: conversation.title },
	]
	return (
		<div className="names-page">
			<PageTitle title={`${m.listening_names()}: ${conversation.title}`} />
			<Breadcrumb crumbs={crumbs} />
			<h1>{m.listening_names()}</h1>
			<p className="names__hint">
				{m.listening_names_lead()}
				{checkedAt ? (
					<>
						{' '}
						<strong>
							{m.listening_names_checked_on()} <DateText day={checkedAt.toISOString().slice(0, 10)} />
						</strong>
					</>
				) : null}
			</p>
			<ErrorSummary refusal={refused?.refusal} fields={FIELDS} />
			<NamesDesk
				key={`${transcriptId} ${page}`}
				desk={desk}
				startAt={startAt}
				nextPage={nextOpenPage === null ? null : `?seite=${nextOpenPage}`}
				withoutScript={
					<NamesForm transcriptId={transcriptId} seenAt={seenAt} groups={groups} values={refused?.values ?? {}} />
				}
			>
				<Pager page={page} pages={pages} />
				<FinishForm
					transcriptId={transcriptId}
					title={conversation.title}
					progress={progress}
					isQueue={false}
					values={refused?.values ?? {}}
				/>
			</NamesDesk>
		</div>
	)
}
