/** Who changed what in the codebook, and when; every step can be taken back and done again. */
import { redirect, useActionData } from 'react-router'
import { isUuid } from '#platform/database/database.ts'
import { askedPage, leaveEmptyPage } from '#platform/http/asked-page.ts'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { Problem } from '#platform/problem.ts'
import { ButtonLink } from '#platform/ui/buttons.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Pager } from '#platform/ui/pager.tsx'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, memberContext, requireRight } from '#people/request.ts'
import { mayDo } from '#people/rights.ts'
import css from '../../parts/understanding.css?url'
import { findTheme } from '../find-codebook.ts'
import { findHistory } from '../find-history.ts'
import treeCss from '../parts/codebook.css?url'
import { HistoryEntry } from '../parts/history-step.tsx'
import { redoStep, undoStep } from '../undo-step.ts'
import type { Route } from './+types/history'

export const links: Route.LinksFunction = () => [css, treeCss].map((href) => ({ rel: 'stylesheet', href }))

const PER_PAGE = 25

export const loader = refusingLoader(async ({ context, request, url }: Route.LoaderArgs) => {
	requireRight(context, 'read-transcripts', request)
	const part = context.get(memberContext)?.part
	const search = new URL(request.url).searchParams
	const page = askedPage(search)
	const slug = search.get('thema')
	return inThisMunicipality(context, async (db) => {
		const theme = slug ? await findTheme(db, slug) : null
		const found = await findHistory(db, { themeId: theme?.id, limit: PER_PAGE, offset: (page - 1) * PER_PAGE })
		leaveEmptyPage(url, page, found.steps)
		const mayEdit = part ? mayDo(part, 'edit-codebook') : false
		return { ...found, page, mayEdit, theme: theme?.label ?? null, isDone: search.has('getan') }
	})
})

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	requireRight(context, 'edit-codebook', request)
	const stepId = String(form.get('step') ?? '')
	if (!isUuid(stepId)) throw new Problem('not-found', 'codebook-step-unknown')
	const act = form.get('act')
	await inThisMunicipality(context, async (db) => {
		if (act === 'undo') await undoStep(db, { stepId, at: new Date() })
		if (act === 'redo') await redoStep(db, { stepId, at: new Date() })
	})
	return redirect('/werkstatt/codebuch/verlauf', 303)
})

export default function History({ loaderData }: Route.ComponentProps) {
	const { total, steps, labels, page, mayEdit, theme, isDone } = loaderData
	const refused = useActionData() as RefusedForm | undefined
	return (
		<div className="page narrow">
			<PageHead
				stage="understand"
				title={theme ? m.understanding_history_of({ label: theme }) : m.understanding_history()}
				lead={m.understanding_history_lead()}
				crumbs={[{ href: '/werkstatt/codebuch', label: m.understanding_codebook() }]}
			>
				<ButtonLink look="secondary" href="/werkstatt/codebuch/vergleich">
					{m.understanding_comparison()}
				</ButtonLink>
			</PageHead>
			{isDone && !refused ? <Notice kind="success" announce title={m.understanding_history_done()} /> : null}
			<ErrorSummary refusal={refused?.refusal} />
			{total === 0 ? (
				<EmptyState title={m.understanding_history_empty()}>{m.understanding_history_empty_next()}</EmptyState>
			) : null}
			<ol className="history">
				{steps.map((step) => (
					<HistoryEntry key={step.stepId} step={step} labels={labels} mayEdit={mayEdit} />
				))}
			</ol>
			<Pager page={page} pages={Math.ceil(total / PER_PAGE)} />
		</div>
	)
}
