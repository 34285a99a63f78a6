/** Chooses what one starting point of a perspective rests on: what lies nearest to this reader comes first. */
import { redirect } from 'react-router'
import type { Route } from './+types/perspective-evidence'
import { refusingAction, refusingLoader } from '#platform/http/refusals.ts'
import { Button, ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { PACK_PERSPECTIVES } from '#method/perspectives.ts'
import { noteReading } from '#people/note-reading.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { findCodebook } from '#understanding/codebook/find-codebook.ts'
import { findCitedPassages, findEvidence } from '../find-evidence.ts'
import { findPerspective, type Perspective } from '../find-perspectives.ts'
import { EvidenceFilterForm, filterFrom } from '../parts/evidence-filter.tsx'
import evidenceLook from '../parts/evidence.css?url'
import { ticked } from '#platform/http/form-fields.ts'
import { PassageList } from '../parts/passage-list.tsx'
import { writePerspective } from '../write-perspective.ts'

export const links = () => [{ rel: 'stylesheet', href: evidenceLook }]

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	const { accountId: by } = requireRight(context, 'write-dossiers', request)
	const search = new URL(request.url).searchParams
	return inThisMunicipality(context, async (db) => {
		const perspective = await findPerspective(db, params.slug)
		const row = Number(search.get('punkt'))
		const point = perspective.points[row]
		if (!point) throw redirect(`/werkstatt/blickwinkel/${perspective.slug}`)
		await noteReading(db, by, 'perspective', perspective.id)
		const cited = await findCitedPassages(db, point.codingIds)
		const found = await findEvidence(db, null, { ...filterFrom(search), ...nearestTo(perspective) })
		const themes = await findCodebook(db)
		return {
			slug: perspective.slug,
			title: perspective.title,
			point,
			cited,
			found: found.filter(({ codingId }) => !point.codingIds.includes(codingId)),
			themes: themes.map(({ slug, label }) => ({ slug, label })),
			search: search.toString(),
		}
	})
})

function nearestTo({ slug }: Perspective) {
	const reader = PACK_PERSPECTIVES.find((one) => one.slug === slug)
	return reader ? { nearest: { sectorSlugs: reader.sectors, themeSlugs: reader.themes } } : {}
}

export const action = refusingAction(async ({ context, request, params }: Route.ActionArgs, form) => {
	requireRight(context, 'write-dossiers', request)
	const chosen = Number(new URL(request.url).searchParams.get('punkt'))
	await inThisMunicipality(context, async (db) => {
		const { id, points, ...words } = await findPerspective(db, params.slug)
		await writePerspective(db, {
			...words,
			perspectiveId: id,
			points: points.map(({ focusTheme, codingIds, ...point }, row) => ({
				...point,
				focusThemeId: focusTheme?.id ?? null,
				codingIds: row === chosen ? ticked(form, 'beleg') : codingIds,
			})),
		})
	})
	return redirect(`/werkstatt/blickwinkel/${params.slug}?gespeichert=ja`, 303)
})

export default function PerspectiveEvidence({ loaderData, actionData }: Route.ComponentProps) {
	const { slug, title, point, cited, found, themes, search } = loaderData
	const page = `/werkstatt/blickwinkel/${slug}`
	return (
		<>
			<PageHead
				title={m.focusing_point_cite_title({ title: point.title })}
				stage="focus"
				lead={point.text}
				crumbs={[
					{ href: '/werkstatt/blickwinkel', label: m.focusing_perspectives_title() },
					{ href: page, label: title },
				]}
			/>
			<ErrorSummary refusal={actionData?.refusal} />
			<EvidenceFilterForm themes={themes} search={search} />
			<form method="post">
				{cited.length > 0 ? (
					<section>
						<h2>{m.focusing_cited_now()}</h2>
						<PassageList passages={cited} chosen={point.codingIds} canTick />
					</section>
				) : null}
				<section>
					<h2>{m.focusing_found({ count: found.length })}</h2>
					{found.length === 0 ? (
						<EmptyState title={m.focusing_found_none()} />
					) : (
						<PassageList passages={found} canTick />
					)}
				</section>
				<Buttons>
					<Button>{m.focusing_cite_button()}</Button>
					<ButtonLink look="tertiary" href={page}>
						{m.focusing_cancel()}
					</ButtonLink>
				</Buttons>
			</form>
		</>
	)
}
