/** Clears one passage for print: its wording, and the label of who said it, beside everything ever printed. */
import { redirect } from 'react-router'
import type { Route } from './+types/quote'
import { refusingAction, refusingLoader } from '#platform/http/refusals.ts'
import { Problem } from '#platform/problem.ts'
import { Button, ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { errorOf, ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { useTown } from '#platform/ui/town.tsx'
import { Voice } from '#platform/ui/voice.tsx'
import { m } from '#platform/words/words.ts'
import { isUuid, type MunicipalityDatabase } from '#platform/database/database.ts'
import { noteReading } from '#people/note-reading.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { findGazetteer } from '#protecting/find-gazetteer.ts'
import { findRoleDictionary } from '#protecting/find-role-label.ts'
import { judgeQuoteText } from '#protecting/quote-text.rules.ts'
import { finestPublicLabel, judgeLabel } from '#protecting/role-label.rules.ts'
import { FormatWord } from '#listening/format-word.tsx'
import { specialWord } from '#understanding/coding/special-words.ts'
import { findDossier } from '#focusing/find-dossier.ts'
import { findCitedPassages } from '#focusing/find-evidence.ts'
import { adviseQuote, type AdviseQuote } from '#focusing/label-quotes.ts'
import { LabelAdvice } from '../parts/label-advice.tsx'
import { QuoteWarnings } from '../parts/quote-warnings.tsx'
import { text } from '#platform/http/form-fields.ts'
import { openFindingsIn } from '#focusing/open-findings-in.ts'
import { pickQuote } from '#focusing/pick-quote.ts'
import { findSpecialQuotes } from '#focusing/find-special-quotes.ts'
import { specialConfirmed } from '#focusing/special-confirmed.ts'
import { withdrawQuote } from '#focusing/withdraw-quote.ts'
import { findEarlierQuotes } from '../find-earlier-quotes.ts'

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	const { accountId } = requireRight(context, 'clear-quotes', request)
	return inThisMunicipality(context, async (db) => {
		const { id, slug, title, quotes, roundId } = await findDossier(db, params.slug)
		await noteReading(db, accountId, 'focus-theme', id)
		const [passage] = isUuid(params.codingId) ? await findCitedPassages(db, [params.codingId]) : []
		if (!passage) throw new Problem('not-found', 'citation-unknown')
		const { roleSlug, districtSlug } = passage
		const suggestion = finestPublicLabel(await findRoleDictionary(db), { roleSlug, districtSlug })
		const quote = quotes.find(({ codingId }) => codingId === passage.codingId) ?? null
		const special = (await findSpecialQuotes(db, id)).find(({ codingId }) => codingId === passage.codingId)
		const wished = quote?.publicLabel ?? special?.publicLabel ?? suggestion
		const isWithOffice = quote?.isWithOffice ?? false
		const asked = { roundId, codingId: passage.codingId, isWithOffice }
		const warnings = judgeQuoteText(quote?.wording ?? special?.wording ?? passage.quote, await findGazetteer(db))
		return {
			slug,
			title,
			passage,
			quote,
			special,
			suggestion,
			warnings,
			advice: wished ? await advise(db, { ...asked, wished }) : null,
			openNames: await findOpenNames(db, passage.codingId),
		}
	})
})

/** What in the words still names somebody, and where names are checked; null when there is nothing. */
async function findOpenNames(db: MunicipalityDatabase, codingId: string) {
	const [found] = await openFindingsIn(db, [codingId])
	return found ? { slug: found.slug, certain: wordsOf(found.certain), others: wordsOf(found.others) } : null
}

function wordsOf(found: readonly { text: string }[]): string[] {
	return [...new Set(found.map(({ text }) => text))]
}

async function advise(db: MunicipalityDatabase, asked: AdviseQuote) {
	const { wished } = asked
	const judgement = judgeLabel(await findRoleDictionary(db), { label: wished })
	return { wished, judgement, labelled: await adviseQuote(db, asked, await findEarlierQuotes(db)) }
}

export const action = refusingAction(async ({ context, request, params }: Route.ActionArgs, form) => {
	const member = requireRight(context, 'clear-quotes', request)
	const isWithOffice = form.has('amt')
	const asked = await inThisMunicipality(context, async (db) => {
		const done = { by: member.accountId, at: new Date() }
		if (form.has('zuruecknehmen')) {
			await withdrawQuote(db, { quoteId: text(form, 'zuruecknehmen'), ...done })
			return null
		}
		const { id, roundId } = await findDossier(db, params.slug)
		if (form.has('pruefen')) {
			const wished = text(form, 'bezeichnung')
			const advice = await advise(db, { roundId, codingId: params.codingId, wished, isWithOffice })
			return {
				advice,
				warnings: judgeQuoteText(text(form, 'wortlaut'), await findGazetteer(db)),
				values: {
					bezeichnung: wished,
					wortlaut: text(form, 'wortlaut'),
					sinngemaess: text(form, 'sinngemaess'),
					...(isWithOffice ? { amt: 'ja' } : {}),
				},
			}
		}
		await pickQuote(db, {
			focusThemeId: id,
			codingId: params.codingId,
			wording: text(form, 'wortlaut'),
			publicLabel: text(form, 'bezeichnung'),
			isWithOffice,
			paraphrase: text(form, 'sinngemaess'),
			confirmsSpecial: text(form, 'besonders') === 'ja',
			...done,
		})
		return null
	})
	if (asked) return asked
	return redirect(`/werkstatt/fokusthemen/${params.slug}?gespeichert=ja#voices`, 303)
})

const FIELDS = {
	'quote-wording-missing': 'wortlaut',
	'quote-wording-differs': 'wortlaut',
	'quote-label-missing': 'bezeichnung',
	'label-too-fine': 'bezeichnung',
	'quote-office-not-allowed': 'amt',
	'label-needs-inhabitants': 'bezeichnung',
	'special-unconfirmed': 'besonders',
}

export default function QuotePage({ loaderData, actionData }: Route.ComponentProps) {
	const { slug, title, passage, quote, special, suggestion, openNames } = loaderData
	const refusal = actionData && 'refusal' in actionData ? actionData.refusal : undefined
	const advice = actionData && 'advice' in actionData ? actionData.advice : loaderData.advice
	const warnings = actionData && 'warnings' in actionData ? actionData.warnings : loaderData.warnings
	const values: Record<string, string> | undefined = actionData?.values
	const { timeZone } = useTown()
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
			<Voice label={`${passage.speakerCode}, ${passage.conversationTitle}`} after={<FormatWord of={passage.format} />}>
				{passage.quote}
			</Voice>
			{openNames && passage.mayQuote ? <OpenNames {...openNames} /> : null}
			{passage.mayQuote ? (
				<form method="post" className="sheet">
					<Field
						kind="textarea"
						spoken
						name="wortlaut"
						rows={5}
						label={m.focusing_quote_wording()}
						hint={m.focusing_quote_wording_hint()}
						value={values?.['wortlaut'] ?? quote?.wording ?? special?.wording ?? passage.quote}
						error={errorOf(refusal, FIELDS, 'wortlaut')}
					/>
					<QuoteWarnings warnings={warnings} />
					<Field
						name="bezeichnung"
						label={m.focusing_quote_label()}
						hint={suggestion ? m.focusing_quote_label_hint({ suggestion }) : m.focusing_quote_label_unsafe()}
						required
						value={values?.['bezeichnung'] ?? quote?.publicLabel ?? special?.publicLabel ?? suggestion}
						error={errorOf(refusal, FIELDS, 'bezeichnung')}
					/>
					{passage.mayNameOffice ? (
						<Field
							kind="checkbox"
							name="amt"
							label={m.focusing_quote_office()}
							hint={m.focusing_quote_office_hint()}
							checked={values ? 'amt' in values : (quote?.isWithOffice ?? false)}
							error={errorOf(refusal, FIELDS, 'amt')}
						/>
					) : null}
					{advice && !refusal ? <LabelAdvice {...advice} /> : null}
					<Field
						kind="textarea"
						name="sinngemaess"
						rows={3}
						optional
						label={m.focusing_quote_paraphrase()}
						hint={m.focusing_quote_paraphrase_hint()}
						value={values?.['sinngemaess'] ?? quote?.paraphrase ?? ''}
					/>
					{passage.special.length > 0 ? (
						<Notice kind="warning" title={m.focusing_special_title()}>
							<p>{m.focusing_special_text({ categories: passage.special.map(specialWord).join(', ') })}</p>
							{special?.confirmed ? <p>{specialConfirmed(special, timeZone)}</p> : null}
							{special?.confirmed ? null : (
								<Field
									kind="checkbox"
									name="besonders"
									label={m.focusing_special_confirm()}
									error={errorOf(refusal, FIELDS, 'besonders')}
								/>
							)}
						</Notice>
					) : null}
					<Buttons>
						<Button>{quote ? m.focusing_quote_save() : m.focusing_quote_clear()}</Button>
						<Button look="secondary" name="pruefen" value="ja">
							{m.focusing_quote_check()}
						</Button>
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

type OpenNamesProps = { slug: string; certain: readonly string[]; others: readonly string[] }

/** Picking is allowed: printing waits until nobody is surely named. */
function OpenNames({ slug, certain, others }: OpenNamesProps) {
	return (
		<Notice kind="warning" title={m.focusing_names_open()}>
			<p>
				{certain.length > 0 ? m.focusing_names_certain({ words: certain.join(', ') }) : null}{' '}
				{others.length > 0 ? m.focusing_names_others({ words: others.join(', ') }) : null}
			</p>
			<p>
				<a href={`/werkstatt/gespraeche/${slug}/namen`}>{m.focusing_names_check()}</a>
			</p>
		</Notice>
	)
}
