/** Where the team freezes what is public, after a last look at what it would contain. */
import { redirect } from 'react-router'
import type { Route } from './+types/editions'
import { inThisMunicipality, municipalityContext, requireRight, todayIn } from '#people/request.ts'
import { findRounds } from '#listening/find-rounds.ts'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { DateText } from '#platform/ui/date-text.tsx'
import { Field } from '#platform/ui/field.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Row, Rows } from '#platform/ui/rows.tsx'
import { m } from '#platform/words/words.ts'
import { findEditions } from '../find-edition.ts'
import { LabelPreview, LeakNotice } from '../parts/edition-preview.tsx'
import { RevisedLine } from '../parts/revised-notice.tsx'
import { editionLabel } from '../public-words.ts'
import { TABLES_FROM } from '../draft-edition.ts'
import { freezeEdition } from '../freeze-edition.ts'
import { previewEdition, type EditionPreview } from '../preview-edition.ts'

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'publish-editions', request)
	return inThisMunicipality(context, async (db) => {
		const rounds = await findRounds(db)
		const chosen = rounds.find(({ slug }) => slug === new URL(request.url).searchParams.get('runde')) ?? rounds[0]
		return {
			rounds: rounds.map(({ id, slug, title }) => ({ id, slug, title })),
			chosen: chosen && { id: chosen.id, slug: chosen.slug, title: chosen.title },
			preview: chosen && (await previewEdition(db, chosen.id)),
			editions: await findEditions(db),
			isFrozen: new URL(request.url).searchParams.has('eingefroren'),
		}
	})
})

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const member = requireRight(context, 'publish-editions', request)
	const today = todayIn(context.get(municipalityContext))
	await inThisMunicipality(context, (db) =>
		freezeEdition(db, {
			roundId: String(form.get('round')),
			title: String(form.get('title') ?? ''),
			tables: {
				mode: form.get('mode') === 'numbers' ? 'numbers' : 'bands',
				from: TABLES_FROM.find((one) => one === form.get('tables')) ?? 'new',
			},
			by: member.accountId,
			today,
			at: new Date(),
		}),
	)
	return redirect('/werkstatt/ausgaben?eingefroren', 303)
})

const FIELDS = {
	'edition-title-missing': 'title',
	'edition-tells-too-much': 'tables',
	'edition-nothing-to-carry-over': 'tables',
	'edition-too-few-for-numbers': 'mode',
}

export default function Editions({ loaderData, actionData }: Route.ComponentProps) {
	const { chosen, preview, editions, isFrozen } = loaderData
	const refused = actionData as RefusedForm | undefined
	return (
		<div className="page">
			<PageHead title={m.publishing_editions_title()} lead={m.publishing_editions_lead()} />
			<ErrorSummary refusal={refused?.refusal} fields={FIELDS} />
			{isFrozen && !refused && editions[0] ? (
				<Notice kind="success" title={m.publishing_frozen({ edition: editionLabel(editions[0]) })} announce>
					<p>
						<a href="/themen">{m.publishing_frozen_look()}</a>
					</p>
				</Notice>
			) : null}
			{chosen && preview ? (
				<Freeze round={chosen} preview={preview} hasEditions={editions.length > 0} refused={refused} />
			) : (
				<EmptyState title={m.publishing_freeze_no_round()} />
			)}
			<section className="section" aria-labelledby="editions">
				<h2 id="editions">{m.publishing_editions_so_far()}</h2>
				{editions.length === 0 ? <p>{m.publishing_editions_none()}</p> : null}
				<Rows>
					{editions.map(({ id, title, frozenOn, hash, revisedOn, ...edition }) => (
						<Row key={id} title={`${editionLabel(edition)}: ${title}`} aside={<DateText day={frozenOn} />}>
							{revisedOn ? <RevisedLine day={revisedOn} /> : null}
							<p className="fingerprint">SHA-256 {hash}</p>
						</Row>
					))}
				</Rows>
			</section>
		</div>
	)
}

type FreezeProps = {
	round: { id: string; title: string }
	preview: EditionPreview
	hasEditions: boolean
	refused: RefusedForm | undefined
}

function Freeze({
	round,
	preview: { dossiers, changes, shortLabels, leaks, numbers },
	hasEditions,
	refused,
}: FreezeProps) {
	const values = refused?.values
	const tellsTooMuch = refused?.refusal.code === 'edition-tells-too-much'
	return (
		<section className="section" aria-labelledby="freeze">
			<h2 id="freeze">{m.publishing_freeze_heading()}</h2>
			<ul>
				{dossiers.map(({ title, quotes, isComplete }) => (
					<li key={title}>
						{title}: {m.publishing_freeze_quotes({ count: quotes })}
						{isComplete ? null : <strong> · {m.publishing_freeze_incomplete()}</strong>}
					</li>
				))}
			</ul>
			<LabelPreview changes={changes} shortLabels={shortLabels} />
			<LeakNotice leaks={leaks} />
			<form method="post" className="form">
				<input type="hidden" name="round" value={round.id} />
				<Field name="title" label={m.publishing_freeze_title()} required value={values?.['title'] ?? round.title} />
				{hasEditions ? (
					<Field
						kind="radios"
						name="tables"
						label={m.publishing_freeze_tables()}
						value={tellsTooMuch ? 'where-safe' : (values?.['tables'] ?? (leaks.length > 0 ? 'where-safe' : 'new'))}
						options={[
							{ value: 'new', label: m.publishing_freeze_tables_new() },
							{ value: 'where-safe', label: m.publishing_freeze_tables_where_safe() },
							{ value: 'last', label: m.publishing_freeze_tables_last() },
						]}
					/>
				) : null}
				<Field
					kind="radios"
					name="mode"
					label={m.publishing_freeze_mode()}
					value={values?.['mode'] ?? 'bands'}
					options={[
						{ value: 'bands', label: m.publishing_freeze_mode_bands() },
						{
							value: 'numbers',
							label: m.publishing_freeze_mode_numbers(),
							disabled: !numbers.isAllowed,
							...(numbers.isAllowed ? {} : { hint: m.publishing_freeze_mode_too_few(numbers) }),
						},
					]}
				/>
				<p className="note">{m.publishing_freeze_note()}</p>
				<Button>{m.publishing_freeze_button()}</Button>
			</form>
		</section>
	)
}
