/** The dossier editor: all six parts of one focus theme on one page. */
import { redirect } from 'react-router'
import type { Route } from './+types/focus-theme'
import { refusingAction, refusingLoader } from '#platform/http/refusals.ts'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { noteReading } from '#people/note-reading.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { mayDo } from '#people/rights.ts'
import { findCodebook } from '#understanding/codebook/find-codebook.ts'
import { writtenParts } from '../dossier.rules.ts'
import { findDossier } from '../find-dossier.ts'
import { findCitedPassages } from '../find-evidence.ts'
import { findSpecialQuotes } from '../find-special-quotes.ts'
import { findVersions } from '../find-versions.ts'
import { BasicsForm } from '../parts/basics-form.tsx'
import { ConditionsForm } from '../parts/conditions-form.tsx'
import { saveDossierForm } from '../parts/dossier-forms.ts'
import { DossierMap } from '../parts/dossier-map.tsx'
import evidenceLook from '../parts/evidence.css?url'
import { FieldsOfAction } from '../parts/fields-of-action.tsx'
import { rowsOf, text } from '#platform/http/form-fields.ts'
import { PartForm } from '../parts/part-form.tsx'
import { QuestionForm } from '../parts/question-form.tsx'
import { QuoteList } from '../parts/quote-list.tsx'
import { SavedNotice } from '../parts/saved-notice.tsx'
import { VersionList } from '../parts/version-list.tsx'

export const links = () => [{ rel: 'stylesheet', href: evidenceLook }]

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	const member = requireRight(context, 'write-dossiers', request)
	return inThisMunicipality(context, async (db) => {
		const dossier = await findDossier(db, params.slug)
		await noteReading(db, member.accountId, 'focus-theme', dossier.id)
		const cited = Object.values(dossier.parts).flatMap(({ paragraphs }) => paragraphs.flatMap((one) => one.codingIds))
		const themes = (await findCodebook(db)).filter(({ isArchived }) => !isArchived)
		return {
			dossier,
			written: writtenParts(dossier),
			passages: await findCitedPassages(db, [
				...new Set([...cited, ...dossier.quotes.map(({ codingId }) => codingId)]),
			]),
			special: mayDo(member.part, 'clear-quotes') ? await findSpecialQuotes(db, dossier.id) : [],
			versions: await findVersions(db, dossier.id),
			themes: themes.map(({ id, label, colour, depth }) => ({ id, label, colour, depth })),
			mayClear: mayDo(member.part, 'clear-quotes'),
		}
	})
})

export const action = refusingAction(async ({ context, request, params }: Route.ActionArgs, form) => {
	const member = requireRight(context, 'write-dossiers', request)
	const part = await inThisMunicipality(context, async (db) => {
		const { id } = await findDossier(db, params.slug)
		return saveDossierForm(db, form, { focusThemeId: id, by: member.accountId, at: new Date() })
	})
	return redirect(nextAddress(params.slug, part, form), 303)
})

/** `weiter` is the number of the paragraph whose evidence is to be chosen next; empty ones before it were not saved. */
function nextAddress(slug: string, part: string, form: FormData): string {
	const page = `/werkstatt/fokusthemen/${slug}`
	if (!form.has('weiter')) return `${page}?gespeichert=ja#${part}`
	const before = rowsOf(form, part).filter((row) => row < Number(text(form, 'weiter')))
	const saved = before.filter((row) => text(form, `${part}-${row}-text`).trim() !== '')
	return `${page}/belegstellen?teil=${part}&absatz=${saved.length}`
}

const FIELDS = {
	'focus-theme-title-missing': 'titel',
	'guiding-question-not-open': 'leitfrage',
	'dossier-part-changed': 'analysis-0-text',
}

export default function FocusTheme({ loaderData, actionData }: Route.ComponentProps) {
	const { dossier, written, passages, special, versions, themes, mayClear } = loaderData
	const refused = actionData
	const values = refused?.values
	const shared = { slug: dossier.slug, passages, values }
	return (
		<>
			<PageHead
				title={dossier.title}
				label={m.focusing_dossier()}
				stage="focus"
				lead={m.focusing_evidence_count({
					codings: dossier.evidence.codings,
					conversations: dossier.evidence.conversations,
				})}
				crumbs={[{ href: '/werkstatt/fokusthemen', label: m.focusing_list_title() }]}
			/>
			<SavedNotice />
			<ErrorSummary refusal={refused?.refusal} fields={FIELDS} />
			<DossierMap written={written} slug={dossier.slug} />
			<PartForm {...shared} kind="analysis" part={dossier.parts.analysis} />
			<PartForm {...shared} kind="conclusion" part={dossier.parts.conclusion} />
			<QuoteList {...{ slug: dossier.slug, quotes: dossier.quotes, passages, special, mayClear }} />
			<QuestionForm question={dossier.guidingQuestion} refusal={refused?.refusal} values={values} />
			<FieldsOfAction fields={dossier.fieldsOfAction} values={values} />
			<section id="conditions" className="dossier-section">
				<h2>{m.focusing_part_conditions()}</h2>
				<PartForm {...shared} kind="conditions" part={dossier.parts.conditions} nested />
				<ConditionsForm conditions={dossier.conditions} values={values} />
			</section>
			<BasicsForm dossier={dossier} themes={themes} values={values} refusal={refused?.refusal} />
			<VersionList slug={dossier.slug} versions={versions} />
		</>
	)
}
