/** One click makes a coded passage the anchor example; its words stay exactly as they were said. */
import { redirect, useActionData } from 'react-router'
import { isUuid } from '#platform/database/database.ts'
import { askedPage, leaveEmptyPage } from '#platform/http/asked-page.ts'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { Problem } from '#platform/problem.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Pager } from '#platform/ui/pager.tsx'
import { m } from '#platform/words/words.ts'
import { noteReading } from '#people/note-reading.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { coderOfAccount } from '../../coding/coder-of.ts'
import css from '../../parts/understanding.css?url'
import { changeTheme } from '../change-theme.ts'
import { findTheme } from '../find-codebook.ts'
import { findThemePassages } from '../find-theme-passages.ts'
import treeCss from '../parts/codebook.css?url'
import { PassageFacts } from '../parts/passage-facts.tsx'
import { requireAnchor } from '../require-anchor.ts'
import type { Route } from './+types/anchor'

export const links: Route.LinksFunction = () => [css, treeCss].map((href) => ({ rel: 'stylesheet', href }))

const PER_PAGE = 30

export const loader = refusingLoader(async ({ context, request, params, url }: Route.LoaderArgs) => {
	const { accountId } = requireRight(context, 'edit-codebook', request)
	const page = askedPage(new URL(request.url).searchParams)
	return inThisMunicipality(context, async (db) => {
		const { id, slug, label, anchorPassageId } = await findTheme(db, params.slug)
		await noteReading(db, accountId, 'theme', id)
		const found = await findThemePassages(db, { themeId: id, limit: PER_PAGE, offset: (page - 1) * PER_PAGE })
		leaveEmptyPage(url, page, found.passages)
		return { slug, label, anchorPassageId, page, ...found }
	})
})

export const action = refusingAction(async ({ context, request, params }: Route.ActionArgs, form) => {
	const member = requireRight(context, 'edit-codebook', request)
	const anchorPassageId = String(form.get('passage') ?? '')
	if (!isUuid(anchorPassageId)) throw new Problem('not-found', 'coding-unknown')
	await inThisMunicipality(context, async (db) => {
		const { id: themeId } = await findTheme(db, params.slug)
		await requireAnchor(db, { themeId, anchorPassageId })
		const by = await coderOfAccount(db, member)
		await changeTheme(db, { themeId, anchorPassageId, anchorExample: '', by, at: new Date() })
	})
	return redirect(`/werkstatt/codebuch/${params.slug}`, 303)
})

export default function ChooseAnchor({ loaderData }: Route.ComponentProps) {
	const { slug, label, anchorPassageId, page, total, passages } = loaderData
	const refused = useActionData() as RefusedForm | undefined
	return (
		<div className="page narrow">
			<PageHead
				stage="understand"
				title={m.understanding_anchor_choose({ label })}
				lead={m.understanding_anchor_lead()}
				crumbs={[
					{ href: '/werkstatt/codebuch', label: m.understanding_codebook() },
					{ href: `/werkstatt/codebuch/${slug}`, label },
				]}
			/>
			<ErrorSummary refusal={refused?.refusal} />
			{total === 0 ? (
				<EmptyState title={m.understanding_passages_none()}>{m.understanding_passages_none_next()}</EmptyState>
			) : null}
			<ul className="hits">
				{passages.map((passage) => (
					<li key={passage.id}>
						<blockquote className="spoken" lang="de">
							{passage.quote}
						</blockquote>
						<p className="label">
							<PassageFacts passage={passage} />
						</p>
						{passage.id === anchorPassageId ? (
							<p>
								<strong>{m.understanding_anchor_is()}</strong>
							</p>
						) : (
							<form method="post">
								<input type="hidden" name="passage" value={passage.id} />
								<Button look="secondary" small>
									{m.understanding_anchor_take()}
								</Button>
							</form>
						)}
					</li>
				))}
			</ul>
			<Pager page={page} pages={Math.ceil(total / PER_PAGE)} />
		</div>
	)
}
