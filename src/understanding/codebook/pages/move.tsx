/** A theme comes to stand under another one: choose, read what changes, do it. */
import { isUuid } from '#platform/database/database.ts'
import { refusingLoader } from '#platform/http/refusals.ts'
import { Problem } from '#platform/problem.ts'
import { Button, ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { Field } from '#platform/ui/field.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { isWithin } from '../codebook.rules.ts'
import { findCodebook, findTheme } from '../find-codebook.ts'
import treeCss from '../parts/codebook.css?url'
import { MovePreviewList } from '../parts/move-preview.tsx'
import { TOP } from '../parts/preview-address.ts'
import { previewMove } from '../preview-move.ts'
import type { Route } from './+types/move'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: treeCss }]

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	requireRight(context, 'edit-codebook', request)
	const search = new URL(request.url).searchParams
	const [under, before] = [search.get('unter') ?? '', search.get('vor') ?? '']
	if ([under, before].some((given) => given !== '' && given !== TOP && !isUuid(given)))
		throw new Problem('not-found', 'theme-unknown')
	return inThisMunicipality(context, async (db) => {
		const { id, slug, label, parentId } = await findTheme(db, params.slug)
		if (under) {
			const to = { parentId: under === TOP ? null : under, beforeId: before || null }
			return { id, slug, label, chosen: { to, preview: await previewMove(db, { themeId: id, to }) }, places: [] }
		}
		const themes = await findCodebook(db)
		const places = themes
			.filter((one) => !one.isArchived && one.id !== parentId && !isWithin(themes, one.id, id))
			.map((one) => ({ value: one.id, label: '\u2003'.repeat(one.depth) + one.label }))
		const top = parentId ? [{ value: TOP, label: m.understanding_theme_no_parent() }] : []
		return { id, slug, label, chosen: null, places: [...top, ...places] }
	})
})

export default function MoveTheme({ loaderData }: Route.ComponentProps) {
	const { id, slug, label, chosen, places } = loaderData
	const parent = chosen?.preview.under
	return (
		<div className="page narrow">
			<PageHead
				stage="understand"
				title={m.understanding_move({ label })}
				lead={m.understanding_move_lead()}
				crumbs={[
					{ href: '/werkstatt/codebuch', label: m.understanding_codebook() },
					{ href: `/werkstatt/codebuch/${slug}`, label },
				]}
			/>
			{chosen ? (
				<section className="step-box" id="schritt">
					<h2>
						{parent
							? m.understanding_move_preview({ label, target: parent })
							: m.understanding_move_preview_top({ label })}
					</h2>
					<MovePreviewList preview={chosen.preview} />
					<form method="post" action="/werkstatt/codebuch">
						<input type="hidden" name="theme" value={id} />
						<input type="hidden" name="parent" value={chosen.to.parentId ?? ''} />
						<input type="hidden" name="before" value={chosen.to.beforeId ?? ''} />
						<Buttons>
							<Button name="act" value="place">
								{m.understanding_move_short()}
							</Button>
							<ButtonLink look="secondary" href={`/werkstatt/codebuch#thema-${id}`}>
								{m.understanding_move_not()}
							</ButtonLink>
						</Buttons>
					</form>
				</section>
			) : (
				<form method="get">
					<Field
						kind="select"
						name="unter"
						label={m.understanding_move_under()}
						hint={m.understanding_move_under_hint()}
						options={places}
						blank={m.understanding_choose()}
						required
					/>
					<Button>{m.understanding_preview_show()}</Button>
				</form>
			)}
		</div>
	)
}
