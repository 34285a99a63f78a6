/** The passages a focus theme may stand on: to browse, to put under it, to cite in one paragraph, to quote. */
import { redirect } from 'react-router'
import type { Route } from './+types/focus-theme-evidence'
import { refusingAction, refusingLoader } from '#platform/http/refusals.ts'
import { Button, ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { noteReading } from '#people/note-reading.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { mayDo } from '#people/rights.ts'
import { findCodebook } from '#understanding/codebook/find-codebook.ts'
import { findDossier, type Dossier, type DossierPartKind } from '../find-dossier.ts'
import { findCitedPassages, findEvidence } from '../find-evidence.ts'
import { EvidenceFilterForm, filterFrom } from '../parts/evidence-filter.tsx'
import evidenceLook from '../parts/evidence.css?url'
import { text, ticked } from '#platform/http/form-fields.ts'
import { partWord } from '../parts/part-words.ts'
import { PassageList } from '../parts/passage-list.tsx'
import { putUnderFocusTheme } from '../put-under-focus-theme.ts'
import { DOSSIER_PARTS } from '../tables.ts'
import { writeDossierPart } from '../write-dossier-part.ts'

export const links = () => [{ rel: 'stylesheet', href: evidenceLook }]

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	const member = requireRight(context, 'write-dossiers', request)
	const search = new URL(request.url).searchParams
	return inThisMunicipality(context, async (db) => {
		const dossier = await findDossier(db, params.slug)
		await noteReading(db, member.accountId, 'focus-theme', dossier.id)
		const citing = citedParagraph(dossier, search)
		if (search.has('teil') && !citing) throw redirect(`/werkstatt/fokusthemen/${dossier.slug}#${search.get('teil')}`)
		const cited = citing ? await findCitedPassages(db, citing.codingIds) : []
		const found = await findEvidence(db, search.has('alle') ? null : dossier.id, filterFrom(search))
		const themes = await findCodebook(db)
		return {
			slug: dossier.slug,
			title: dossier.title,
			citing,
			cited,
			found: found.filter(({ codingId }) => !cited.some((one) => one.codingId === codingId)),
			isEverywhere: search.has('alle'),
			themes: themes.map(({ slug, label }) => ({ slug, label })),
			search: search.toString(),
			mayClear: mayDo(member.part, 'clear-quotes'),
		}
	})
})

type Citing = { kind: DossierPartKind; row: number; text: string; codingIds: string[]; version: number }

/** The paragraph named by `?teil=analysis&absatz=0`, if it is written. */
function citedParagraph({ parts }: Dossier, search: URLSearchParams): Citing | null {
	const kind = DOSSIER_PARTS.find((part) => part === search.get('teil'))
	const row = Number(search.get('absatz'))
	const paragraph = kind && parts[kind].paragraphs[row]
	return paragraph ? { kind, row, version: parts[kind].version, ...paragraph } : null
}

export const action = refusingAction(async ({ context, request, params }: Route.ActionArgs, form) => {
	const member = requireRight(context, 'write-dossiers', request)
	const search = new URL(request.url).searchParams
	const codingIds = ticked(form, 'beleg')
	const part = await inThisMunicipality(context, async (db) => {
		const dossier = await findDossier(db, params.slug)
		const citing = citedParagraph(dossier, search)
		if (!citing) {
			await putUnderFocusTheme(db, { focusThemeId: dossier.id, codingIds })
			return null
		}
		await writeDossierPart(db, {
			focusThemeId: dossier.id,
			kind: citing.kind,
			paragraphs: dossier.parts[citing.kind].paragraphs.map((paragraph, row) =>
				row === citing.row ? { ...paragraph, codingIds } : paragraph,
			),
			basedOn: Number(text(form, 'fassung')),
			by: member.accountId,
			at: new Date(),
		})
		return citing.kind
	})
	const page = `/werkstatt/fokusthemen/${params.slug}`
	return redirect(part ? `${page}?gespeichert=ja#${part}` : `${page}/belegstellen`, 303)
})

export default function FocusThemeEvidence({ loaderData, actionData }: Route.ComponentProps) {
	const { slug, title, citing, cited, found, isEverywhere, themes, search, mayClear } = loaderData
	const page = `/werkstatt/fokusthemen/${slug}`
	const canTick = citing !== null || isEverywhere
	return (
		<>
			<PageHead
				title={
					citing
						? m.focusing_cite_title({ number: citing.row + 1, part: partWord(citing.kind) })
						: m.focusing_evidence_title()
				}
				stage="focus"
				lead={citing ? citing.text : m.focusing_evidence_lead()}
				crumbs={[
					{ href: '/werkstatt/fokusthemen', label: m.focusing_list_title() },
					{ href: page, label: title },
				]}
			/>
			<ErrorSummary refusal={actionData?.refusal} />
			<EvidenceFilterForm themes={themes} search={search} canWiden />
			<form method="post">
				{citing ? <input type="hidden" name="fassung" value={citing.version} /> : null}
				{cited.length > 0 ? (
					<section>
						<h2>{m.focusing_cited_now()}</h2>
						<PassageList passages={cited} chosen={citing?.codingIds ?? []} canTick />
					</section>
				) : null}
				<section>
					<h2>{m.focusing_found({ count: found.length })}</h2>
					{found.length === 0 ? (
						<EmptyState title={m.focusing_found_none()}>
							<p>{m.focusing_found_none_text()}</p>
						</EmptyState>
					) : (
						<PassageList
							passages={found}
							canTick={canTick}
							quoteAddress={mayClear && !citing ? (id) => `${page}/zitat/${id}` : undefined}
						/>
					)}
				</section>
				{canTick ? (
					<Buttons>
						<Button>{citing ? m.focusing_cite_button() : m.focusing_put_under_button()}</Button>
						<ButtonLink look="tertiary" href={citing ? `${page}#${citing.kind}` : page}>
							{m.focusing_cancel()}
						</ButtonLink>
					</Buttons>
				) : null}
			</form>
		</>
	)
}
