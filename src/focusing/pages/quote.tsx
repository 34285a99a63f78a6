/** Clears one passage for print: its wording, and the label of who said it. */
import { redirect } from 'react-router'
import type { Route } from './+types/quote'
import { refusingAction, refusingLoader } from '#platform/http/refusals.ts'
import { Problem } from '#platform/problem.ts'
import { Button, ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { errorOf, ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Voice } from '#platform/ui/voice.tsx'
import { m } from '#platform/words/words.ts'
import { isUuid } from '#platform/database/database.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { findRoleDictionary } from '#protecting/find-role-label.ts'
import { finestPublicLabel } from '#protecting/role-label.rules.ts'
import { formatWord } from '#understanding/matrix-words.ts'
import { findDossier } from '../find-dossier.ts'
import { findCitedPassages } from '../find-evidence.ts'
import { text } from '#platform/http/form-fields.ts'
import { pickQuote } from '../pick-quote.ts'
import { withdrawQuote } from '../withdraw-quote.ts'

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	requireRight(context, 'clear-quotes', request)
	return inThisMunicipality(context, async (db) => {
		const { slug, title, quotes } = await findDossier(db, params.slug)
		const [passage] = isUuid(params.codingId) ? await findCitedPassages(db, [params.codingId]) : []
		if (!passage) throw new Problem('not-found', 'citation-unknown')
		const { roleSlug, districtSlug } = passage
		const dictionary = await findRoleDictionary(db)
		return {
			slug,
			title,
			passage,
			quote: quotes.find(({ codingId }) => codingId === passage.codingId) ?? null,
			suggestion: finestPublicLabel(dictionary, { roleSlug, districtSlug }),
		}
	})
})

export const action = refusingAction(async ({ context, request, params }: Route.ActionArgs, form) => {
	const member = requireRight(context, 'clear-quotes', request)
	await inThisMunicipality(context, async (db) => {
		const done = { by: member.accountId, at: new Date() }
		if (form.has('zuruecknehmen')) return withdrawQuote(db, { quoteId: text(form, 'zuruecknehmen'), ...done })
		const { id } = await findDossier(db, params.slug)
		return pickQuote(db, {
			focusThemeId: id,
			codingId: params.codingId,
			wording: text(form, 'wortlaut'),
			publicLabel: text(form, 'bezeichnung'),
			...done,
		})
	})
	return redirect(`/werkstatt/fokusthemen/${params.slug}?gespeichert=ja#voices`, 303)
})

const FIELDS = {
	'quote-wording-missing': 'wortlaut',
	'quote-wording-differs': 'wortlaut',
	'quote-label-missing': 'bezeichnung',
	'label-too-fine': 'bezeichnung',
	'label-needs-inhabitants': 'bezeichnung',
}

export default function QuotePage({ loaderData, actionData }: Route.ComponentProps) {
	const { slug, title, passage, quote, suggestion } = loaderData
	const refusal = actionData?.refusal
	const values = actionData?.values
	const page = `/werkstatt/fokusthemen/${slug}`
	return (
		<>
			<PageHead
				title={m.focusing_quote_title()}
				stage="focus"
				crumbs={[
					{ href: '/werkstatt/fokusthemen', label: m.focusing_list_title() },
					{ href: page, label: title },
				]}
			/>
			<ErrorSummary refusal={refusal} fields={FIELDS} />
			<Voice label={`${passage.speakerCode}, ${passage.conversationTitle}`} after={formatWord(passage.format)}>
				{passage.quote}
			</Voice>
			{passage.mayQuote ? (
				<form method="post" className="sheet">
					<Field
						kind="textarea"
						spoken
						name="wortlaut"
						rows={5}
						label={m.focusing_quote_wording()}
						hint={m.focusing_quote_wording_hint()}
						value={values?.['wortlaut'] ?? quote?.wording ?? passage.quote}
						error={errorOf(refusal, FIELDS, 'wortlaut')}
					/>
					<Field
						name="bezeichnung"
						label={m.focusing_quote_label()}
						hint={suggestion ? m.focusing_quote_label_hint({ suggestion }) : m.focusing_quote_label_unsafe()}
						required
						value={values?.['bezeichnung'] ?? quote?.publicLabel ?? suggestion}
						error={errorOf(refusal, FIELDS, 'bezeichnung')}
					/>
					<Buttons>
						<Button>{quote ? m.focusing_quote_save() : m.focusing_quote_clear()}</Button>
						<ButtonLink look="tertiary" href={`${page}#voices`}>
							{m.focusing_cancel()}
						</ButtonLink>
					</Buttons>
				</form>
			) : (
				<Notice kind="warning" title={m.focusing_may_not_quote()}>
					<p>{m.focusing_may_not_quote_text()}</p>
				</Notice>
			)}
		</>
	)
}
