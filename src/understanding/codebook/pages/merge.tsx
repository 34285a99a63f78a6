/** Several themes become one: choose, read what changes, do it. */
import { redirect, useActionData } from 'react-router'
import { isUuid } from '#platform/database/database.ts'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { Button, ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { coderOfAccount } from '../../coding/coder-of.ts'
import css from '../../parts/understanding.css?url'
import { themes as themeTable } from '../../tables.ts'
import { findCodebook } from '../find-codebook.ts'
import { mergeThemes, requireMergeable } from '../merge-themes.ts'
import { StepPreviewList } from '../parts/step-preview.tsx'
import treeCss from '../parts/codebook.css?url'
import { previewStep } from '../preview-step.ts'
import { mergedWording } from '../theme-state.rules.ts'
import type { Route } from './+types/merge'

export const links: Route.LinksFunction = () => [css, treeCss].map((href) => ({ rel: 'stylesheet', href }))

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'edit-codebook', request)
	const search = new URL(request.url).searchParams
	const sourceIds = search.getAll('thema').filter(isUuid)
	const targetId = search.get('ziel') ?? ''
	return inThisMunicipality(context, async (db) => {
		const themes = (await findCodebook(db)).map(({ id, label, depth, isArchived, passages, persons }) => {
			return { id, label, depth, isArchived, passages, persons }
		})
		if (!isUuid(targetId) || sourceIds.length === 0) return { themes, sourceIds, targetId, chosen: null }
		const { target, sources } = requireMergeable(await db.select().from(themeTable), sourceIds, targetId)
		const ids = sources.map(({ id }) => id)
		const preview = await previewStep(db, { themeIds: ids, toThemeId: targetId })
		const taken = Object.keys(mergedWording(target, sources))
		const chosen = { target: target.label, sources: sources.map(({ label }) => label), preview, taken, ids }
		return { themes, sourceIds, targetId, chosen }
	})
})

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const member = requireRight(context, 'edit-codebook', request)
	const targetId = String(form.get('ziel') ?? '')
	const sourceIds = form.getAll('thema').map(String).filter(isUuid)
	await inThisMunicipality(context, async (db) =>
		mergeThemes(db, { sourceIds, targetId, by: await coderOfAccount(db, member), at: new Date() }),
	)
	return redirect(`/werkstatt/codebuch/verlauf?getan=ja`, 303)
})

export default function Merge({ loaderData }: Route.ComponentProps) {
	const { themes, sourceIds, targetId, chosen } = loaderData
	const refused = useActionData() as RefusedForm | undefined
	const options = (open: boolean) =>
		themes
			.filter(({ isArchived }) => !open || !isArchived)
			.map(({ id, label, depth, isArchived }) => ({
				value: id,
				label: '\u2003'.repeat(depth) + label + (isArchived ? ` (${m.understanding_theme_is_archived()})` : ''),
			}))
	return (
		<div className="page narrow">
			<PageHead
				stage="understand"
				title={m.understanding_merge()}
				lead={m.understanding_merge_lead()}
				crumbs={[{ href: '/werkstatt/codebuch', label: m.understanding_codebook() }]}
			/>
			<ErrorSummary refusal={refused?.refusal} />
			{chosen ? (
				<section className="step-box">
					<h2>{m.understanding_merge_preview({ sources: chosen.sources.join(', '), target: chosen.target })}</h2>
					<StepPreviewList preview={chosen.preview} verb="carry" />
					{chosen.taken.length > 0 ? <p>{m.understanding_merge_wording()}</p> : null}
					<form method="post">
						<input type="hidden" name="ziel" value={targetId} />
						{chosen.ids.map((id) => (
							<input key={id} type="hidden" name="thema" value={id} />
						))}
						<Buttons>
							<Button>{m.understanding_merge_do()}</Button>
							<ButtonLink look="secondary" href="/werkstatt/codebuch/zusammenlegen">
								{m.understanding_choose_anew()}
							</ButtonLink>
						</Buttons>
					</form>
				</section>
			) : (
				<form method="get">
					<Field
						kind="select"
						name="ziel"
						label={m.understanding_merge_target()}
						value={targetId}
						options={options(true)}
						blank={m.understanding_choose()}
						required
					/>
					<Field
						kind="checkboxes"
						name="thema"
						label={m.understanding_merge_sources()}
						hint={m.understanding_merge_sources_hint()}
						values={sourceIds}
						options={options(false)}
					/>
					<Button>{m.understanding_preview_show()}</Button>
				</form>
			)}
		</div>
	)
}
