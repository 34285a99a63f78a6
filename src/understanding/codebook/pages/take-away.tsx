/** A theme goes out of use, or for good when nothing carries it; first it is said what that changes. */
import { redirect, useActionData } from 'react-router'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { Button, ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { coderOfAccount } from '../../coding/coder-of.ts'
import css from '../../parts/understanding.css?url'
import { archiveTheme, reopenTheme } from '../archive-theme.ts'
import { deleteTheme } from '../delete-theme.ts'
import { findTheme } from '../find-codebook.ts'
import treeCss from '../parts/codebook.css?url'
import { StepPreviewList } from '../parts/step-preview.tsx'
import { previewStep } from '../preview-step.ts'
import { findCarrying } from '../theme-uses.ts'
import type { Route } from './+types/take-away'

export const links: Route.LinksFunction = () => [css, treeCss].map((href) => ({ rel: 'stylesheet', href }))

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	requireRight(context, 'edit-codebook', request)
	return inThisMunicipality(context, async (db) => {
		const { id, label, slug, isArchived } = await findTheme(db, params.slug)
		const preview = await previewStep(db, { themeIds: [id] })
		const carrying = Object.values(await findCarrying(db, id)).reduce((sum, one) => sum + one, preview.later.length)
		return { label, slug, isArchived, preview, mayDelete: carrying === 0 }
	})
})

export const action = refusingAction(async ({ context, request, params }: Route.ActionArgs, form) => {
	const member = requireRight(context, 'edit-codebook', request)
	const act = form.get('act')
	await inThisMunicipality(context, async (db) => {
		const { id: themeId } = await findTheme(db, params.slug)
		const step = { themeId, by: await coderOfAccount(db, member), at: new Date() }
		if (act === 'archive') await archiveTheme(db, step)
		if (act === 'reopen') await reopenTheme(db, step)
		if (act === 'delete') await deleteTheme(db, step)
	})
	return redirect('/werkstatt/codebuch/verlauf?getan=ja', 303)
})

export default function TakeAway({ loaderData }: Route.ComponentProps) {
	const { label, slug, isArchived, preview, mayDelete } = loaderData
	const refused = useActionData() as RefusedForm | undefined
	return (
		<div className="page narrow">
			<PageHead
				stage="understand"
				title={m.understanding_take_away({ label })}
				crumbs={[
					{ href: '/werkstatt/codebuch', label: m.understanding_codebook() },
					{ href: `/werkstatt/codebuch/${slug}`, label },
				]}
			/>
			<ErrorSummary refusal={refused?.refusal} />
			<form method="post">
				<section className="step-box">
					<h2>{isArchived ? m.understanding_theme_reopen() : m.understanding_theme_archive()}</h2>
					<p>{m.understanding_archive_explained()}</p>
					<StepPreviewList preview={preview} verb="stay" />
					{isArchived ? (
						<Button name="act" value="reopen">
							{m.understanding_theme_reopen()}
						</Button>
					) : (
						<Button name="act" value="archive">
							{m.understanding_theme_archive()}
						</Button>
					)}
				</section>
				<section className="step-box">
					<h2>{m.understanding_theme_delete()}</h2>
					<p>{mayDelete ? m.understanding_delete_explained() : m.understanding_delete_not()}</p>
					<Buttons>
						{mayDelete ? (
							<Button look="danger" name="act" value="delete">
								{m.understanding_theme_delete()}
							</Button>
						) : (
							<ButtonLink look="secondary" href="/werkstatt/codebuch/zusammenlegen">
								{m.understanding_merge()}
							</ButtonLink>
						)}
					</Buttons>
				</section>
			</form>
		</div>
	)
}
